"""What every generated plan has, whatever its size: the files in `frame`."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

import yaml

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


class Slot(NamedTuple):
    """A department that a template brings to a unit, as far as posts need it."""

    key: str
    name: str
    name_en: str
    functions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """The fixed files by name, and what they say of departments, industries and rules."""

    texts: dict[str, str]
    slots: dict[str, tuple[Slot, ...]]
    headquarters: tuple[Slot, ...]
    sectors: dict[str, str]
    """Each industry with the one around it."""
    industries: dict[str, tuple[str, str]]
    """Each with its names; those around others are left out."""
    rules: int


def frame() -> Frame:
    """Read the fixed files."""
    folder: Traversable = files("seed.generating").joinpath("frame")
    texts = {
        file.name: file.read_text(encoding="utf-8")
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
    }
    industries = [row for row in _table(texts["industries.csv"]) if row["parent"]]
    return Frame(
        texts=texts,
        slots={
            template["key"]: tuple(
                Slot(
                    slot["slot"], slot["name"], slot["name_en"], tuple(slot.get("functions") or ())
                )
                for slot in template["departments"]
            )
            for template in yaml.safe_load(texts["unit_templates.yaml"])
        },
        headquarters=tuple(
            Slot(row["key"], row["name"], row["name_en"], tuple(row["functions"].split(";")))
            for row in _table(texts["departments.headquarters.csv"])
        ),
        sectors={row["key"]: row["parent"] for row in industries},
        industries={row["key"]: (row["name"], row["name_en"]) for row in industries},
        rules=len(yaml.safe_load(texts["rules.yaml"])),
    )


def _table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.splitlines()))
