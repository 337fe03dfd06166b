"""Measure loads beside a bare `UNWIND … CREATE`, and print tables.

For each size, with Neo4j in 4 GB: validate; first load (over the plan of this repository, with
readers beside it); the same nodes and relationships by bare statements into an empty graph; the
same plan again; a plan with 1 % changed rows, undone, and once more with readers. Then the first
20,000 subsidiaries by py2neo's bulk calls and by neomodel.

    python -m tests.bench.bench_load [--subsidiaries N …] [--folder DIR]
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.server import starts
from graph.server.homes import Home
from tests.bench.loads.bare import driver_of, replay, write_snapshot
from tests.bench.loads.mappers import ROWS, by_neomodel, by_py2neo, know_keys
from tests.bench.loads.runs import Run, run, surroundings

if TYPE_CHECKING:
    from collections.abc import Generator

    from graph.server.connections import Connection

REAL_PLAN = Path(__file__).parents[2] / "seed" / "plans" / "organization-and-plan"
SOME_ACCOUNTS = ("grid-zhejiang", "grid-xizang", "grid-hubei", "grid")
MEMORY = {"ORGATLAS_HEAP": "2800m", "ORGATLAS_PAGECACHE": "900m"}
"""With the rest of its process, Neo4j stays under 4 GB."""
SEED = "7"
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Reads:
    """How long readers waited, in milliseconds, and what they were told, without repetitions."""

    p50: float
    p95: float
    reads: int
    told: dict[str, list[str]]


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
    plan, changed = str(folder / "plan"), str(folder / "changed")
    print(f"\n### {size:,} subsidiaries\n", flush=True)
    table("what", "seconds", "memory of the loader", "beside")
    with server(folder / "ours") as ours:
        _generate(ours, plan, size)
        _generate(ours, changed, size, "--change", "0.01")
        line("validate", run(ours, "plan", "validate", plan))
        run(ours, "plan", "load", str(REAL_PLAN), "--quiet")
        rest = reads_at_rest(ours, SOME_ACCOUNTS)
        first, beside = with_readers(ours, SOME_ACCOUNTS, "plan", "load", plan, *ALL)
        line("first load", first, said(beside, rest))
        store = sum(path.stat().st_size for path in (folder / "ours").rglob("*") if path.is_file())
        nodes, edges = write_snapshot(ours, folder / "snapshot")
        accounts = some_accounts(ours)
        again = run(ours, "plan", "load", plan, *ALL)
        line("the same again", again, share(again, first))
        one = run(ours, "plan", "load", changed, *ALL)
        line("1 % changed", one, share(one, first))
        line("undo", run(ours, "plan", "undo"))
        rest = reads_at_rest(ours, accounts)
        one, beside = with_readers(ours, accounts, "plan", "load", changed, *ALL)
        line("1 % changed, readers beside", one, f"{share(one, first)}; {said(beside, rest)}")
        run(ours, "plan", "undo")
        small = _rows(ours)
    with server(folder / "bare") as bare:
        run(bare, "plan", "load", str(REAL_PLAN), "--quiet")
        run(bare, "plan", "undo")
        with driver_of(bare) as driver:
            driver.execute_query("MATCH (n:Load|Plan) DETACH DELETE n")
        seconds = replay(bare, folder / "snapshot")
        rate = (nodes + edges) / seconds
        print(f"| bare `UNWIND … CREATE` | {seconds:.1f} | | {rate:,.0f} things a second |")
        ours_rate = (nodes + edges) / first.seconds
        ratio = first.seconds / seconds
        print(f"| first load ÷ bare | **{ratio:.2f}** | | {ours_rate:,.0f} things a second |")
    print(f"\n{nodes:,} nodes, {edges:,} relationships; the store has {store // MEGABYTE:,} MB.")
    print("Steps of the first load: " + "; ".join(steps(first)) + ".", flush=True)
    _mappers(folder, small, size / first.steps["adding subsidiaries"])


ALL = ("--allow-ending", "100", "--json-progress")


def _mappers(folder: Path, rows: list[dict[str, Any]], ours: float) -> None:
    with server(folder / "py2neo") as one:
        know_keys(one)
        py2neo = len(rows) / by_py2neo(one, rows)
    with server(folder / "neomodel-data") as one:
        know_keys(one)
        neomodel = len(rows) / by_neomodel(one, rows, folder)
    print(
        f"{len(rows):,} subsidiaries, linked to their groups only: py2neo {py2neo:,.0f} a second,"
        f" neomodel {neomodel:,.0f} a second; ours, all of them with everything that links them:"
        f" {ours:,.0f} a second.",
        flush=True,
    )


def _generate(server: Connection, out: str, size: int, *more: str) -> None:
    if not Path(out).exists():
        run(server, "generate", out, "--subsidiaries", str(size), "--seed", SEED, "--quiet", *more)


@contextmanager
def server(folder: Path) -> Generator[Connection]:
    """Give a new server with a home of its own."""
    place = Home(folder / "neo4j")
    connection, _ = starts.start(place)
    try:
        yield connection
    finally:
        starts.stop(place)


def reads_at_rest(server: Connection, keys: tuple[str, ...]) -> Reads:
    """Measure readers while nothing is loaded."""
    with reading(server, keys) as found:
        subprocess.run(["sleep", "10"], check=True)  # noqa: S607 - any sleep
    return found[0]


def with_readers(server: Connection, keys: tuple[str, ...], *words: str) -> tuple[Run, Reads]:
    """Run a command with readers beside it."""
    with reading(server, keys) as found:
        done = run(server, *words)
    return done, found[0]


@contextmanager
def reading(server: Connection, keys: tuple[str, ...]) -> Generator[list[Reads]]:
    """Read until the block ends; the list has the reads then."""
    found: list[Reads] = []
    with subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.bench.loads.reading", *keys],
        env=surroundings(server),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        if process.stdout is not None:
            process.stdout.readline()
        yield found
        told = json.loads(process.communicate()[0])
    p50, p95 = told["p50"] * 1000, told["p95"] * 1000
    found.append(Reads(p50, p95, told["reads"], told["told"]))


def some_accounts(server: Connection) -> tuple[str, ...]:
    """Return the keys of a few subsidiaries."""
    with driver_of(server) as driver:
        rows, _, _ = driver.execute_query(
            "MATCH (s:Subsidiary) WHERE s.ended IS NULL RETURN s.key AS key ORDER BY key LIMIT 20"
        )
    return tuple(str(row["key"]) for row in rows)


def _rows(server: Connection) -> list[dict[str, Any]]:
    with driver_of(server) as driver:
        rows, _, _ = driver.execute_query(
            "MATCH (s:Subsidiary)-[:PART_OF]->(c:Customer) WHERE s.ended IS NULL"
            " RETURN s.key AS key, s.name AS name, s.name_en AS name_en, s.level AS level,"
            " c.key AS customer ORDER BY key LIMIT $most",
            most=ROWS,
        )
    return [row.data() for row in rows]


def table(*columns: str) -> None:
    """Print the head of a table."""
    print("| " + " | ".join(columns) + " |\n|" + " --- |" * len(columns))


def line(what: str, done: Run, beside: str = "") -> None:
    """Print a line of a table."""
    memory = f"{done.megabytes:,.0f} MB"
    print(f"| {what} | {done.seconds:.1f} | {memory} | {beside} |", flush=True)


def share(done: Run, first: Run) -> str:
    """Return a run's part of the first load."""
    return f"{done.seconds / first.seconds:.0%} of the first load"


def said(beside: Reads, rest: Reads) -> str:
    """Return how readers fared beside a load."""
    wavering = sum(len(answers) > 2 for answers in beside.told.values())
    return (
        f"{beside.reads:,} reads, p95 {beside.p95:.0f} ms, {beside.p95 / rest.p95:.1f} × at rest"
        f" ({rest.p95:.0f} ms); accounts told the new plan too early: {wavering}"
    )


def steps(done: Run) -> list[str]:
    """Return the steps of a run that took a while."""
    return [f"{stage} {seconds:.0f} s" for stage, seconds in done.steps.items() if seconds >= 1]


if __name__ == "__main__":
    main()
