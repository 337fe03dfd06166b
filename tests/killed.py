"""What dies as `kill -9` does: `python -m tests.killed WHAT ABOUT POINT NUMBER`.

It says `began` when it begins; then, in many small transactions, it loads the plan ABOUT, undoes
the last load, or applies the scenario ABOUT as `orgatlas scenario apply` does. It dies at the
point named, or runs to its end where none is.
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
from seed.reorganizing.life_commands import apply
from tests.loads import MAY_END_ALL, SMALL_TRANSACTIONS

if TYPE_CHECKING:
    from graph.cypher_files import Statement
    from graph.model.plans import Plan
    from graph.progress import Progress

APPROVER = "Bob"
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


def _dying_at(last: str) -> Progress:
    def progress(stage: str, done: int, total: int) -> None:
        if last and stage.startswith(last) and done == total:
            _die()

    return progress


async def _write_a_version(what: str, plan: Plan, last: str) -> None:
    server = connection()
    async with Store.connect(server.uri, server.user, server.password) as store:
        if what == "undo":
            await undo_last_load(store)
        else:
            await load_plan(store, plan, _dying_at(last), options=MAY_END_ALL)


def main(what: str, about: str, point: str, number: str) -> None:
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
    plan = None if what == "apply" else read_plan(Path(about))
    print("began", flush=True)  # noqa: T201 - the test waits for it
    if plan is None:
        apply(about, APPROVER, quiet=True)
    else:
        asyncio.run(_write_a_version(what, plan, stage))


if __name__ == "__main__":
    main(*sys.argv[1:])
