"""Days that may be unknown, and what further parents hold, as texts that fit into one cell."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BeforeValidator, Field, InstanceOf, WithJsonSchema
from pydantic_core import PydanticCustomError

from graph.model.accounts import Stake
from graph.model.intervals import UncertainInterval
from graph.model.keys import AccountKey
from seed.documents.days import DAY, day_of, remedy_for
from seed.documents.fields import KEY, Namespace, Number, To, parts, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

UNKNOWN = "unknown"
OPEN = ".."
_UNKNOWN = frozenset({UNKNOWN, "?", "\uff1f"})
_DATE = rf"(?:{DAY.pattern}|{UNKNOWN}|\?|\.\.)"
STAKE = re.compile(
    rf"(?P<key>{KEY.pattern})(?:\s*=\s*(?P<share>[0-9]+(?:\.[0-9]+)?)\s*%?)?"
    rf"(?:\s*@\s*(?P<start>{_DATE})/(?P<until>{_DATE}))?"
)

_UNNAMED = re.compile(r"\(\?P<\w+>")


def _uncertain_day(value: object) -> object:
    if not isinstance(value, str):
        return value
    if value.lower() in _UNKNOWN:
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


def stake_of(text: str) -> Stake:
    """Return the stake that a text says.

    Raises:
        ValueError: it says none.
    """
    match = STAKE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return Stake(
        AccountKey(match["key"]),
        Decimal(match["share"]) if match["share"] else None,
        interval(_end(match["start"]), _end(match["until"])),
    )


def text_of_stake(stake: Stake) -> str:
    """Return the text that says a stake."""
    start, until = stake.validity.start, stake.validity.until
    return stake_text(
        stake.parent,
        None if stake.share is None else f"{stake.share.normalize():f}",
        UNKNOWN if stake.validity.start_unknown else start and start.isoformat(),
        UNKNOWN if stake.validity.until_unknown else until and until.isoformat(),
    )


def _end(text: str | None) -> date | Literal["unknown"] | None:
    if text is None or text == OPEN:
        return None
    return UNKNOWN if text in _UNKNOWN else date.fromisoformat(text)


def interval(
    start: date | Literal["unknown"] | None, until: date | Literal["unknown"] | None
) -> UncertainInterval:
    """Return the days between two ends, either of which may be unknown."""
    return UncertainInterval(
        start=None if start == UNKNOWN else start,
        until=None if until == UNKNOWN else until,
        start_unknown=start == UNKNOWN,
        until_unknown=until == UNKNOWN,
    )


def stake_text(parent: str, share: str | None, start: str | None, until: str | None) -> str:
    """Return a stake as a cell holds it; the ends are days, `unknown`, or None where open."""
    return "".join(_stake_parts(parent, share, start, until))


def _stake_parts(
    parent: str, share: str | None, start: str | None, until: str | None
) -> Iterator[str]:
    yield parent
    if share:
        yield f"={share}"
    if start or until:
        yield f"@{start or OPEN}/{until or OPEN}"


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
