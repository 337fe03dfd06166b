"""Days as plans write them, and what somebody probably meant who wrote one otherwise."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date, timedelta

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
EXAMPLE = "write a day of the calendar as 2026-01-31"
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ].+")
_SERIAL = re.compile(r"([1-9]\d{4})(?:\.0+)?")
_SERIALS_BEGIN = date(1899, 12, 30)
_LAST_MONTH = 12


def day_of(text: str) -> date | None:
    """Return the day that the text is; None where it is not written as plans write days."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def remedy_for(text: str) -> str:
    """Return what to write instead of a text that is no day: the day itself where one is meant.

    Nothing is guessed: where two days may be meant, both are named.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if match := _WITH_TIME.fullmatch(plain):
        return f"leave the time of the day out: {match[1]}"
    if match := _YEAR_FIRST.fullmatch(plain) or _COMPACT.fullmatch(plain):
        return _written([_parts(match[1], match[2], match[3])])
    if match := _YEAR_LAST.fullmatch(plain):
        day_first = _parts(match[3], match[2], match[1])
        month_first = _parts(match[3], match[1], match[2])
        both = [parts for parts in (day_first, month_first) if parts[1] <= _LAST_MONTH]
        return _written(both)
    if match := _SERIAL.fullmatch(plain):
        day = _SERIALS_BEGIN + timedelta(days=int(match[1]))
        return f"write {day}, if this is a spreadsheet's number for a day; {EXAMPLE}"
    return EXAMPLE


def _parts(year: str, month: str, day: str) -> tuple[int, int, int]:
    return int(year), int(month), int(day)


def _written(readings: list[tuple[int, int, int]]) -> str:
    days: dict[str, None] = {}
    faults: list[str] = []
    for year, month, day in readings:
        if year < 1 or not 1 <= month <= _LAST_MONTH:
            faults.append(f"there is no month {month}")
        elif not 1 <= day <= (last := monthrange(year, month)[1]):
            faults.append(f"{year}-{month:02} has {last} days")
        else:
            days[f"{year:04}-{month:02}-{day:02}"] = None
    if days:
        meant = "" if len(days) == 1 else ", whichever is meant"
        return f"write {' or '.join(days)}{meant}"
    return "; ".join([*faults[:1], EXAMPLE])
