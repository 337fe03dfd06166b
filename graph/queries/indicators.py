"""Indicators, and the targets that departments have on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.model.vocabularies import Certainty  # noqa: TC001 - rows are validated at run time
from graph.queries.batches import Link, Named, links_of_each, one_of_each
from graph.queries.pages import Listed, Page, Total, page_of, total_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store import Reader


@dataclass(frozen=True, slots=True)
class IndicatorRow(Named):
    """An indicator as stored."""

    unit: str | None


@dataclass(frozen=True, slots=True)
class TargetRow(Named):
    """A target as stored, with the keys of its indicator and department."""

    value: float | None
    unit: str | None
    period: str | None
    certainty: Certainty
    as_written: str | None
    indicator: str | None
    department: str | None


INDICATORS_BY_KEY = query("indicators/indicators_by_key", IndicatorRow)
PAGE_OF_INDICATORS = query("indicators/page_of_indicators", Listed)
COUNT_OF_INDICATORS = query("indicators/count_of_indicators", Total)
TARGETS_OF_INDICATORS = query("indicators/targets_of_indicators", Link)
TARGETS_BY_KEY = query("targets/targets_by_key", TargetRow)


async def indicators_by_key(reader: Reader, keys: Sequence[str]) -> list[IndicatorRow | None]:
    """Return each key's indicator."""
    return one_of_each(keys, await reader.read(INDICATORS_BY_KEY, keys=list(keys)))


async def page_of_indicators(reader: Reader, page: Page, text: str | None) -> list[Listed]:
    """Return a page of the indicators whose names contain the text; None lets all pass."""
    return await page_of(reader, PAGE_OF_INDICATORS, page, text=text)


async def count_of_indicators(reader: Reader, text: str | None) -> int:
    """Return how many indicators have names that contain the text; None lets all pass."""
    return await total_of(reader, COUNT_OF_INDICATORS, text=text)


async def targets_of_indicators(reader: Reader, keys: Sequence[str]) -> list[list[str]]:
    """Return the targets on each indicator, by name."""
    return links_of_each(keys, await reader.read(TARGETS_OF_INDICATORS, keys=list(keys)))


async def targets_by_key(reader: Reader, keys: Sequence[str]) -> list[TargetRow | None]:
    """Return each key's target."""
    return one_of_each(keys, await reader.read(TARGETS_BY_KEY, keys=list(keys)))
