"""Pydantic's errors as problems a planner can act on."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, cast

from rapidfuzz import fuzz, process

from seed.documents.fields import LONGEST_KEY, quoted
from seed.reading.shapes import field_shapes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from graph.model.problems import Problem
    from seed.reading.places import Path, Place

NEAR = 65
"""How alike, of 100, two words must be to suggest one for the other."""


def near(word: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """Return the known words that come nearest, the nearest first."""
    if len(word) > LONGEST_KEY:
        return []
    word = unicodedata.normalize("NFKC", word)
    found = process.extract(word, [*known], scorer=fuzz.WRatio, limit=limit * 2, score_cutoff=NEAR)
    ranked = sorted(found, key=lambda match: (-match[1], -fuzz.ratio(word, match[0]), match[0]))
    return [match[0] for match in ranked[:limit]]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the question that suggests near words, or nothing where none is near."""
    suggestions = [f"“{suggestion}”" for suggestion in near(word, known)]
    return f"did you mean {' or '.join(suggestions)}?" if suggestions else ""


def problem_of(error: ErrorDetails, document: type[BaseModel], place: Place) -> Problem:
    """Return one of pydantic's errors about an entry as a problem with a remedy."""
    path = tuple(error["loc"])
    given = error["input"]
    context = cast("Mapping[str, Any]", error.get("ctx", {}))
    match error["type"]:
        case "missing":
            return place.problem(path, "missing-field", f"“{path[-1]}” is missing", "add it")
        case "extra_forbidden":
            return _unknown_field(path, document, place)
        case "enum":
            return _unknown_word(path, given, str(context["expected"]), place)
        case _ if "remedy" in context:
            return place.problem(path, error["type"], error["msg"], str(context["remedy"]))
        case _:
            return _ordinary(error, path, given, place)


def _unknown_field(path: Path, document: type[BaseModel], place: Place) -> Problem:
    known = _fields_at(document, path[:-1])
    question = did_you_mean(str(path[-1]), known)
    return place.problem(
        path,
        "unknown-field",
        f"there is no field {quoted(str(path[-1]))} here",
        question or f"the fields are: {', '.join(known)}",
    )


def _unknown_word(path: Path, given: object, expected: str, place: Place) -> Problem:
    words = [word.strip("' ") for word in expected.replace(" or ", ", ").split(",")]
    question = did_you_mean(str(given), words)
    return place.problem(
        path,
        "unknown-word",
        f"{quoted(str(given))} is none of: {', '.join(words)}",
        question or "use one of them",
    )


def _ordinary(error: ErrorDetails, path: Path, given: object, place: Place) -> Problem:
    shown = quoted(given) if isinstance(given, str) else _shape(given)
    wanted = {
        "int_parsing": ("not-a-number", "is not a whole number", "write one, without a unit"),
        "decimal_parsing": ("not-a-number", "is not a number", "write one, without a unit"),
        "bool_parsing": ("not-yes-or-no", "is neither true nor false", "write true or false"),
        "string_type": ("not-a-text", "stands where a text is meant", "write a single value"),
        "tuple_type": ("not-a-list", "stands where a list is meant", "begin each item with “- ”"),
        "dict_type": ("not-fields", "stands where fields are meant", "write name: value"),
        "model_type": ("not-fields", "stands where fields are meant", "write name: value"),
        "too_short": ("too-few", "has nothing in it", "give at least one"),
    }.get(error["type"])
    if wanted:
        code, what, remedy = wanted
        return place.problem(path, code, f"{shown} {what}", remedy)
    message = error["msg"]
    return place.problem(
        path, "bad-value", f"{shown}: {message[:1].lower()}{message[1:]}", "correct it"
    )


def _shape(value: object) -> str:
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    return "a set of fields" if isinstance(value, dict) else "nothing"


def _fields_at(document: type[BaseModel], path: Path) -> list[str]:
    for part in path:
        shape = field_shapes(document).get(part) if isinstance(part, str) else None
        if shape and shape.nested:
            document = shape.nested
    return list(field_shapes(document))
