"""Validity: every "from … until" is half-open, `[start, until)`, and either end may be open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `start` up to, and not including, `until`; None means open at that end."""

    start: date | None = None
    until: date | None = None

    def contains(self, day: date) -> bool:
        """Tell whether the day lies inside; the day `until` no longer does."""
        return (self.start is None or self.start <= day) and (
            self.until is None or day < self.until
        )

    def is_empty(self) -> bool:
        """Tell whether no day lies inside, because it ends on or before its start."""
        return self.start is not None and self.until is not None and self.until <= self.start

    def overlaps(self, other: Interval) -> bool:
        """Tell whether some day lies inside both."""
        return not self.intersection(other).is_empty()

    def intersection(self, other: Interval) -> Interval:
        """Return the days inside both; empty where they do not meet."""
        starts = [start for start in (self.start, other.start) if start is not None]
        ends = [until for until in (self.until, other.until) if until is not None]
        return Interval(max(starts, default=None), min(ends, default=None))

    def borders(self) -> tuple[date, ...]:
        """Return the days on which an answer may change: the start and the end, where set."""
        return tuple(day for day in (self.start, self.until) if day is not None)


ALWAYS = Interval()


@dataclass(frozen=True, slots=True)
class UncertainInterval(Interval):
    """An interval of which an end may be known to exist, but not when it is.

    Such an end is open to whoever asks about a day: an unknown day decides nothing.
    """

    start_unknown: bool = False
    until_unknown: bool = False


SOMETIME = UncertainInterval()
"""Always, as far as anything is said."""
