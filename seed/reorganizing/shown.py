"""An impact as tables for people, and as JSON for programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Console

from graph.ownership.phrases import EN, ZH
from graph.reorganization.load_texts import standing_text
from graph.reorganization.reports.words import STATUSES, TURNS, Words
from graph.reorganization.summaries import names_in, summary
from graph.tables import both, folding
from graph.terminals import say

if TYPE_CHECKING:
    from graph.model.vocabularies import Function
    from graph.ownership.changes import Outcome
    from graph.ownership.phrases import Language
    from graph.reorganization.account_impacts import AccountChange
    from graph.reorganization.impacts import Impact
    from graph.reorganization.loads import Load, LoadChange
    from graph.reorganization.wordings.messages import Message

SHOWN = 20
"""Lines of one table; the rest is counted."""


def show_check(found: Impact, language: Language = EN) -> None:
    """Print whether a scenario may be applied, and what keeps it from that."""
    words = Words(language)
    _show_header(found, words)
    for refusal in found.replayed.refusals:
        say(f"✗ {refusal.told(language)}")
    for one in found.missing:
        say(f"✗ {one.message.told(language)}")
    if found.may_be_applied:
        say(
            words(
                "Every operation can be done, and nothing is forgotten.",
                "所有操作均可执行，没有遗漏。",
            )
        )
    else:
        count = len(found.replayed.refusals) + len(found.missing)
        say(words(f"{count} to settle before it may be applied.", f"执行前还须处理{count}项。"))


def show_impact(found: Impact, language: Language = EN) -> None:
    """Print the summary, then who hands over what to whom."""
    words = Words(language)
    _show_header(found, words)
    lines = summary(found, language, names_in(found, language))
    for number, line in enumerate(lines, start=1):
        say(f"{number:>2}. {line.text}")
    _show_missing(found, words)
    _show_moves(found, words)
    _show_loads(found, words)


def show_names(found: Impact, first: int, after: str | None, language: Language = EN) -> None:
    """Print accounts that change, by key, each with its cause."""
    words = Words(language)
    rows = found.accounts.page(first, after)
    table = folding(
        *(words("account", "客户"), words("function", "职能"), words("before", "之前")),
        *(words("after", "之后"), words("operation", "操作")),
        title=words("Accounts", "客户名单"),
    )
    for one in rows:
        table.add_row(
            *(one.account, _function(one.function, words)),
            *(_told(one.before, words), _told(one.after, words), str(one.cause)),
        )
    _console().print(table)
    if rows:
        further = f"--names {first} --after {rows[-1].account}"
        say(words(f"The next: {further}", f"后续：{further}"))


def impact_json(
    found: Impact, names: int, after: str | None = None, language: Language = EN
) -> dict[str, Any]:
    """Return an impact as plain values; what is told in words is in the language."""
    accounts = found.accounts
    scenario = found.scenario
    return {
        "scenario": scenario.key,
        "name": scenario.name,
        "effective": str(found.day),
        "operations": [
            {"number": number, "op": one.op, "why": one.why}
            for number, one in enumerate(scenario.operations, start=1)
        ],
        "may_be_applied": found.may_be_applied,
        "refusals": [
            {
                "operation": one.operation,
                "op": one.op,
                "about": one.about,
                **message_json(one.message, language),
            }
            for one in found.replayed.refusals
        ],
        "missing": [
            {
                "department": one.department,
                "kind": one.kind,
                "key": one.key,
                "name": one.name,
                "count": one.count,
                **message_json(one.message, language),
            }
            for one in found.missing
        ],
        "summary": [line.text for line in summary(found, language, names_in(found, language))],
        "ownership": {
            "accounts": accounts.accounts(),
            "totals": {turn.value: count for turn, count in accounts.totals().items()},
            "by_operation": {str(number): count for number, count in accounts.by_cause().items()},
            "moved": [asdict(one) for one in accounts.moves],
            "by_department": [asdict(one) for one in accounts.by_department()],
            "by_region": [asdict(one) for one in accounts.by_region()],
            "by_key_account": dict(accounts.by_customer()),
            "by_industry": dict(accounts.by_industry()),
            "names": [_named(one) for one in (accounts.page(names, after) if names else [])],
        },
        "capacities": {function.value: most for function, most in scenario.capacities.items()},
        "loads": [_load(one) for one in found.loads.changes],
        "key_accounts": [asdict(one) for one in accounts.scattered],
        "indicators": [asdict(one) for one in found.indicators],
        "posts": [asdict(one) for one in found.posts],
        "people": [
            {"person": person, "left": left, "taken": taken} for person, left, taken in found.people
        ],
        "shapes": [asdict(one) for one in found.shapes],
        **{
            name: [asdict(one) for one in getattr(found, name)]
            for name in (
                *("dangling_exceptions", "redundant_exceptions", "orphaned_duties"),
                *("unaccountable_steps", "empty_units"),
            )
        },
    }


def message_json(message: Message, language: Language) -> dict[str, str]:
    """Return a message as plain values, with the code that programs know it by."""
    return {
        "code": message.code,
        "what": message.what(language),
        "remedy": message.remedy(language),
    }


def print_json(value: object) -> None:
    """Print plain values as JSON."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def _show_header(found: Impact, words: Words) -> None:
    scenario = found.scenario
    count = len(scenario.operations)
    name = both(scenario.name, scenario.name_en)
    say(
        words(
            f"{name}  [{scenario.key}], from {found.day}",
            f"{name}  [{scenario.key}]，自{found.day}起",
        )
    )
    say(
        words(
            f"{count} operations, drafted by {scenario.author}",
            f"共{count}项操作，起草人：{scenario.author}",
        )
    )


