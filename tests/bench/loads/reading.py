"""Readers beside a load: who owns accounts, asked again and again, with how long each answer took.

What each account was told is kept without repetitions: one answer, or the one before a load and the
one after it.

    python -m tests.bench.loads.reading KEY…

Says when it begins, reads until its input closes, then prints a line of JSON.
"""

from __future__ import annotations

import asyncio
import json
import sys
from datetime import date, datetime
from statistics import median, quantiles
from time import perf_counter
from typing import TYPE_CHECKING

from graph.model.vocabularies import Function
from graph.queries.accounts import accounts_by_key
from graph.queries.rule_books import RuleBooks
from graph.queries.standings import standing
from graph.queries.timelines import pinned
from graph.server.connections import connection
from graph.store import Store

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST = 20
"""Questions asked at least: the spread of fewer says nothing."""
PAUSE = 0.01
"""Seconds between two questions: a portal, not a stress test."""


async def _owner(store: Store, books: RuleBooks, key: str, day: date) -> str:
    reader = await pinned(store, day)
    [row] = await accounts_by_key(reader, [key])
    if row is None:
        return "absent"
    owner = (await standing(reader, books, row)).answer(Function.SALES, day).owner
    return owner.department if owner else "nobody"


async def _read(keys: Sequence[str], until: asyncio.Event) -> None:
    server = connection()
    seconds: list[float] = []
    told: dict[str, list[str]] = {key: [] for key in keys}
    books = RuleBooks()
    day = datetime.now().astimezone().date()
    async with Store.connect(server.uri, server.user, server.password) as store:
        for key in keys:
            await _owner(store, books, key, day)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while not until.is_set() or len(seconds) < LEAST:
            key = keys[len(seconds) % len(keys)]
            began = perf_counter()
            answer = await _owner(store, books, key, day)
            seconds.append(perf_counter() - began)
            if told[key][-1:] != [answer]:
                told[key].append(answer)
            await asyncio.sleep(PAUSE)
    found = {
        "reads": len(seconds),
        "p50": median(seconds),
        "p95": quantiles(seconds, n=20)[-1],
        "told": told,
    }
    sys.stdout.write(json.dumps(found) + "\n")


async def _main() -> None:
    until = asyncio.Event()
    reading = asyncio.create_task(_read(sys.argv[1:], until))
    await asyncio.to_thread(sys.stdin.read)
    until.set()
    await reading


if __name__ == "__main__":
    asyncio.run(_main())
