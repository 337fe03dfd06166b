"""Field types of days that may be unknown, and of what further parents hold."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, InstanceOf, WithJsonSchema
from pydantic_core import PydanticCustomError

from graph.columns.stakes import STAKE, UNKNOWN, UNKNOWN_WORDS, stake_of
from graph.model.accounts import Stake
from seed.documents.days import day_of, remedy_for
from seed.documents.fields import Namespace, Number, To, parts, quoted

_UNNAMED = re.compile(r"\(\?P<\w+>")


def _uncertain_day(value: object) -> object:
    if not isinstance(value, str):
        return value
    if value.lower() in UNKNOWN_WORDS:
        return UNKNOWN
    if day := day_of(value):
        return day
    raise PydanticCustomError(
        "bad-date",
        "{text} is not a day",
        {"text": quoted(value), "remedy": f"{remedy_for(value)}, or unknown"},
    )


def _stake(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return stake_of(value)
    except ValueError:
        pass
    raise PydanticCustomError(
        "bad-stake",
        "{text} does not say who holds how much",
        {
            "text": quoted(value),
            "remedy": "write key, key=30 (per cent) or key=30@2020-01-31/..; .. is open, ? unknown",
        },
    )


UncertainDay = Annotated[
    date | Literal["unknown"],
    BeforeValidator(_uncertain_day, json_schema_input_type=str),
    Field(description=f"A day as 2026-01-31, or {UNKNOWN}: there is one, but nobody knows it."),
]
Percent = Annotated[Number, Field(ge=0, le=100)]
StakeRef = Annotated[
    InstanceOf[Stake],
    BeforeValidator(_stake),
    WithJsonSchema({"type": "string", "pattern": f"^{_UNNAMED.sub('(?:', STAKE.pattern)}$"}),
    To((Namespace.CUSTOMER, Namespace.SUBSIDIARY), stakes=True),
]
Stakes = Annotated[tuple[StakeRef, ...], BeforeValidator(parts)]
