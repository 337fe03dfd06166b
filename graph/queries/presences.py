"""Presences: when an account is in the plan, told by the versions that have it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.model.intervals import Interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.queries.timelines import LoadedVersion, Timeline
    from graph.store import Reader


@dataclass(frozen=True, slots=True)
class Span:
    """Versions from `since` up to before `ended` (None: all later); an absent one is a gap."""

    since: int
    ended: int | None
    absent: bool

    def has(self, number: int) -> bool:
        """Tell whether the version is one of these."""
        return self.since <= number and (self.ended is None or number < self.ended)


SPANS_OF_ACCOUNT = query("accounts/spans_of_account", Span)


async def presences(reader: Reader, timeline: Timeline, account: str) -> list[Interval]:
    """Return when the account with that key is there, by day; nothing where no plan has it."""
    spans = await reader.read(SPANS_OF_ACCOUNT, key=account)
    found: list[Interval] = []
    for version in _answering(timeline):
        last = found[-1] if found else None
        if _is_there(spans, version.number):
            if last is None or last.until is not None:
                found.append(Interval(version.start, None))
        elif last is not None and last.until is None:
            found[-1] = Interval(last.start, version.start)
    return found


def _answering(timeline: Timeline) -> list[LoadedVersion]:
    """Return the versions that answer for some day: of equal starts, the last."""
    return list({version.start: version for version in timeline.versions}.values())


def _is_there(spans: Sequence[Span], number: int) -> bool:
    on = [span for span in spans if span.has(number)]
    return bool(on) and not any(span.absent for span in on)
