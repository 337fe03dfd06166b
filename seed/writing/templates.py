"""Plan files to fill in: each shows every field, with its meaning in a comment."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from seed.documents.plans import PlanDocument
from seed.reading.columns import layouts_of
from seed.reading.shapes import ValueType, field_shapes
from seed.writing.flattening import FlatTable
from seed.writing.notes import meaning_of, note_on, owner_note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pydantic import BaseModel

    from seed.documents.entries import Entry
    from seed.reading.shapes import FieldShape

_EXAMPLES = {
    ValueType.DAY: "2026-01-31",
    ValueType.WHOLE: "1",
    ValueType.NUMBER: "20",
    ValueType.YES_NO: "false",
    ValueType.TEXT: "…",
}
_NOTES_BEGIN = 34


def plan_file(values: Mapping[str, str], folder: str) -> str:
    """Return a `plan.yaml` with these values and one section; what is left out is commented."""
    lines = ["# The plan as a whole. Change what stands here to what is yours."]
    for name, shape in field_shapes(PlanDocument).items():
        if shape.nested:
            lines += _noted([(f"{name}:", "The folders that hold the plan's entries.")])
            lines += _noted(_section(shape.nested, folder))
        else:
            text = f"# {name}: {_example(shape)}"
            if name in values:
                text = f"{name}: {json.dumps(values[name], ensure_ascii=False)}"
            lines += _noted([(text, note_on(shape, required=shape.required))])
    return "\n".join(lines) + "\n"


def yaml_template(kind: type[Entry]) -> str:
    """Return a YAML file of a kind that holds no entry yet, but shows one in comments."""
    tables = [f"{layout.name}.csv: {','.join(layout.header)}" for layout in layouts_of(kind)]
    head = [
        f"{kind.file_kind}: {meaning_of(kind)}",
        "",
        "Each entry begins with “- ”. Take the # away from the fields that you need.",
        "Instead of this file there may be a table; its columns are",
        *(f"  {table}" for table in tables),
        "",
    ]
    lines = [*head, *_noted(_entry(kind, ""))]
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)


def csv_columns(kind: type[Entry]) -> dict[str, FlatTable]:
    """Return the empty tables of a kind, by the names of their CSV files."""
    return {f"{layout.name}.csv": FlatTable(layout) for layout in layouts_of(kind)}


def columns_page(kinds: Iterable[type[Entry]]) -> str:
    """Return a page in Markdown that explains the columns of all tables: CSV holds no comments."""
    lines = ["# The tables of this folder", "", "Values of a list are separated by `;`."]
    for layout in (layout for kind in kinds for layout in layouts_of(kind)):
        lines += ["", f"## {layout.name}.csv", ""]
        if not layout.path:
            lines += [meaning_of(layout.kind), ""]
        lines += ["| column | meaning |", "| --- | --- |"]
        lines += (f"| `{owner}` | {owner_note(layout, owner)} |" for owner in layout.owners)
        lines += (
            f"| `{column.name}` | {note_on(column.shape, required=column.required)} |"
            for column in layout.columns
        )
    return "\n".join(lines) + "\n"


def _section(document: type[BaseModel], folder: str) -> Iterator[tuple[str, str]]:
    mark = "- "
    for name, shape in field_shapes(document).items():
        text = f"{mark}{name}: {folder}" if shape.required else f"{mark}# {name}: true"
        yield text, note_on(shape, required=shape.required)
        mark = "  "


def _entry(document: type[BaseModel], indent: str) -> Iterator[tuple[str, str]]:
    mark = f"{indent}- "
    for line, note in _fields(document, f"{indent}  "):
        yield mark + line.removeprefix(f"{indent}  ") if mark else line, note
        mark = ""


def _fields(document: type[BaseModel], indent: str) -> Iterator[tuple[str, str]]:
    for name, shape in field_shapes(document).items():
        note = note_on(shape, required=shape.required)
        if shape.nested is None:
            example = f"[{_example(shape)}]" if shape.many else _example(shape)
            yield f"{indent}{name}: {example}", note
        else:
            yield (
                f"{indent}{name}:",
                f"{'Required. ' if shape.required else ''}" + meaning_of(shape.nested),
            )
            inner = _entry if shape.many else _fields
            yield from inner(shape.nested, f"{indent}  ")


def _example(shape: FieldShape) -> str:
    if shape.words:
        return shape.words[0]
    if shape.refers_to:
        return f"{shape.refers_to[0].replace(' ', '-')}-key"
    return "a-key" if shape.name in {"key", "slot"} else _EXAMPLES[shape.values]


def _noted(lines: Iterable[tuple[str, str]]) -> list[str]:
    return [f"{text:<{_NOTES_BEGIN}}  # {note}" if note else text for text, note in lines]
