"""Measure the impact of scenarios beside the naive way, and applying one, and print tables.

For each size, with Neo4j in 4 GB: reading the base of scenarios (once for each version); warm, the
impact with its summary of one operation and of 1,000, interleaved and repeated; a page of
10,000 changes; the naive way, which resolves every account twice; applying a scenario after
which every account has another owner, with readers beside it, and rolling it back; and the memory
of `orgatlas serve` that is asked for the same impacts.

    python -m tests.bench.bench_impact [--subsidiaries N …] [--folder DIR]
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import resource
import tempfile
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

import httpx

from graph.model.keys import AccountKey, DepartmentKey, RuleKey
from graph.model.vocabularies import DepartmentKind, Function
from graph.ownership.changes import outcome
from graph.ownership.resolutions import Resolver
from graph.queries.timelines import timeline
from graph.reorganization.impacts import impact
from graph.reorganization.operations.rules import AddRule, Assign
from graph.reorganization.operations.successions import MergeDepartments
from graph.reorganization.operations.transfers import TransferCustomers, TransferSubsidiaries
from graph.reorganization.operations.units import TransferTerritories
from graph.reorganization.replays import replay
from graph.reorganization.scenarios import Scenario
from graph.reorganization.summaries import summary
from graph.store import Store
from graph.versions.applying import applied, rolled_back
from graph.versions.lifecycles import approved, checked, tried
from graph.versions.trials import Trials
from tests.bench.bench_load import (
    MEMORY,
    reading,
    reads_at_rest,
    server,
    some_accounts,
)
from tests.bench.loads.runs import run
from tests.programs import address_of, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from graph.reorganization.operations.bases import Operation
    from graph.reorganization.ownership_impacts import Base
    from graph.server.connections import Connection

SEED = "7"
MANY = 1_000
PAGE = 10_000
TIMES = 5
TIMES_APPLIED = 3
SAMPLE = 50_000
"""Accounts that the naive way is measured with."""


def main() -> None:
    """Measure every size asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--subsidiaries", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    os.environ.update(MEMORY)
    with tempfile.TemporaryDirectory(prefix="orgatlas-bench-") as made:
        folder = given.folder or Path(made)
        for size in given.subsidiaries:
            measure(folder / str(size), size)


def measure(folder: Path, size: int) -> None:
    """Measure one size and print its table."""
    folder.mkdir(parents=True, exist_ok=True)
    plan = folder / "plan"
    print(f"\n### {size:,} subsidiaries\n", flush=True)
    with server(folder / "impact") as ours:
        if not plan.exists():
            words = ("generate", str(plan), "--subsidiaries", str(size), "--seed", SEED, "--quiet")
            run(ours, *words)
        run(ours, "plan", "load", str(plan), "--quiet")
        asyncio.run(_measured(ours))


async def _measured(ours: Connection) -> None:
    async with Store.connect(ours.uri, ours.user, ours.password) as store:
        await _table(store, ours)


async def _table(store: Store, ours: Connection) -> None:
    print("| what | median, seconds | spread | beside |\n| --- | --- | --- | --- |", flush=True)
    version = (await timeline(store)).latest
    if version is None:
        raise RuntimeError("nothing was loaded")
    day = version.start + timedelta(days=31)
    trials = Trials()
    began = perf_counter()
    base = (await tried(store, _scenario("warm", day, []), trials)).base
    row("reading the base, once for each version", [perf_counter() - began], _size(base))
    one = _scenario("one", day, [_merge(base)])
    many = _scenario("many", day, _operations(base))
    single: list[float] = []
    several: list[float] = []
    for number in range(TIMES):
        for scenario, seconds in ((one, single), (many, several)):
            anew = scenario.model_copy(update={"key": f"{scenario.key}-{number}"})
            seconds.append(await _told(store, trials, anew))
    found = impact(base, _scenario("all", day, _everything(base)))
    pages = _timed(lambda: found.accounts.page(PAGE), TIMES)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    naive, sample = _timed(lambda: _naive(base, one)), min(SAMPLE, len(base.population.accounts))
    whole = naive[0] * len(base.population.accounts) / sample
    times = f"{whole / median(single):,.0f} × as fast as the naive way"
    row("impact and summary of 1 operation: two regions merged", single, times)
    for operation in _kinds(many):
        again = [
            await _told(store, trials, _scenario(f"{operation.op}-{number}", day, [operation]))
            for number in range(TIMES)
        ]
        row(f"the same of 1 `{operation.op}`", again)
    row(f"impact and summary of {MANY:,} operations", several)
    row(f"a page of {PAGE:,} changes", pages)
    row("the naive way: every account twice", [whole], f"from {sample:,} accounts")
    await _applied(store, ours, base, trials)
    print(f"\nUp to the page, the process had {peak:,.0f} MB at most.", flush=True)
    for scenario in (one, many):
        await checked(store, scenario, "bench", trials)
    await asyncio.to_thread(_served, ours, (one.key, many.key))


