"""The JSON Schema of plan files, as editors use it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from seed.documents.kinds import BY_FILE
from seed.schemas import committed_schema_text, plan_schema, plan_schema_text
from tests.conftest import REAL_PLAN

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted(REAL_PLAN.rglob("*.yaml"))


def checked(kind: str, entries: Any) -> list[str]:
    """What an editor says that is pointed at one kind: `plan.schema.json#/$defs/rules`."""
    schema = {"$ref": f"#/$defs/{kind}", "$defs": plan_schema()["$defs"]}
    found = Draft202012Validator(schema).iter_errors(entries)  # pyright: ignore[reportUnknownMemberType]
    return [error.message for error in found]


def content(path: Path) -> Any:
    """A file as an editor reads it: days are texts."""
    return json.loads(json.dumps(yaml.safe_load(path.read_text("utf-8")), default=str))


def test_the_committed_schema_is_what_the_command_prints() -> None:
    assert committed_schema_text() == plan_schema_text()


def test_every_kind_has_a_definition_of_its_own() -> None:
    schema = plan_schema()

    Draft202012Validator.check_schema(schema)
    assert {"plan", *BY_FILE} <= set(schema["$defs"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_files_of_the_real_plan_are_valid_as_their_kind(path: Path) -> None:
    assert checked(path.name.split(".")[0], content(path)) == []


def test_a_wrong_field_is_told_by_its_name() -> None:
    [rule, *_] = content(REAL_PLAN / "deck" / "rules.yaml")

    told = checked("rules", [{**rule, "colour": "red"}])

    assert told == ["Additional properties are not allowed ('colour' was unexpected)"]
