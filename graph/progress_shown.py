"""Progress as commands show it: bars, or lines of JSON for programs, or nothing."""

from __future__ import annotations

import json
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.filesize import decimal
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from graph.progress import silently

if TYPE_CHECKING:
    from collections.abc import Generator

    from rich.progress import TaskID

    from graph.progress import Progress as Told

IN_BYTES = "fetching"
"""Stages that begin like this count bytes."""
JSON_PAUSE = 0.5
"""Seconds between two lines about one stage."""

Quiet = Annotated[bool, typer.Option("--quiet", help="Show no progress.")]
JsonProgress = Annotated[
    bool, typer.Option("--json-progress", help="Show progress as lines of JSON on stderr.")
]


class _Done(ProgressColumn):
    """How much is done, and how much a second: a count, or a size where the stage counts bytes."""

    def render(self, task: Task) -> Text:
        total, done = int(task.total or 0), int(task.completed)
        if total <= 1:
            return Text("")
        rate = task.finished_speed or task.speed
        if task.description.startswith(IN_BYTES):
            each = f", {decimal(int(rate))}/s" if rate else ""
            return Text(f"{decimal(done)} of {decimal(total)}{each}")
        each = f", {rate:,.0f}/s" if rate else ""
        return Text(f"{done:,}/{total:,}{each}")


class _JsonLines:
    """Writes how far a stage is, now and then, and when it begins and ends."""

    def __init__(self) -> None:
        self._began: dict[str, float] = {}
        self._told: dict[str, float] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        began = self._began.setdefault(stage, now)
        if 0 < done < total and now - self._told[stage] < JSON_PAUSE:
            return
        self._told[stage] = now
        seconds = now - began
        rate = done / seconds if seconds > 0 and done else None
        line = {
            "stage": stage,
            "done": done,
            "total": total,
            "seconds": round(seconds, 1),
            "rate": round(rate, 1) if rate else None,
            "remaining_seconds": round((total - done) / rate, 1) if rate else None,
        }
        print(json.dumps(line), file=sys.stderr, flush=True)  # noqa: T201 - it is for programs


@contextmanager
def progress_shown(*, quiet: bool = False, as_json: bool = False) -> Generator[Told]:
    """Give a function that shows each stage it is told of on stderr, in the way asked for."""
    if quiet:
        yield silently
    elif as_json:
        yield _JsonLines()
    else:
        with progress_bars() as told:
            yield told


@contextmanager
def progress_bars() -> Generator[Told]:
    """Give a function that shows each stage it is told of as a bar on stderr."""
    bars = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        _Done(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
    )
    tasks: dict[str, TaskID] = {}

    def told(stage: str, done: int, total: int) -> None:
        if stage not in tasks:
            tasks[stage] = bars.add_task(stage, total=total)
        bars.update(tasks[stage], completed=done, total=total)

    with bars:
        yield told