async def _told(store: Store, trials: Trials, scenario: Scenario) -> float:
    """Return the seconds until a warm process has an impact and its ten lines."""
    began = perf_counter()
    found = (await tried(store, scenario, trials)).impact
    await trials.alone(lambda: summary(found))
    return perf_counter() - began


def _kinds(scenario: Scenario) -> list[Any]:
    """Return the first operation of each kind."""
    return [*{operation.op: operation for operation in reversed(scenario.operations)}.values()]


def _served(ours: Connection, keys: Sequence[str]) -> None:
    """Ask `orgatlas serve` for impacts, and tell how long that took and its memory."""
    with serving(ours) as api:
        root = address_of(api)
        for number in range(TIMES):
            for key in keys:
                began = perf_counter()
                while not _has_answered(root, key):
                    pass
                if number == 0:
                    took = perf_counter() - began
                    print(f"`orgatlas serve`, the impact of {key}: {took:.1f} s", flush=True)
        peak = Path(f"/proc/{api.pid}/status").read_text(encoding="utf-8")
        most = next(line.split()[1] for line in peak.splitlines() if line.startswith("VmHWM"))
        print(f"`orgatlas serve` had {int(most) / 1024:,.0f} MB at most.", flush=True)
        api.terminate()


def _has_answered(root: str, key: str) -> bool:
    asked = "query ($key: ID!) { scenario(key: $key) { impact { summary { text } } } }"
    body = {"query": asked, "variables": {"key": key}}
    answer = httpx.post(f"{root}/graphql", json=body, timeout=60).json()
    return answer.get("data") is not None and answer["data"]["scenario"]["impact"] is not None


def _naive(base: Base, scenario: Scenario) -> int:
    """Resolve accounts before and after, and count how many differ."""
    day = scenario.effective
    result = replay(base.organization, scenario.operations, day).result
    before, after = Resolver(base.organization.book()), Resolver(result.book())
    accounts = base.population.accounts["account"]
    functions = sorted({*before.book.functions, *after.book.functions})
    differing = 0
    for number, account in enumerate(accounts[:SAMPLE]):
        facts = base.population.facts(number)
        was = before.answers(facts, functions, day, account)
        is_now = after.answers(facts, functions, day, account)
        differing += any(outcome(was[one]) != outcome(is_now[one]) for one in functions)
    return differing


async def _applied(store: Store, ours: Connection, base: Base, trials: Trials) -> None:
    """Apply, with readers beside, and roll back, a few times."""
    version = (await timeline(store)).latest
    if version is None:
        raise RuntimeError("nothing was loaded")
    scenario = _scenario("everything", version.start, _everything(base))
    accounts = some_accounts(ours)
    rest = await asyncio.to_thread(reads_at_rest, ours, accounts)
    seconds: list[float] = []
    back: list[float] = []
    slow: list[float] = []
    count = 0
    for _ in range(TIMES_APPLIED):
        await checked(store, scenario, "bench", trials)
        await approved(store, scenario.key, "somebody else", trials)
        with reading(ours, accounts) as found:
            began = perf_counter()
            _, done = await applied(store, scenario.key, "bench", trials=trials)
            seconds.append(perf_counter() - began)
        count = done.accounts.accounts()
        slow.append(found[0].p95)
        began = perf_counter()
        await rolled_back(store, scenario.key, "bench")
        back.append(perf_counter() - began)
    row(
        "applying a scenario that gives every account another owner for every function",
        seconds,
        f"{count:,} accounts; readers p95 {median(slow):.0f} ms,"
        f" {median(slow) / rest.p95:.1f} × at rest ({rest.p95:.0f} ms)",
    )
    row("rolling that back", back)


