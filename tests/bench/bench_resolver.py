"""Measure the resolver at 1,000,000 subsidiaries beside a naive one, and print a table.

The naive resolver is the reference of the property tests: it goes through every rule for every
subsidiary. It would take hours for all of them, so it answers a sample in every round, right
before ours, and its rate is stated. Both must give the same owners. Ours runs as the loader runs
it, without Python's cycle collector (`graph/bulk.py`).

    python -m tests.bench.bench_resolver [--subsidiaries N] [--rounds N]
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from random import Random
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import polars as pl

from graph.bulk import uncollected
from graph.columns.sequences import FrameSequence, frame_of
from graph.model.accounts import Customer, Subsidiary
from graph.model.keys import AccountKey, SegmentKey
from graph.ownership.books import RuleBook
from graph.ownership.resolutions import resolve
from seed.resolving.accounts import facts_of
from seed.resolving.segments import segmented
from tests.bench.organizations import DAY, Size, organization
from tests.unit.ownership.reference import verdict

if TYPE_CHECKING:
    from graph.model.plans import Plan
    from graph.model.vocabularies import Function
    from graph.ownership.answers import Answer
    from graph.ownership.facts import Facts

SEED = 7
GROUPS = 3000
RULES = 500
SAMPLE = 400
"""Subsidiaries that the naive resolver answers in a round."""


class Clock:
    """Seconds of each stage, round by round."""

    def __init__(self) -> None:
        self.seconds: dict[str, list[float]] = {}
        self._since = perf_counter()

    def start(self) -> None:
        self._since = perf_counter()

    def note(self, stage: str) -> None:
        """Count the time since the last note or start for a stage."""
        now = perf_counter()
        self.seconds.setdefault(stage, []).append(now - self._since)
        self._since = now

    def spread(self, stage: str) -> str:
        """Return the median of a stage with its least and most."""
        found = self.seconds[stage]
        return f"{median(found):.2f} s ({min(found):.2f} to {max(found):.2f})"


def measure(plan: Plan, rounds: int, clock: Clock) -> tuple[int, int]:
    """Run the rounds; return how many subsidiaries and segments there were."""
    book = RuleBook.from_plan(plan)
    names = frame_of(plan.subsidiaries, Subsidiary)["key"].to_list()
    random = Random(SEED)  # noqa: S311 - figures, not secrets
    segments = 0
    for _ in range(rounds):
        sample = facts_of(plan, random.sample(names, SAMPLE))
        clock.start()
        naive = _naively(book, sample)
        clock.note("naive")
        with uncollected():
            found = segmented(plan, book)
            clock.note("cut")
            answers = resolve(book, found.segments, DAY)
            clock.note("resolve")
        of_sample = found.of_account.filter(pl.col("account").is_in([*sample]))
        accounts = (AccountKey(key) for key in of_sample["account"])
        keys = (SegmentKey(key) for key in of_sample["segment"])
        _agree(naive, answers, dict(zip(accounts, keys, strict=True)))
        segments = len(found.segments)
    return len(names), segments


Owners = dict["AccountKey", dict["Function", str | None]]


def _naively(book: RuleBook, sample: dict[AccountKey, Facts]) -> Owners:
    owners: Owners = {}
    for account, facts in sample.items():
        found = {one: verdict(book, facts, one, DAY, account).owner for one in book.functions}
        owners[account] = {one: owner[0] if owner else None for one, owner in found.items()}
    return owners


def _agree(
    naive: Owners,
    answers: dict[SegmentKey, dict[Function, Answer]],
    segments: dict[AccountKey, SegmentKey],
) -> None:
    for account, owners in naive.items():
        for function, owner in owners.items():
            ours = answers[segments[account]][function].owner
            if (ours.department if ours else None) != owner:
                raise SystemExit(f"{account}, {function}: the resolvers disagree")


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--subsidiaries", type=int, default=1_000_000)
    arguments.add_argument("--rounds", type=int, default=5)
    given = arguments.parse_args()
    plan = _in_columns(organization(Size(given.subsidiaries, GROUPS, RULES), SEED))
    clock = Clock()
    units, segments = measure(plan, given.rounds, clock)
    totals = [sum(times) for times in zip(*_ours(clock), strict=True)]
    rate = SAMPLE / median(clock.seconds["naive"])
    ratios = [
        units / total / (SAMPLE / naive)
        for total, naive in zip(totals, clock.seconds["naive"], strict=True)
    ]
    print(f"{units:,} subsidiaries in {segments:,} segments, {RULES} rules, {given.rounds} rounds")
    print()
    print("| step | median (least to most) |")
    print("| --- | --- |")
    print(f"| read the facts of every subsidiary and cut the segments | {clock.spread('cut')} |")
    print(f"| resolve every segment for every function | {clock.spread('resolve')} |")
    print(f"| both | {median(totals):.2f} s ({min(totals):.2f} to {max(totals):.2f}) |")
    print(f"| both, subsidiaries per second | {units / median(totals):,.0f} |")
    print(f"| naive, subsidiaries per second (sample of {SAMPLE} a round) | {rate:,.0f} |")
    spread = f"{median(ratios):,.0f} ({min(ratios):,.0f} to {max(ratios):,.0f})"
    print(f"| ratio, round by round | {spread} |")


def _in_columns(plan: Plan) -> Plan:
    """Return the plan as one read from files is: its accounts are columns."""
    return replace(
        plan,
        customers=FrameSequence(Customer, frame_of(plan.customers, Customer)),
        subsidiaries=FrameSequence(Subsidiary, frame_of(plan.subsidiaries, Subsidiary)),
    )


def _ours(clock: Clock) -> list[list[float]]:
    return [clock.seconds[stage] for stage in ("cut", "resolve")]


if __name__ == "__main__":
    main()
