"""An impact in ten lines that a director reads in a minute, the worst first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from graph.model.keys import DepartmentKey
from graph.ownership.changes import Turn
from graph.ownership.phrases import EN
from graph.reorganization.load_texts import load_texts
from graph.reorganization.reports.labels import Names
from graph.reorganization.reports.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.model.vocabularies import Function
    from graph.ownership.phrases import Language
    from graph.reorganization.account_impacts import Move
    from graph.reorganization.impacts import Impact
    from graph.reorganization.thing_impacts import Appearance

LINES = 10


class Weight(IntEnum):
    """How bad a line is; the lowest comes first."""

    BLOCKS = 0
    LOSES = 1
    UNSETTLES = 2
    MOVES = 3
    TELLS = 4


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """One line of a summary."""

    weight: Weight
    text: str


def summary(found: Impact, language: Language = EN, names: Names | None = None) -> list[Line]:
    """Return the lines, the worst first; ten at most. Without names, most is told by key."""
    lines = _Summary(found, Words(language), names).lines()
    return sorted(lines, key=lambda line: line.weight)[:LINES]


def names_in(found: Impact, language: Language) -> Names | None:
    """Return the names that a summary is told with where none were read; in English: no names.

    Accounts that the organization does not hold are told by their keys in both languages.
    """
    return None if language is EN else Names(found)


class _Summary:
    def __init__(self, found: Impact, words: Words, names: Names | None) -> None:
        self._found = found
        self._words = words
        self._names = names

    def lines(self) -> Iterator[Line]:
        yield from self._blocking()
        yield from self._ownership()
        yield from self._scattered()
        yield from self._loads()
        yield from self._things()
        yield from self._indicators()
        yield from self._organization()

    def _blocking(self) -> Iterator[Line]:
        words = self._words
        refusals = self._found.replayed.refusals
        if refusals:
            count = len(refusals)
            told = words(
                f"{_many(count, 'operation')} cannot be done: ", f"{count}项操作无法执行："
            )
            yield Line(Weight.BLOCKS, told + refusals[0].told(words.language))
        missing = self._found.missing
        if missing:
            some = [
                f"{words.missing(one.kind)} {one.key if self._names is None else one.name}"
                for one in missing
            ]
            told = words(
                f"{_many(len(missing), 'thing')} not placed: ", f"{len(missing)}项未安排去处："
            )
            yield Line(Weight.BLOCKS, told + words.listed(some))

    def _ownership(self) -> Iterator[Line]:
        totals = self._found.accounts.totals()
        moves = self._found.accounts.moves
        weights = {
            Turn.CONFLICT_APPEARS: (Weight.LOSES, "get several owners at once", "出现多个负责部门"),
            Turn.VACANCY_APPEARS: (
                *(Weight.LOSES, "lose their owner or support to nobody"),
                "失去负责或支持部门",
            ),
            Turn.OWNER_CHANGES: (Weight.MOVES, "change their owner", "变更负责部门"),
            Turn.SUPPORTERS_CHANGE: (Weight.MOVES, "change their supporters", "变更支持部门"),
            Turn.CONFLICT_VANISHES: (Weight.TELLS, "are no longer in conflict", "不再冲突"),
            Turn.VACANCY_VANISHES: (Weight.TELLS, "are no longer vacant", "不再空缺"),
        }
        for turn, (weight, english, chinese) in weights.items():
            if count := totals.get(turn):
                told = self._words(
                    f"{count:,} functions of accounts {english}", f"{count:,}项客户职能{chinese}"
                )
                yield Line(weight, told + self._most(moves, turn))
        if not totals:
            yield Line(
                Weight.TELLS,
                self._words("Nobody's owner or supporters change.", "客户的负责与支持部门均不变。"),
            )

    def _most(self, moves: Iterable[Move], turn: Turn) -> str:
        first = next((one for one in moves if one.turn is turn), None)
        if first is None:
            return ""
        words = self._words
        nobody = words("nobody", "无人")
        between = words(", ", "、")
        before = between.join(self._departments(first.before, former=True)) or nobody
        after = between.join(self._departments(first.after)) or nobody
        function = first.function if self._names is None else words.function(first.function)
        return words(
            f"; most, {first.accounts:,}, for {function}: {before} → {after}"
            f" (operation {first.cause})",
            f"；其中最多的{first.accounts:,}项为{function}：{before} → {after}"
            f"（操作{first.cause}）",
        )

    def _scattered(self) -> Iterator[Line]:
        words = self._words
        all_of_them = self._found.accounts.scattered
        scattered = [one for one in all_of_them if one.growth > 0]
        if scattered:
            worst = scattered[0]
            name = worst.customer
            if self._names is not None:
                name = self._names.account(worst.customer).names(words.language)[0]
            owners = f"{worst.owners_before} → {worst.owners_after}"
            regions = f"{worst.regions_before} → {worst.regions_after}"
            yield Line(
                Weight.UNSETTLES,
                words(
                    f"{_many(len(scattered), 'key account')} get more scattered, worst {name}:"
                    f" {owners} owners in {regions} regions",
                    f"{len(scattered)}个大客户的归属更分散，最甚者{name}："
                    f"负责部门{owners}个，大区{regions}个",
                ),
            )
        gaps = sum(one.presales_gaps_after - one.presales_gaps_before for one in all_of_them)
        if gaps > 0:
            yield Line(
                Weight.LOSES,
                words(
                    f"{gaps:,} more accounts of key accounts are without presales",
                    f"大客户中新增{gaps:,}个无售前支持的单位",
                ),
            )

    def _loads(self) -> Iterator[Line]:
        def function(one: Function) -> str:
            return one if self._names is None else self._words.function(one)

        def department(key: str) -> str:
            return self._departments([key])[0]

        for text in load_texts(self._found.loads, self._words, department, function):
            yield Line(Weight.UNSETTLES, text)

    def _things(self) -> Iterator[Line]:
        found, words = self._found, self._words
        steps, duties = found.unaccountable_steps, found.orphaned_duties
        dangling, redundant = found.dangling_exceptions, found.redundant_exceptions
        sorts: tuple[tuple[Sequence[Appearance], Weight, str, str], ...] = (
            (steps, Weight.LOSES, "strategy steps with nobody responsible", "无人负责的策略步骤"),
            (duties, Weight.LOSES, "responsibilities without a department", "没有部门承担的职责"),
            (
                *(dangling, Weight.LOSES, "exceptions for a department that is no more"),
                "指向已撤销部门的例外",
            ),
            (
                *(redundant, Weight.UNSETTLES, "exceptions that say what the rules say"),
                "与规则一致而多余的例外",
            ),
            (
                *(found.empty_units, Weight.UNSETTLES),
                *("departments with neither posts nor anything inside", "既无岗位也无下设的部门"),
            ),
        )
        for things, weight, english, chinese in sorts:
            new = [one for one in things if one.appears]
            if new:
                first = self._thing(new[0])
                yield Line(
                    weight,
                    words(
                        f"{english}: {len(new):,} more, such as {first}",
                        f"{chinese}：新增{len(new):,}个，如{first}",
                    ),
                )

    def _thing(self, one: Appearance) -> str:
        if self._names is None:
            return f"{one.key} {one.name}"
        label = self._names.anything(one.key)
        return one.name if label is None else label.names(self._words.language)[0]

    def _indicators(self) -> Iterator[Line]:
        words = self._words
        for change in self._found.indicators:
            if change.department is not None:
                continue
            name = change.indicator
            if self._names is not None:
                name = self._names.indicator(name).names(words.language)[0]
            if change.difference:
                told = words(f"the total of {name} changes", f"{name}总计变化")
                between = words(": ", "：")
                yield Line(Weight.LOSES, f"{told}{between}{change.before} → {change.after}")
            if change.unknown_before != change.unknown_after:
                told = words(f"targets of {name} without a number: ", f"{name}中无数值的指标：")
                yield Line(
                    Weight.UNSETTLES, f"{told}{change.unknown_before} → {change.unknown_after}"
                )

    def _organization(self) -> Iterator[Line]:
        found, words = self._found, self._words
        departments = [edit for edit in found.replayed.edits if edit.part == "departments"]
        gone = sorted(edit.key for edit in departments if edit.after is None)
        new = sorted(edit.key for edit in departments if edit.before is None)
        if gone:
            told = words(f"{_many(len(gone), 'department')} no more: ", f"撤销{len(gone)}个部门：")
            yield Line(Weight.MOVES, told + words.listed(self._departments(gone)))
        if new:
            told = words(f"{_many(len(new), 'department')} new: ", f"新设{len(new)}个部门：")
            yield Line(Weight.TELLS, told + words.listed(self._departments(new)))
        if found.posts:
            people = {person for one in found.posts for person in one.people}
            yield Line(
                Weight.MOVES,
                words(
                    f"{_many(len(found.posts), 'post')} move or end, with {len(people):,} people",
                    f"{len(found.posts):,}个岗位调动或撤销，涉及{len(people):,}人",
                ),
            )
        if found.people:
            count = f"{len(found.people):,}"
            yield Line(
                Weight.MOVES, words(f"{count} people change their post", f"{count}人变动岗位")
            )
        having = sorted({one.department for one in found.indicators if one.department is not None})
        if having:
            told = words(
                f"targets of {_many(len(having), 'department')} change: ",
                f"{len(having)}个部门的指标变化：",
            )
            yield Line(Weight.MOVES, told + words.listed(self._departments(having)))

    def _departments(self, keys: Iterable[str], *, former: bool = False) -> list[str]:
        if self._names is None:
            return [_name_of(self._found, key) for key in keys]
        labels = self._names.formers(keys) if former else self._names.departments(keys)
        return [label.names(self._words.language)[0] for label in labels]


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}" + ("" if count == 1 else "s")


def _name_of(found: Impact, key: str) -> str:
    """Return what a department is called, before the scenario if it is there then."""
    base, result = found.replayed.base.departments, found.replayed.result.departments
    known = base.get(DepartmentKey(key)) or result.get(DepartmentKey(key))
    return known.name if known else key