def _merge(base: Base) -> MergeDepartments:
    regions = sorted(
        key
        for key, one in base.organization.departments.items()
        if one.kind is DepartmentKind.REGION
    )
    return MergeDepartments(
        departments=(DepartmentKey(regions[0]),), into=DepartmentKey(regions[1])
    )


def _everything(base: Base) -> list[Operation]:
    """Return operations after which one department owns every account for every function."""
    owner = next(
        DepartmentKey(key)
        for key, one in sorted(base.organization.departments.items())
        if one.kind is DepartmentKind.HEADQUARTERS
    )
    return [
        AddRule(
            key=RuleKey(f"everything/{function}"),
            name="everything",
            function=function,
            assign=Assign(department=owner),
            priority=1_000,
        )
        for function in sorted(base.resolver.book.owned_functions)
    ]


def _operations(base: Base) -> list[Operation]:
    """Return many operations of several kinds, the same for the same base."""
    dice = random.Random(SEED)  # noqa: S311 - a bench is repeatable
    departments = sorted(map(DepartmentKey, base.organization.departments))
    accounts = base.population.accounts
    customers = sorted(accounts["customer"].unique().to_list())
    coverages = sorted(base.organization.coverages)
    units: dict[DepartmentKind, list[DepartmentKey]] = {}
    for key in departments:
        units.setdefault(base.organization.departments[key].kind, []).append(key)
    made: list[Operation] = []
    handed: set[str] = set()
    while len(made) < MANY:
        number = len(made)
        kind = dice.randrange(3)
        to = dice.choice(departments)
        given: dict[str, Any] = {"key": f"many-{number}", "name": f"many {number}", "to": to}
        functions = (dice.choice([Function.SALES, Function.RELATIONSHIP]),)
        if kind == 0:
            chosen = frozenset({AccountKey(dice.choice(customers))})
            made.append(TransferCustomers(**given, functions=functions, customers=chosen))
        elif kind == 1:
            account = AccountKey(accounts["account"][dice.randrange(len(accounts))])
            chosen = frozenset({account})
            made.append(
                TransferSubsidiaries(**given, functions=functions, subsidiaries=chosen, reason="…")
            )
        else:
            key = dice.choice(coverages)
            coverage = base.organization.coverages[key]
            unit = base.organization.departments[coverage.department]
            if key in handed:
                continue
            handed.add(key)
            made.append(
                TransferTerritories(
                    territories=(coverage.territory,),
                    from_=coverage.department,
                    to=dice.choice(units[unit.kind]),
                )
            )
    return made


def _scenario(key: str, day: object, operations: list[Operation]) -> Scenario:
    return Scenario.model_validate(
        {"key": key, "name": key, "author": "bench", "effective": day, "operations": operations}
    )


def _timed(do: Callable[[], object], times: int = 1) -> list[float]:
    found: list[float] = []
    for _ in range(times):
        began = perf_counter()
        do()
        found.append(perf_counter() - began)
    return found


def _size(base: Base) -> str:
    segments = base.population.accounts["segment"].n_unique()
    return (
        f"{len(base.population.accounts):,} accounts in {segments:,} segments,"
        f" {len(base.organization.departments):,} departments,"
        f" {len(base.organization.rules):,} rules"
    )


def row(what: str, seconds: list[float], beside: str = "") -> None:
    """Print a line of a table."""
    spread = f"{min(seconds):.2f} to {max(seconds):.2f}" if len(seconds) > 1 else "once"
    print(f"| {what} | {median(seconds):.2f} | {spread} | {beside} |", flush=True)


if __name__ == "__main__":
    main()
