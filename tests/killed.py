"""A loader that dies as `kill -9` does: `python -m tests.killed WHAT PLAN POINT NUMBER`.

It says `began` when it has read the plan and begins; then it loads in many small transactions, or
undoes the last load, and dies at the point named, or runs to its end where none is.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.server.connections import connection
from graph.store import Store, Transaction
from graph.versions import batches
from graph.versions.undos import undo_last_load
from seed.loading.loads import load_plan
from seed.plan_folders import read_plan
from tests.loads import MAY_END_ALL, SMALL_TRANSACTIONS

if TYPE_CHECKING:
    from graph.cypher_files import Statement

POINTS = ("stage", "inside", "after", "alone", "never")
"""At the end of a stage; before a transaction's commit, after it; after a statement of its own."""


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _die_inside(number: int) -> None:
    usual = Transaction.write

    async def write(self: Transaction, statement: Statement, **parameters: Any) -> None:
        await usual(self, statement, **parameters)
        if statement is batches.NOTE_BATCH and parameters["batch"] == number:
            _die()

    Transaction.write = write  # pyright: ignore[reportAttributeAccessIssue]


def _die_after(number: int) -> None:
    usual = batches.Batches.flush
    done = iter(range(1, 1_000_000))

    async def flush(self: batches.Batches) -> None:
        await usual(self)
        if next(done) == number:
            _die()

    batches.Batches.flush = flush


def _die_alone(number: int) -> None:
    usual = Store.run_alone
    done = iter(range(1, 1_000_000))

    async def run_alone(self: Store, statement: Statement, **parameters: Any) -> None:
        await usual(self, statement, **parameters)
        if next(done) == number:
            _die()

    Store.run_alone = run_alone  # pyright: ignore[reportAttributeAccessIssue]


async def _run(what: str, path: Path, last: str) -> None:
    def die_at_stage(stage: str, done: int, total: int) -> None:
        if last and stage.startswith(last) and done == total:
            _die()

    plan = read_plan(path)
    server = connection()
    async with Store.connect(server.uri, server.user, server.password) as store:
        print("began", flush=True)  # noqa: T201 - the test waits for it
        if what == "undo":
            await undo_last_load(store)
        else:
            await load_plan(store, plan, die_at_stage, options=MAY_END_ALL)


def main(what: str, path: str, point: str, number: str) -> None:
    """Die there."""
    batches.ROWS_OF_TRANSACTION = SMALL_TRANSACTIONS
    stage = ""
    if point == "stage":
        stage = number
    elif point == "inside":
        _die_inside(int(number))
    elif point == "after":
        _die_after(int(number))
    elif point == "alone":
        _die_alone(int(number))
    asyncio.run(_run(what, Path(path), stage))


if __name__ == "__main__":
    main(*sys.argv[1:])
