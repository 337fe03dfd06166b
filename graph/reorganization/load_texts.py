"""What is said of loads: who is above a capacity, and where nobody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from graph.model.vocabularies import Function
    from graph.reorganization.loads import LoadChange, LoadImpact
    from graph.reorganization.reports.words import Words


def load_texts(
    loads: LoadImpact,
    words: Words,
    department: Callable[[str], str],
    function: Callable[[Function], str],
) -> Iterator[str]:
    """Yield a text for loads above their capacity after, and one for accounts without people.

    `department` and `function` tell what these are called.
    """
    if above := loads.above:
        worst = above[0]
        name, what = department(worst.department), function(worst.function)
        accounts, people, most = worst.after.accounts, worst.after.people, worst.capacity
        yield words(
            f"{_departments(above)} above capacity, worst {name}: {accounts:,} accounts for {what},"
            f" {people:,} {'person' if people == 1 else 'people'}, {most:,} each at most",
            f"{_count(above):,}个部门超出承载能力，最甚者{name}：{what}{accounts:,}个客户，"
            f"{people:,}人，每人至多{most:,}个",
        )
    if unserved := loads.unserved:
        worst = unserved[0]
        name, what = department(worst.department), function(worst.function)
        have = "has" if _count(unserved) == 1 else "have"
        yield words(
            f"{_departments(unserved)} {have} accounts and no people, most {name}:"
            f" {worst.after.accounts:,} for {what}",
            f"{_count(unserved):,}个部门有客户而无人，最多者{name}：{what}"
            f"{worst.after.accounts:,}个客户",
        )


def standing_text(one: LoadChange, words: Words) -> str:
    """Return how a department stands after; empty where there is nothing to say of it."""
    if one.after.lacks_people:
        return words("nobody is there", "有客户而无人")
    if one.above_after:
        if one.above_before:
            return words("still above capacity", "仍超出能力")
        return words("above capacity", "超出能力")
    return words("no longer above capacity", "不再超出能力") if one.above_before else ""


def _departments(loads: Sequence[LoadChange]) -> str:
    count = _count(loads)
    return f"{count:,} department" + ("" if count == 1 else "s")


def _count(loads: Sequence[LoadChange]) -> int:
    return len({one.department for one in loads})
