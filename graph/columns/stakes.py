"""Days that may be unknown, and what further parents hold, as texts that fit into one cell."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from graph.model.accounts import Stake
from graph.model.intervals import UncertainInterval
from graph.model.keys import KEY, AccountKey

if TYPE_CHECKING:
    from collections.abc import Iterator

UNKNOWN = "unknown"
OPEN = ".."
UNKNOWN_WORDS = frozenset({UNKNOWN, "?", "\uff1f"})
_DATE = rf"(?:[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|{UNKNOWN}|\?|\.\.)"
STAKE = re.compile(
    rf"(?P<key>{KEY.pattern})(?:\s*=\s*(?P<share>[0-9]+(?:\.[0-9]+)?)\s*%?)?"
    rf"(?:\s*@\s*(?P<start>{_DATE})/(?P<until>{_DATE}))?"
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
    return UNKNOWN if text in UNKNOWN_WORDS else date.fromisoformat(text)


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
