"""What the commands show: lines as they are, and progress with one bar per stage."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.filesize import decimal
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeElapsedColumn
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Generator

    from rich.progress import TaskID

    from graph.server.progress import Progress as Told

A_MEGABYTE = 1_000_000
"""A total from here on is a size in bytes."""


def say(text: str) -> None:
    """Print one line, as it is."""
    Console(soft_wrap=True, highlight=False, markup=False).print(text)


def say_error(text: str) -> None:
    """Print one line on stderr, as it is."""
    Console(stderr=True, soft_wrap=True, highlight=False, markup=False).print(text)


class _Done(ProgressColumn):
    """How much is done: a count, or a size where the total is a size."""

    def render(self, task: Task) -> Text:
        total = int(task.total or 0)
        if total >= A_MEGABYTE:
            return Text(f"{decimal(int(task.completed))} of {decimal(total)}")
        return Text(f"{int(task.completed)}/{total}" if total > 1 else "")


@contextmanager
def progress_bars() -> Generator[Told]:
    """Give a function that shows each stage it is told of as a bar on stderr."""
    console = Console(stderr=True)
    bars = Progress(
        TextColumn("{task.description}"), BarColumn(), _Done(), TimeElapsedColumn(), console=console
    )
    tasks: dict[str, TaskID] = {}

    def told(stage: str, done: int, total: int) -> None:
        if stage not in tasks:
            tasks[stage] = bars.add_task(stage, total=total)
        bars.update(tasks[stage], completed=done, total=total)

    with bars:
        yield told
