"""`orgatlas generate`: a plan of any size that nobody wrote."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.bulk import uncollected
from graph.errors import ModelError
from graph.model.problems import Problem
from graph.progress_shown import JsonProgress, Quiet, progress_shown
from graph.terminals import say
from seed.generating.plans import Recipe, generate
from seed.generating.sizes import Wishes, size_of
from seed.generating.writing import BulkFormat

MOST_CHANGE = 0.5

Folder = Annotated[Path, typer.Argument(help="The plan's folder, which must be new or empty.")]
Subsidiaries = Annotated[int, typer.Option(help="How many subsidiaries all groups have.")]
Seed = Annotated[int, typer.Option(help="The same seed and sizes, the same bytes.")]
Departments = Annotated[int | None, typer.Option(help="At most so many, with all inside units.")]
People = Annotated[int | None, typer.Option(help="So many people, and as many posts.")]
Rules = Annotated[int | None, typer.Option(help="With those that every plan has.")]
Exceptions = Annotated[int | None, typer.Option(help="Named exceptions.")]
Format = Annotated[
    BulkFormat, typer.Option("--format", help="Of subsidiaries, people, posts and holdings.")
]
ChangedShare = Annotated[
    float, typer.Option("--change", help="The same plan, but this share of subsidiaries: 0.01.")
]
ChangeSeed = Annotated[int, typer.Option(help="Which of them change, and how.")]


def register(app: typer.Typer) -> None:
    """Add `orgatlas generate`."""
    app.command(name="generate")(generate_plan)


def generate_plan(  # noqa: PLR0913 - one option each
    out: Folder,
    *,
    subsidiaries: Subsidiaries,
    seed: Seed,
    departments: Departments = None,
    people: People = None,
    rules: Rules = None,
    exceptions: Exceptions = None,
    bulk_format: Format = BulkFormat.CSV,
    change: ChangedShare = 0,
    change_seed: ChangeSeed = 1,
    quiet: Quiet = False,
    json_progress: JsonProgress = False,
) -> None:
    """Write a realistic plan of any size; counts left out fit the number of subsidiaries."""
    size = size_of(subsidiaries, Wishes(departments, people, rules, exceptions))
    if not 0 <= change <= MOST_CHANGE:
        what = f"{change} is not a share of the subsidiaries that may change"
        remedy = f"give a share from 0 to {MOST_CHANGE}: 0.01 is one in a hundred"
        raise ModelError([Problem("--change", 0, "", "bad-share", what, remedy)])
    recipe = Recipe(size, seed, bulk_format, change, change_seed)
    with uncollected(), progress_shown(quiet=quiet, as_json=json_progress) as progress:
        made = generate(out, recipe, progress)
    say(
        f"{out}: {made.subsidiaries:,} subsidiaries of {made.groups:,} groups,"
        f" {made.departments:,} departments, {made.people:,} people, {made.posts:,} posts,"
        f" {made.holdings:,} holdings, {made.rules:,} rules, {made.exceptions:,} exceptions."
    )
