"""An impact as one request looks at it: each thing is worked out once, in a thread."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from graph.ownership.phrases import Language
from graph.reorganization.account_impacts import AccountImpact, Move, Scatter
from graph.reorganization.loads import LoadChange
from graph.reorganization.summaries import Line, names_in, summary
from graph.reorganization.tallies import Tally
from graph.versions.trials import Trials, Tried

FoundT = TypeVar("FoundT")


@dataclass(frozen=True, slots=True)
class Look:
    """What somebody asks of a scenario that was tried."""

    tried: Tried
    trials: Trials
    _found: dict[str, asyncio.Task[Any]] = field(default_factory=dict[str, "asyncio.Task[Any]"])

    @property
    def accounts(self) -> AccountImpact:
        """Who owns and supports what otherwise."""
        return self.tried.impact.accounts

    async def summary(self, language: Language) -> list[Line]:
        """Return the summary in a language."""
        found = self.tried.impact
        names = names_in(found, language)
        return await self._once(f"summary {language}", lambda: summary(found, language, names))

    async def moves(self) -> list[Move]:
        """Return accounts that move alike."""
        return await self._once("moves", lambda: self.accounts.moves)

    async def by_department(self) -> list[Tally]:
        """Return what each department gives and takes."""
        return await self._once("departments", self.accounts.by_department)

    async def by_region(self) -> list[Tally]:
        """Return what each region gives and takes."""
        return await self._once("regions", self.accounts.by_region)

    async def by_customer(self) -> list[tuple[str, int]]:
        """Return the key accounts that change."""
        return await self._once("customers", self.accounts.by_customer)

    async def by_industry(self) -> list[tuple[str, int]]:
        """Return the industries that change."""
        return await self._once("industries", self.accounts.by_industry)

    async def scattered(self) -> list[Scatter]:
        """Return how scattered key accounts become."""
        return await self._once("scattered", lambda: self.accounts.scattered)

    async def loads(self) -> list[LoadChange]:
        """Return the loads of departments that change."""
        return await self._once("loads", lambda: self.tried.impact.loads.changes)

    async def alone(self, work: Callable[[], FoundT]) -> FoundT:
        """Return what work on the impact returns."""
        return await self.trials.alone(work)

    def op(self, operation: int) -> str:
        """Return what the operation of that number does."""
        return self.tried.impact.scenario.operations[operation - 1].op

    def names(self, keys: Sequence[str], *, after: bool) -> "list[tuple[str, str, str | None]]":
        """Return the key, name and English name of departments, before or after."""
        replayed = self.tried.impact.replayed
        departments = (replayed.result if after else replayed.base).departments
        found = (departments.get(key) for key in keys)
        return [
            (key, one.name, one.name_en) if one else (key, key, None)
            for key, one in zip(keys, found, strict=True)
        ]

    def latest_names(self, keys: Sequence[str]) -> list[str]:
        """Return the names of departments, after or else before."""
        replayed = self.tried.impact.replayed
        departments = {**replayed.base.departments, **replayed.result.departments}
        return [departments[key].name if key in departments else key for key in keys]

    async def _once(self, name: str, work: Callable[[], FoundT]) -> FoundT:
        task = self._found.get(name)
        if task is None:
            task = self._found[name] = asyncio.create_task(self.trials.alone(work))
        return cast("FoundT", await task)
