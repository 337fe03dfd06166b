"""A report as Markdown, with pictures as Mermaid; whatever was written is only text in it."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from graph.reorganization.reports.cells import number_text, numeric_columns
from graph.reorganization.reports.documents import Heading, Lines, Reference, Table, Text
from graph.reorganization.reports.labels import Label
from graph.reorganization.reports.mermaid import flow_mermaid, tree_mermaid
from graph.reorganization.reports.plain_texts import isolated, on_one_line
from graph.reorganization.reports.trees import TreePicture
from graph.reorganization.reports.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.reorganization.reports.documents import Block, Cell, Report

_MARKS = re.compile(r"([\\`*_{}\[\]<>|#~!$^&])")
_BEGINS = re.compile(r"^([-+=]|[0-9]+[.)])(?=\s)")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|www|mailto)(?=[:.])")
_NO_LINK = "\u200b"


def markdown_text(report: Report) -> str:
    """Return the report; its last line ends."""
    return "\n".join(_Markdown(report).lines()).rstrip() + "\n"


class _Markdown:
    def __init__(self, report: Report) -> None:
        self._report = report
        self._words = Words(report.language)

    def lines(self) -> Iterator[str]:
        report = self._report
        first, second = report.title.names(report.language)
        yield f"# {plain(first)}"
        yield ""
        if second:
            yield plain(second)
            yield ""
        for name, value in report.facts:
            yield f"- **{plain(name)}**{self._words(': ', '：')}{plain(value)}"
        for section in report.sections:
            yield ""
            yield f"## {plain(section.title)}"
            for block in section.blocks:
                yield ""
                yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Text):
            yield plain(block.text)
        elif isinstance(block, Heading):
            text = block.text
            yield f"### {plain(text) if isinstance(text, str) else self._label(text, ' · ')}"
        elif isinstance(block, Lines):
            for number, line in enumerate(block.lines, start=1):
                yield f"{number}. {plain(line.text)}"
        elif isinstance(block, Table):
            yield from self._table(block)
        elif isinstance(block, TreePicture):
            yield from _figure(block.title, tree_mermaid(block, self._words))
        else:
            yield from _figure(block.title, flow_mermaid(block, self._words))

    def _table(self, table: Table) -> Iterator[str]:
        if table.title:
            yield f"**{plain(table.title)}**"
            yield ""
        yield _row([plain(name) for name in table.columns])
        numeric = numeric_columns(table)
        yield _row(["---:" if place in numeric else "---" for place in range(len(table.columns))])
        for row in table.rows:
            yield _row([self._cell(cell) for cell in row])
        if table.rest:
            yield ""
            yield self._words(f"… and {table.rest:,} more.", f"……另有{table.rest:,}项未列出。")
        before, after = self._words("Before", "调整前"), self._words("After", "调整后")
        between = self._words(": ", "：")
        for number, why in enumerate(table.notes, start=1):
            yield ""
            yield f"**\\[{number}\\]** {before}{between}{plain(why.before)}<br>"
            yield f"{after}{between}{plain(why.after)}"

    def _cell(self, cell: Cell) -> str:
        match cell:
            case None:
                told = ["—"]
            case int() | Decimal():
                told = [number_text(cell)]
            case date():
                told = [cell.isoformat()]
            case Reference(note):
                told = [f"\\[{note}\\]"]
            case Label():
                told = [self._label(cell)]
            case str():
                told = [plain(line) for line in cell.splitlines()]
            case _:
                told = [self._label(one, " ") for one in cell]
        return "<br>".join(told)

    def _label(self, label: Label, between: str = "<br>") -> str:
        parts = [plain(name) for name in label.names(self._report.language) if name]
        if label.tells_key:
            parts.append(f"`{on_one_line(label.key).replace('`', '')}`".replace("|", "\\|"))
        return between.join(parts)


def plain(text: str) -> str:
    """Return a text as Markdown that shows it as it is: no mark-up, no HTML, no links."""
    marked = _MARKS.sub(r"\\\1", on_one_line(text))
    marked = _BEGINS.sub(lambda begin: _escaped_beginning(begin[0]), marked)
    return isolated(_ADDRESS.sub(lambda found: f"{found[0]}{_NO_LINK}", marked))


def _escaped_beginning(begin: str) -> str:
    return f"{begin[:-1]}\\{begin[-1]}"


def _figure(title: str, mermaid: str) -> Iterator[str]:
    yield f"**{plain(title)}**"
    yield ""
    yield "```mermaid"
    yield mermaid
    yield "```"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
