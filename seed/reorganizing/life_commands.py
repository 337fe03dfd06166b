"""`orgatlas scenario approve`, `apply`, `rollback`, `rebase`, `list`, `show`: a scenario's life."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer
from rich.console import Console

from graph.ownership.phrases import Language
from graph.progress_shown import JsonProgress, Quiet, progress_shown
from graph.queries.scenarios import ScenarioRow, changes_of_scenarios, scenario_by_key, scenarios
from graph.reorganization.reports.words import Words
from graph.server.connections import connection
from graph.store import Store
from graph.store.migrations import migrate
from graph.tables import both, folding
from graph.terminals import say
from graph.versions.applying import applied, rolled_back
from graph.versions.lifecycles import approved, rebased
from seed.reorganizing.clashes_shown import clashes_json, show_clashes
from seed.reorganizing.report_files import SHOWN_IN
from seed.reorganizing.shown import print_json

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from graph.queries.scenarios import ChangeRow
    from graph.versions.lifecycles import Checked

    AnswerT = TypeVar("AnswerT")

Key = Annotated[str, typer.Argument(help="The scenario's key.")]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who does this.")]
Why = Annotated[str | None, typer.Option(help="Why; kept with the change.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def register(commands: typer.Typer) -> None:
    """Add the commands to `orgatlas scenario`."""
    commands.command()(approve)
    commands.command()(apply)
    commands.command()(rollback)
    commands.command()(rebase)
    commands.command(name="list")(listed)
    commands.command()(show)


def approve(key: Key, by: By) -> None:
    """Approve a checked scenario; its author cannot."""
    row = asyncio.run(_with_store(lambda store: approved(store, key, by)))
    say(f"{key} is approved by {by}, as checked on revision {row.base}.")


def apply(key: Key, by: By, *, quiet: Quiet = False, json_progress: JsonProgress = False) -> None:
    """Make the graph answer as an approved scenario says, from its first day on."""
    with progress_shown(quiet=quiet, as_json=json_progress) as progress:
        number, found = asyncio.run(_with_store(lambda store: applied(store, key, by, progress)))
    say(f"{key} is applied as revision {number}: the graph answers so from {found.day} on.")


def rollback(key: Key, by: By, why: Why = None) -> None:
    """Return to the state before a scenario was applied; what was done stays in its history."""
    load = asyncio.run(_with_store(lambda store: rolled_back(store, key, by, why)))
    say(f"{key} is rolled back: revision {load.number} is undone.")


def rebase(
    key: Key,
    by: By,
    *,
    accept: Annotated[
        bool, typer.Option("--accept", help="Go on although these operations meet changes.")
    ] = False,
    as_json: AsJson = False,
    language: Annotated[Language, SHOWN_IN] = Language.EN,
) -> None:
    """Bring a scenario to the newest revision; each clash with what changed is named."""
    found = asyncio.run(_with_store(lambda store: rebased(store, key, by, accept=accept)))
    if as_json:
        print_json(clashes_json(found, language))
    else:
        _show_rebased(key, found, language)
    if not found.saved:
        raise typer.Exit(1)


def listed(*, as_json: AsJson = False) -> None:
    """List all scenarios, the latest effective first."""
    rows = asyncio.run(_with_store(scenarios))
    if as_json:
        print_json([_plain(row) for row in rows])
    elif not rows:
        say("No scenario was checked yet: orgatlas scenario check FILE.")
    else:
        table = folding("scenario", "name", "from", "state", "author", "approver", "base")
        for row in rows:
            name = both(row.name, row.name_en, "\n")
            state = f"{row.state}\nrevision {row.load}" if row.load else row.state
            who = (row.author, row.approver or "")
            table.add_row(row.key, name, str(row.effective), state, *who, str(row.base))
        Console(highlight=False, markup=False).print(table)


def show(key: Key, *, as_json: AsJson = False) -> None:
    """Show a scenario: its operations, how far it is, and all that was done to it."""
    row, changes = asyncio.run(_with_store(lambda store: _found(store, key)))
    if as_json:
        print_json({**_plain(row), "changes": [asdict(change) for change in changes]})
        return
    say(f"{both(row.name, row.name_en)}  [{row.key}], from {row.effective}: {row.state}")
    if row.why:
        say(row.why)
    for number, operation in enumerate(row.scenario().operations, start=1):
        given = operation.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        said = ", ".join(f"{name}: {_text(value)}" for name, value in given.items())
        say(f"{number:>3}. {operation.op}  {said}")
    table = folding("when", "step", "who", "what", "why", title="What was done")
    for change in changes:
        if change.step != "operation":
            when = f"{change.at:%Y-%m-%d %H:%M:%S}"
            table.add_row(when, change.step, change.who, change.what, change.why or "")
    Console(highlight=False, markup=False).print(table)


async def _with_store(do: Callable[[Store], Awaitable[AnswerT]]) -> AnswerT:
    server = connection()
    async with Store.connect(server.uri, server.user, server.password) as store:
        await migrate(store)
        return await do(store)


async def _found(store: Store, key: str) -> tuple[ScenarioRow, list[ChangeRow]]:
    return await scenario_by_key(store, key), await changes_of_scenarios(store, [key])


def _show_rebased(key: str, found: Checked, language: Language) -> None:
    words = Words(language)
    show_clashes(found, language)
    version, count = found.tried.version.number, len(found.clashes)
    if not found.saved:
        told = words(
            f"{count} clashes: change the operations and check again, or --accept.",
            f"{count}处冲突：修改操作后重新 check，或用 --accept 接受。",
        )
    elif found.tried.impact.may_be_applied:
        told = words(
            f"{key} is checked on revision {version}; it is to be approved anew.",
            f"{key}已在版本{version}上通过检查，须重新批准。",
        )
    else:
        told = words(
            f"{key} is a draft on revision {version}: see orgatlas scenario check.",
            f"{key}在版本{version}上是草案：见 orgatlas scenario check。",
        )
    say(told)


def _plain(row: ScenarioRow) -> dict[str, Any]:
    return {**asdict(row), "operations": json.loads(row.operations)}


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace('"', "")
