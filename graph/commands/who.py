"""`orgatlas who`: who owns an account, who supports it, and why."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.days import day_given
from graph.errors import NotFound, NotThere
from graph.model.vocabularies import Function  # noqa: TC001 - typer reads it
from graph.queries.accounts import AccountRow, accounts_by_key
from graph.queries.presences import presences
from graph.queries.rule_books import RuleBooks
from graph.queries.sheets import Sheet, accounts_named, sheet
from graph.queries.timelines import Pinned, Timeline, refuse_undone, timeline
from graph.server.connections import connection
from graph.store import Reader, Store
from graph.tables import show_matches, show_sheet
from graph.terminals import say

if TYPE_CHECKING:
    from datetime import date

    from graph.model.intervals import Interval

SEVERAL = 2
"""Exit code where a name fits several accounts."""


def register(app: typer.Typer) -> None:
    """Add `orgatlas who`."""
    app.command()(who)


def who(
    account: Annotated[str, typer.Argument(help="Key or name of an account, or a part of it.")],
    function: Annotated[
        Function | None, typer.Option(help="Only this function; all if not given.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="The day; today if not given.")
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
) -> None:
    """Tell who owns an account and who supports it, and why.

    A name that fits several accounts lists them and ends with exit code 2; none is guessed.
    """
    day = day_given(as_of)
    found = asyncio.run(_asked(account, function, day))
    if isinstance(found, Sheet):
        if as_json:
            _print_json(asdict(found))
        else:
            show_sheet(found)
        return
    if as_json:
        _print_json({"matches": [_match(one) for one in found]})
    else:
        say(f"“{account}” fits {len(found)} accounts; ask by key:")
        show_matches(found)
    raise typer.Exit(SEVERAL)


async def _asked(account: str, function: Function | None, day: date) -> Sheet | list[Any]:
    server = connection()
    async with Store.connect(server.uri, server.user, server.password) as store:
        known = await timeline(store)
        version = known.on(day)
        reader = Pinned(store, version)
        matches = await accounts_named(reader, account)
        if account not in {one.key for one in matches}:
            await _refuse_other_days(store, known, account, day)
        if not matches:
            await _refuse_other_names(store, known, account, day)
            near = await accounts_named(reader, account[:2])
            raise NotFound(f"“{account}”", [f"{one.name} ({one.key})" for one in near[:3]])
        if len(matches) > 1:
            return matches
        [row] = await accounts_by_key(reader, [matches[0].key])
        if row is None:
            raise NotFound(f"“{account}”")
        found = await sheet(reader, RuleBooks(), row, [function] if function else None, day)
        await refuse_undone(store, version)
        return found


async def _refuse_other_days(store: Reader, known: Timeline, key: str, day: date) -> None:
    """Raise NotThere if an account with that key is there, but not on that day."""
    found = await presences(store, known, key)
    if found and not any(one.contains(day) for one in found):
        raise NotThere(f"“{key}”", day, [_period(one) for one in found])


async def _refuse_other_names(store: Reader, known: Timeline, name: str, day: date) -> None:
    """Raise NotFound with what an account is called on that day if it has the name on another."""
    for version in reversed(known.versions):
        for one in (await accounts_named(Pinned(store, version), name))[:1]:
            await _refuse_other_days(store, known, one.key, day)
            [row] = await accounts_by_key(Pinned(store, known.on(day)), [one.key])
            if row is not None:
                raise NotFound(f"“{name}”", [f"{row.name} ({row.key})"])


def _period(presence: Interval) -> str:
    start = f"from {presence.start}"
    return start if presence.until is None else f"{start} until {presence.until}"


def _match(one: AccountRow | Any) -> dict[str, str | None]:
    return {"key": one.key, "name": one.name, "name_en": one.name_en, "kind": one.kind.value}


def _print_json(value: object) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))