def _show_missing(found: Impact, words: Words) -> None:
    if found.missing:
        say(words("Not placed:", "未安排去处："))
    for one in found.missing[:SHOWN]:
        say(f"  ✗ {one.message.told(words.language)}")
    _say_rest(len(found.missing), words)


def _show_moves(found: Impact, words: Words) -> None:
    moves = found.accounts.moves
    if not moves:
        return
    columns = (
        *(words("what", "变化"), words("function", "职能"), words("before", "之前")),
        *(words("after", "之后"), words("accounts", "客户数"), words("operation", "操作")),
        words("such as", "例如"),
    )
    table = folding(*columns, title=words("Who owns and supports", "负责与支持部门"))
    nobody = words("nobody", "无人")
    for one in moves[:SHOWN]:
        operation = found.scenario.operations[one.cause - 1].op
        table.add_row(
            words(one.turn.replace("-", " "), TURNS[one.turn][ZH]),
            _function(one.function, words),
            "\n".join(one.before) or nobody,
            "\n".join(one.after) or nobody,
            f"{one.accounts:,}",
            f"{one.cause} {words(operation, words.operation(operation))}",
            ", ".join(one.examples),
        )
    _console().print(table)
    _say_rest(len(moves), words)


def _show_loads(found: Impact, words: Words) -> None:
    loads = found.loads.changes
    if not loads:
        return
    table = folding(
        *(words("department", "部门"), words("function", "职能"), words("accounts", "客户数")),
        *(words("people", "人数"), words("per person", "人均"), words("capacity", "每人能力"), ""),
        title=words("Accounts per person", "人均客户"),
    )
    for one in loads[:SHOWN]:
        was, will_be = one.before, one.after
        table.add_row(
            *(one.department, _function(one.function, words)),
            f"{was.accounts:,} → {will_be.accounts:,}",
            f"{was.people:,} → {will_be.people:,}",
            f"{_per_person(was, words)} → {_per_person(will_be, words)}",
            "" if one.capacity is None else f"{one.capacity:,}",
            standing_text(one, words),
        )
    _console().print(table)
    _say_rest(len(loads), words)


def _per_person(side: Load, words: Words) -> str:
    if side.per_person is None:
        return words("no people", "无人")
    return f"{side.per_person:,f}"


def _load(one: LoadChange) -> dict[str, Any]:
    return {
        "department": one.department,
        "function": one.function.value,
        "capacity": one.capacity,
        "before": _load_side(one.before, above=one.above_before),
        "after": _load_side(one.after, above=one.above_after),
    }


def _load_side(side: Load, *, above: bool) -> dict[str, Any]:
    per_person = None if side.per_person is None else float(side.per_person)
    return {**asdict(side), "per_person": per_person, "above_capacity": above}


def _say_rest(lines: int, words: Words) -> None:
    if lines > SHOWN:
        more = lines - SHOWN
        say(
            words(
                f"… and {more:,} more: --json has them all.", f"……另有{more:,}项：--json 列出全部。"
            )
        )


def _function(function: Function, words: Words) -> str:
    return words(function.value, words.function(function))


def _told(side: Outcome | None, words: Words) -> str:
    if side is None:
        return words("not there", "不存在")
    owner = side.owner or (" / ".join(sorted(side.candidates)) if side.candidates else "")
    status = words(side.status.value, STATUSES[side.status][ZH])
    lines = [owner or status, *(f"+ {one}" for one in sorted(side.supporters))]
    return "\n".join(lines)


def _named(one: AccountChange) -> dict[str, Any]:
    return {
        "account": one.account,
        "customer": one.customer,
        "function": one.function.value,
        "before": _side(one.before),
        "after": _side(one.after),
        "turns": [turn.value for turn in one.turns],
        "operation": one.cause,
    }


def _side(side: Outcome | None) -> dict[str, Any] | None:
    if side is None:
        return None
    return {
        "status": side.status.value,
        "owner": side.owner,
        "supporters": sorted(side.supporters),
        "candidates": sorted(side.candidates),
    }


def _console() -> Console:
    return Console(highlight=False, markup=False)
