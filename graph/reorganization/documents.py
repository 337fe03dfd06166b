"""Scenarios and operations from documents that programs send, and back."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, cast, get_args

from pydantic import TypeAdapter, ValidationError

from graph.errors import ModelError
from graph.model.problems import Problem
from graph.reorganization.operations.bases import Document
from graph.reorganization.scenarios import OPERATIONS, AnyOperation, Scenario

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from graph.reorganization.operations.bases import Operation

_OPERATION: TypeAdapter[AnyOperation] = TypeAdapter(AnyOperation)
MOST_PROBLEMS = 100
LONGEST_SHOWN = 60
"""Characters of a wrong word that are said again."""


def scenario_of(document: object) -> Scenario:
    """Return the scenario of a document.

    Raises:
        ModelError: it is none. The row of each problem is the number of its operation, or 0.
    """
    try:
        return Scenario.model_validate(document)
    except ValidationError as error:
        raise ModelError([_problem(one) for one in _first(error)]) from error


def operation_of(document: object, number: int) -> AnyOperation:
    """Return the operation of a document, which will be that number in its scenario.

    Raises:
        ModelError: it is none. The row of each problem is the number.
    """
    try:
        return _OPERATION.validate_python(document)
    except ValidationError as error:
        found = [{**one, "loc": ("operations", number - 1, *one["loc"])} for one in _first(error)]
        raise ModelError([_problem(cast("ErrorDetails", one)) for one in found]) from error


def document_of(operation: Operation) -> dict[str, Any]:
    """Return an operation as documents have it, without what is left to its default.

    What has no order is sorted, so that the same operation is always the same document.
    """
    given = operation.model_dump(by_alias=True, exclude_defaults=True)
    return {"op": getattr(operation, "op", ""), **{name: _plain(it) for name, it in given.items()}}


def _plain(value: Any) -> Any:
    match value:
        case dict():
            fields = cast("dict[str, Any]", value)
            return {name: _plain(one) for name, one in fields.items()}
        case frozenset():
            return sorted(str(one) for one in cast("frozenset[object]", value))
        case list() | tuple():
            return [_plain(one) for one in cast("tuple[object, ...]", value)]
        case bool() | int() | None:
            return value
        case _:
            return str(value)


def _first(error: ValidationError) -> list[ErrorDetails]:
    return error.errors(include_url=False)[:MOST_PROBLEMS]


def _problem(error: ErrorDetails) -> Problem:
    """Return one of pydantic's errors; an operation's name is no part of the way to its field."""
    path = error["loc"]
    number = 0
    document: type[BaseModel] = Scenario
    if len(path) > 1 and path[0] == "operations" and isinstance(path[1], int):
        number = path[1] + 1
        path = path[2:]
        if path and path[0] in OPERATIONS:
            document = OPERATIONS[str(path[0])]
            path = path[1:]
    if error["type"] in {"union_tag_invalid", "union_tag_not_found"}:
        path = (*path, "op")
    if path[-1:] == ("[key]",):
        path = path[:-1]
    field = ".".join(map(str, path))
    around = _nested(document, path[:-1])
    what, remedy = _told(error, around, str(path[-1]) if path else "")
    return Problem("", number, field, error["type"].replace("_", "-"), what, remedy)


def _told(  # noqa: PLR0911 - one sort of error each
    error: ErrorDetails, document: type[BaseModel], name: str
) -> tuple[str, str]:
    context: Mapping[str, Any] = error.get("ctx", {})
    match error["type"]:
        case "union_tag_invalid":
            given = str(context.get("tag", ""))
            return f"“{_short(given)}” is no operation", _near(given, OPERATIONS)
        case "union_tag_not_found":
            return "“op” is missing", "say what is done"
        case "missing":
            return f"“{name}” is missing", "add it"
        case "extra_forbidden":
            fields = [one.serialization_alias or key for key, one in document.model_fields.items()]
            return f"there is no field “{_short(name)}” here", _near(name, fields)
        case "enum":
            expected = str(context.get("expected", "")).replace(" or ", ", ")
            words = [word.strip("' ") for word in expected.split(",")]
            given = error["input"] if isinstance(error["input"], str) else ""
            return f"it is none of: {', '.join(words)}", _near(given, words)
        case "model_type" | "model_attributes_type" | "dict_type":
            return "this is no object", "give its fields and their values"
        case _ if "remedy" in context:
            return error["msg"], str(context["remedy"])
        case "tuple_type" | "frozen_set_type":
            return "this is no list", "give a list"
        case _:
            message = error["msg"]
            return f"{message[:1].lower()}{message[1:]}", "correct it"


def _nested(document: type[BaseModel], path: Iterable[int | str]) -> type[BaseModel]:
    """Return the document that stands where a path through fields and lists leads."""
    for part in path:
        info = next(
            (
                one
                for name, one in document.model_fields.items()
                if part in {name, one.serialization_alias}
            ),
            None,
        )
        if info is not None:
            document = next(_documents(info.annotation), document)
    return document


def _documents(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, Document):
        yield annotation
    for one in get_args(annotation):
        yield from _documents(one)


def _near(word: str, known: Iterable[str]) -> str:
    listed = [*known]
    close = get_close_matches(word[:LONGEST_SHOWN], listed, n=1)
    return f"did you mean “{close[0]}”?" if close else f"use one of: {', '.join(listed)}"


def _short(word: str) -> str:
    return word if len(word) <= LONGEST_SHOWN else f"{word[:LONGEST_SHOWN]}…"
