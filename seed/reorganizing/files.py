"""A scenario's file, read and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ValidationError

from graph.errors import ModelError
from graph.model.problems import Problem
from graph.reorganization.scenarios import OPERATIONS, Scenario
from seed.documents.days import remedy_for
from seed.reading.json_files import json_tree
from seed.reading.messages import did_you_mean, problem_of
from seed.reading.places import Place
from seed.reading.yaml_files import yaml_tree

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic_core import ErrorDetails

    from seed.reading.trees import Tree

LARGEST = 50_000_000
"""Bytes of a scenario's file that are read."""


def read_scenario(path: Path) -> Scenario:
    """Return the scenario of a YAML or JSON file.

    Raises:
        ModelError: it cannot be read, or is none; the error carries every problem found.
    """
    tree = _tree(path)
    if tree.problems:
        raise ModelError(tree.problems)
    try:
        return Scenario.model_validate(tree.value)
    except ValidationError as error:
        place = Place(path.name, 1, tree.lines)
        raise ModelError([_problem(one, place) for one in error.errors()]) from error


def _tree(path: Path) -> Tree:
    try:
        if path.stat().st_size > LARGEST:
            raise _refused(path, f"is larger than {LARGEST:,} bytes", "split the scenario")
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(path, "is not UTF-8 text", "save it as UTF-8") from error
    except OSError as error:
        raise _refused(path, f"cannot be read ({error.strerror})", "check the path") from error
    return (json_tree if path.suffix == ".json" else yaml_tree)(text, path.name)


def _refused(path: Path, what: str, remedy: str) -> ModelError:
    return ModelError([Problem(path.name, 0, "", "unreadable", f"the file {what}", remedy)])


def _problem(error: ErrorDetails, place: Place) -> Problem:
    """Return one of pydantic's errors; an operation's name is no part of the way to its field."""
    path = error["loc"]
    if path[-1:] == ("[key]",):
        path = path[:-1]
        error = {**error, "loc": path}
    if error["type"].startswith("date"):
        given = str(error["input"])
        inner = tuple(part for part in path if part not in OPERATIONS)
        return place.problem(inner, "bad-date", f"“{given}” is not a day", remedy_for(given))
    document: type[BaseModel] = Scenario
    if error["type"] == "union_tag_invalid":
        given = str(error.get("ctx", {}).get("tag", ""))
        question = did_you_mean(given, OPERATIONS) or f"use one of: {', '.join(OPERATIONS)}"
        return place.problem((*path, "op"), "unknown-word", f"“{given}” is no operation", question)
    if error["type"] == "union_tag_not_found":
        return place.problem((*path, "op"), "missing-field", "“op” is missing", "say what is done")
    if len(path) > 2 and path[0] == "operations" and path[2] in OPERATIONS:  # noqa: PLR2004
        document = OPERATIONS[str(path[2])]
        inner = (*path[:2], *path[3:])
        error = {**error, "loc": path[3:]}
        found = problem_of(error, document, Place(place.file, place.line(inner), {}))
        return place.problem(inner, found.code, found.what, found.remedy)
    return problem_of(error, document, place)
