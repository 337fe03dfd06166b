"""Strategies: their purposes, ordered steps, and how their revenue is split."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.model.vocabularies import (  # noqa: TC001 - rows are validated at run time
    SplitBasis,
    StrategyKind,
)
from graph.queries.batches import Link, Named, links_of_each, one_of_each
from graph.queries.pages import Listed, Page, Total, page_of, total_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store import Reader


@dataclass(frozen=True, slots=True)
class StrategyRow(Named):
    """A strategy as stored; `parent` is the key of the one it is part of."""

    kind: StrategyKind
    purpose: str | None
    purpose_en: str | None
    parent: str | None


@dataclass(frozen=True, slots=True)
class StepRow(Named):
    """A step as stored; `strategy` is the key of the one it is a step of."""

    ordinal: int
    conditional: bool
    condition: str | None
    strategy: str | None


@dataclass(frozen=True, slots=True)
class SplitRow(Named):
    """A revenue split as stored; a share reads "party=percent"."""

    basis: SplitBasis
    shares: list[str]
    strategy: str | None


@dataclass(frozen=True, slots=True)
class StrategyFilter:
    """Which strategies to list: every field that is set must hold."""

    kinds: tuple[StrategyKind, ...] | None = None
    text: str | None = None


STRATEGIES_BY_KEY = query("strategies/strategies_by_key", StrategyRow)
PAGE_OF_STRATEGIES = query("strategies/page_of_strategies", Listed)
COUNT_OF_STRATEGIES = query("strategies/count_of_strategies", Total)
CHILDREN_OF_STRATEGIES = query("strategies/children_of_strategies", Link)
STEPS_OF_STRATEGIES = query("strategies/steps_of_strategies", Link)
SPLITS_OF_STRATEGIES = query("strategies/splits_of_strategies", Link)
STEPS_BY_KEY = query("steps/steps_by_key", StepRow)
SPLITS_BY_KEY = query("splits/splits_by_key", SplitRow)


async def strategies_by_key(reader: Reader, keys: Sequence[str]) -> list[StrategyRow | None]:
    """Return each key's strategy."""
    return one_of_each(keys, await reader.read(STRATEGIES_BY_KEY, keys=list(keys)))


async def page_of_strategies(reader: Reader, page: Page, only: StrategyFilter) -> list[Listed]:
    """Return a page of the strategies that pass the filter."""
    return await page_of(reader, PAGE_OF_STRATEGIES, page, kinds=_kinds(only), text=only.text)


async def count_of_strategies(reader: Reader, only: StrategyFilter) -> int:
    """Return how many strategies pass the filter."""
    return await total_of(reader, COUNT_OF_STRATEGIES, kinds=_kinds(only), text=only.text)


async def children_of_strategies(reader: Reader, keys: Sequence[str]) -> list[list[str]]:
    """Return the strategies that are part of each, by name."""
    return links_of_each(keys, await reader.read(CHILDREN_OF_STRATEGIES, keys=list(keys)))


async def steps_of_strategies(reader: Reader, keys: Sequence[str]) -> list[list[str]]:
    """Return the steps of each strategy, in their order."""
    return links_of_each(keys, await reader.read(STEPS_OF_STRATEGIES, keys=list(keys)))


async def splits_of_strategies(reader: Reader, keys: Sequence[str]) -> list[list[str]]:
    """Return the revenue splits of each strategy, by name."""
    return links_of_each(keys, await reader.read(SPLITS_OF_STRATEGIES, keys=list(keys)))


async def steps_by_key(reader: Reader, keys: Sequence[str]) -> list[StepRow | None]:
    """Return each key's step."""
    return one_of_each(keys, await reader.read(STEPS_BY_KEY, keys=list(keys)))


async def splits_by_key(reader: Reader, keys: Sequence[str]) -> list[SplitRow | None]:
    """Return each key's revenue split."""
    return one_of_each(keys, await reader.read(SPLITS_BY_KEY, keys=list(keys)))


def _kinds(only: StrategyFilter) -> list[StrategyKind] | None:
    return None if only.kinds is None else list(only.kinds)
