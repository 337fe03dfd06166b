"""`orgatlas plan init`: an empty plan that explains itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.errors import ModelError
from graph.terminals import say
from seed.listings import list_problems
from seed.starting import Format, start_plan

NewFolder = Annotated[Path, typer.Argument(help="The folder of the new plan.")]


def register(commands: typer.Typer) -> None:
    """Add the command to `orgatlas plan`."""
    commands.command()(init)


def init(
    path: NewFolder,
    *,
    formats: Annotated[
        list[Format] | None,
        typer.Option("--format", help="What to write the entries in; may be repeated."),
    ] = None,
) -> None:
    """Write an empty plan that explains itself: YAML files and an Excel workbook to fill in."""
    try:
        files = start_plan(path, formats or [Format.YAML, Format.XLSX])
    except ModelError as error:
        list_problems(error.problems, "problem", path)
        raise typer.Exit(1) from error
    say(f"Wrote {len(files)} files to {path}. Fill in what you need, then")
    say(f"  orgatlas plan validate {path}")
