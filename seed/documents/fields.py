"""Field types of plan documents: keys, texts, days, lists, and references to other entries.

Plan files bring every value as text (a CSV cell, or a YAML scalar as it was written), so that
`key: no` or `name: 2026` mean the words on the page. Pydantic turns texts into numbers and dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from graph.model.vocabularies import DepartmentKind

KEY = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*(?:/[a-z0-9]+(?:[._-][a-z0-9]+)*)*")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
LONGEST_KEY = 200
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


def checked_key(text: str) -> str:
    """Return the text, which must be a key."""
    if len(text) > LONGEST_KEY:
        raise PydanticCustomError(
            "bad-key",
            "is {length} characters long",
            {"length": len(text), "remedy": f"use at most {LONGEST_KEY} characters"},
        )
    if KEY.fullmatch(text) is None:
        raise PydanticCustomError(
            "bad-key",
            "{text} cannot be a key",
            {
                "text": f"“{text}”",
                "remedy": "use lower-case letters a-z and digits, joined by single - . _ or /",
            },
        )
    return text


def checked_day(value: object) -> object:
    """Return a text as the day it must be, and anything else as it is."""
    if not isinstance(value, str):
        return value
    try:
        if DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError(
        "bad-date",
        "{text} is not a day",
        {"text": f"“{value}”", "remedy": "write a day of the calendar as 2026-01-31"},
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
    """Return the values of a list written as text, `a;b`, as a CSV cell has it."""
    return tuple(part.strip() for part in text.split(";") if part.strip())


def parts(value: object) -> object:
    """Return a list written as text as its values, and anything else as it is."""
    return texts_of(value) if isinstance(value, str) else value


Key = Annotated[
    str, AfterValidator(checked_key), Field(json_schema_extra={"pattern": f"^{KEY.pattern}$"})
]
"""The key of an entry itself."""
Slot = Annotated[
    str, AfterValidator(checked_key), Field(json_schema_extra={"pattern": f"^{KEY.pattern}$"})
]
"""The place of a department in a unit template; it becomes the last part of the key."""
Text = Annotated[str, Field(min_length=1)]
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
