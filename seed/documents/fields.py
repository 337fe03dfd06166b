"""Field types of plan documents: keys, texts, days, lists, and references to other entries.

Plan files bring every value as text (a CSV cell, or a YAML scalar as it was written), so that
`key: no` or `name: 2026` mean the words on the page. Pydantic turns texts into numbers and dates.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from graph.model.keys import KEY, TARGET_KEY
from graph.model.vocabularies import DepartmentKind
from seed.documents.days import day_of, remedy_for

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_KEY = 200
LONGEST_NAME = 500
LARGEST_WHOLE = 1_000_000_000
NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
FULL_WIDTH_SEMICOLON = "\uff1b"
_ESCAPED = re.compile(r"\\[\\;\uff1b]")
_PIECE = re.compile(rf"{_ESCAPED.pattern}|.", re.DOTALL)
_SPECIAL = re.compile(r"[\\;\uff1b]")
_LONGEST_QUOTE = 80
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINER = "\u200d"  # it holds emoji together
UNIT_KINDS = frozenset({DepartmentKind.REGION, DepartmentKind.BRANCH})


class Namespace(StrEnum):
    """What a reference may point to; the value is the word for it in messages."""

    SOURCE = "source"
    SPECIALTY = "specialty"
    UNIT_TEMPLATE = "unit template"
    DEPARTMENT = "department"
    INDUSTRY = "industry"
    TERRITORY = "territory"
    CUSTOMER = "customer"
    SUBSIDIARY = "subsidiary"
    PERSON = "person"
    POST = "post"
    STRATEGY = "strategy"
    STEP = "step"
    RESPONSIBILITY = "responsibility"
    INDICATOR = "indicator"
    TARGET = "target"
    SPLIT = "split"
    RULE = "rule"
    EXCEPTION = "exception"
    OPEN_QUESTION = "open question"


@dataclass(frozen=True, slots=True)
class To:
    """Marks a field as the key of something else in the plan.

    Of `stakes` the key is the first part: `other-key=30@2020-01-01/..`.
    """

    namespaces: tuple[Namespace, ...]
    stakes: bool = False


def quoted(text: str) -> str:
    """Return a text as messages quote it: shortened, and with nothing invisible in it."""
    short = text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
    shown = "".join(
        f"<U+{ord(each):04X}>"
        if unicodedata.category(each) in _INVISIBLE and each != _JOINER
        else each
        for each in short
    )
    return f"“{shown}”"


def checked_key(text: str) -> str:
    """Return the text, which must be a key."""
    if len(text) > LONGEST_KEY:
        raise PydanticCustomError(
            "bad-key",
            "is {length} characters long",
            {"length": len(text), "remedy": f"use at most {LONGEST_KEY} characters"},
        )
    if KEY.fullmatch(text) is None:
        meant = "".join(
            each
            for each in unicodedata.normalize("NFKC", text)
            if unicodedata.category(each) not in _INVISIBLE
        )
        remedy = "use lower-case letters a-z and digits, joined by single - . _ or /"
        if meant != text and KEY.fullmatch(meant):
            remedy = f"write {meant}, without full-width or invisible characters"
        raise PydanticCustomError(
            "bad-key", "{text} cannot be a key", {"text": quoted(text), "remedy": remedy}
        )
    return text


def checked_target_key(text: str) -> str:
    """Return the text, which must be a key; or that of a target that was stated for many."""
    if len(text) <= LONGEST_KEY and TARGET_KEY.fullmatch(text):
        return text
    return checked_key(text)


def checked_name(text: str) -> str:
    """Return the text, which must not be longer than a name may be."""
    if len(text) > LONGEST_NAME:
        raise PydanticCustomError(
            "too-long",
            "{text} is {length} characters long",
            {
                "text": quoted(text),
                "length": len(text),
                "remedy": f"use at most {LONGEST_NAME} characters for a name",
            },
        )
    return text


def checked_day(value: object) -> object:
    """Return a text as the day it must be, and anything else as it is."""
    if not isinstance(value, str):
        return value
    day = day_of(value)
    if day is None:
        raise PydanticCustomError(
            "bad-date",
            "{text} is not a day",
            {"text": quoted(value), "remedy": remedy_for(value)},
        )
    return day


def _number(value: object) -> object:
    if not isinstance(value, str) or NUMBER.fullmatch(value):
        return value
    meant = unicodedata.normalize("NFKC", value).strip().removesuffix("%").strip()
    raise PydanticCustomError(
        "not-a-number",
        "{text} is not a number",
        {
            "text": quoted(value),
            "remedy": f"write {meant}" if NUMBER.fullmatch(meant) else "write one, without a unit",
        },
    )


def _unit_kind(kind: DepartmentKind) -> DepartmentKind:
    if kind not in UNIT_KINDS:
        raise PydanticCustomError(
            "not-a-unit",
            "{kind} is no kind of unit that repeats",
            {"kind": kind.value, "remedy": "write region or branch"},
        )
    return kind


def texts_of(text: str) -> tuple[str, ...]:
    r"""Return the values of a list written as text, `a;b`, as a CSV cell has it.

    A value that holds a semicolon itself has it written `\;`, and a backslash `\\`.
    """
    if "\\" not in text:
        return tuple(part.strip() for part in text.split(";") if part.strip())
    values = [""]
    for piece in _PIECE.findall(text):
        if piece == ";":
            values.append("")
        else:
            values[-1] += piece[-1]
    return tuple(value.strip() for value in values if value.strip())


def text_of_list(values: Iterable[str]) -> str:
    """Return a list as one text, from which `texts_of` reads the same values."""
    return ";".join(_SPECIAL.sub(r"\\\g<0>", value) for value in values)


def parts(value: object) -> object:
    """Return a list written as text as its values, and anything else as it is."""
    if not isinstance(value, str):
        return value
    if FULL_WIDTH_SEMICOLON in value and FULL_WIDTH_SEMICOLON in _ESCAPED.sub("", value):
        raise PydanticCustomError(
            "full-width-separator",
            "{text} holds a full-width semicolon",
            {"text": quoted(value), "remedy": "separate the values of a list with ;"},
        )
    return texts_of(value)


Key = Annotated[
    str, AfterValidator(checked_key), Field(json_schema_extra={"pattern": f"^{KEY.pattern}$"})
]
"""The key of an entry itself."""
OwnTargetKey = Annotated[
    str,
    AfterValidator(checked_target_key),
    Field(json_schema_extra={"pattern": f"^{TARGET_KEY.pattern}$"}),
]
"""The key of a target."""
Slot = Annotated[
    str, AfterValidator(checked_key), Field(json_schema_extra={"pattern": f"^{KEY.pattern}$"})
]
"""The place of a department in a unit template; it becomes the last part of the key."""
Text = Annotated[str, Field(min_length=1)]
Name = Annotated[
    str,
    AfterValidator(checked_name),
    Field(min_length=1, json_schema_extra={"maxLength": LONGEST_NAME}),
]
"""A text that lists are ordered by: the database bounds its length."""
Number = Annotated[Decimal, BeforeValidator(_number)]
Whole = Annotated[int, BeforeValidator(_number), Field(ge=-LARGEST_WHOLE, le=LARGEST_WHOLE)]
UnitKind = Annotated[
    DepartmentKind,
    AfterValidator(_unit_kind),
    Field(json_schema_extra={"enum": ["region", "branch"]}),
]
"""The kinds of department that cover territories and have the same structure everywhere."""
Day = Annotated[
    date,
    BeforeValidator(checked_day, json_schema_input_type=str),
    Field(json_schema_extra={"format": "date"}),
]

SourceRef = Annotated[str, To((Namespace.SOURCE,))]
SpecialtyRef = Annotated[str, To((Namespace.SPECIALTY,))]
UnitTemplateRef = Annotated[str, To((Namespace.UNIT_TEMPLATE,))]
DepartmentRef = Annotated[str, To((Namespace.DEPARTMENT,))]
IndustryRef = Annotated[str, To((Namespace.INDUSTRY,))]
TerritoryRef = Annotated[str, To((Namespace.TERRITORY,))]
CustomerRef = Annotated[str, To((Namespace.CUSTOMER,))]
SubsidiaryRef = Annotated[str, To((Namespace.SUBSIDIARY,))]
AccountRef = Annotated[str, To((Namespace.CUSTOMER, Namespace.SUBSIDIARY))]
PersonRef = Annotated[str, To((Namespace.PERSON,))]
PostRef = Annotated[str, To((Namespace.POST,))]
StrategyRef = Annotated[str, To((Namespace.STRATEGY,))]
StepRef = Annotated[str, To((Namespace.STEP,))]
IndicatorRef = Annotated[str, To((Namespace.INDICATOR,))]
SplitRef = Annotated[str, To((Namespace.SPLIT,))]
