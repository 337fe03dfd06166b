"""A report as one HTML page: nothing is fetched, nothing runs, whatever was written is escaped."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from graph.ownership.phrases import ZH
from graph.reorganization.reports.cells import number_text, numeric_columns
from graph.reorganization.reports.documents import Heading, Lines, Reference, Table, Text
from graph.reorganization.reports.drawings import escaped, width_of
from graph.reorganization.reports.flow_drawings import flow_svg
from graph.reorganization.reports.labels import Label
from graph.reorganization.reports.legends import flow_legend, tree_legend
from graph.reorganization.reports.styles import STYLE
from graph.reorganization.reports.tree_drawings import tree_svg
from graph.reorganization.reports.trees import TreePicture
from graph.reorganization.reports.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.reorganization.reports.documents import Cell, Content, Report, Section, Why

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""What a browser may load: nothing from anywhere, whatever a name might hold."""
SHORT = 9
"""Texts up to this width, in letters as wide as high, are kept on one line."""
WIDE = 4
"""Tables of so many columns take the whole width."""


def html_page(report: Report) -> str:
    """Return the page."""
    return "\n".join(_Page(report).lines()) + "\n"


class _Page:
    def __init__(self, report: Report) -> None:
        self._report = report
        self._words = Words(report.language)

    def lines(self) -> Iterator[str]:
        report = self._report
        first, second = report.title.names(report.language)
        language = "zh-Hans" if report.language is ZH else "en"
        yield "<!DOCTYPE html>"
        yield f'<html lang="{language}">'
        yield '<head><meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield '<link rel="icon" href="data:,">'
        yield f"<title>{escaped(first)}</title>"
        yield f"<style>{STYLE}</style></head>"
        yield "<body><main><header>"
        other = f"<small>{_bdi(second)}</small>" if second else ""
        yield f"<h1>{_bdi(first)}{other}</h1>"
        yield "<dl>"
        for name, value in report.facts:
            yield f"<div><dt>{escaped(name)}</dt><dd>{_bdi(value)}</dd></div>"
        yield "</dl></header>"
        if len(report.sections) > 1:
            yield "<nav><ul>"
            for section in report.sections:
                yield f'<li><a href="#{section.key}">{escaped(section.title)}</a></li>'
            yield "</ul></nav>"
        for section in report.sections:
            yield from self._section(section)
        yield "</main></body></html>"

    def _section(self, section: Section) -> Iterator[str]:
        upright = any(isinstance(block, TreePicture) for block in section.blocks)
        kind = ' class="upright"' if upright else ""
        yield f'<section id="{section.key}"{kind}><h2>{escaped(section.title)}</h2>'
        headings = [block for block in section.blocks if isinstance(block, Heading)]
        if len(headings) > 1:
            yield '<ul class="parts">'
            for number, heading in enumerate(headings, start=1):
                name = self._name(heading)[0]
                yield f'<li><a href="#{section.key}-{number}">{_bdi(name)}</a></li>'
            yield "</ul>"
        number = 0
        for block in section.blocks:
            if isinstance(block, Heading):
                number += 1
                first, second = self._name(block)
                other = f"<small>{_bdi(second)}</small>" if second else ""
                yield f'<h3 id="{section.key}-{number}">{_bdi(first)}{other}</h3>'
            else:
                yield from self._block(block, section.key)
        yield "</section>"

    def _name(self, heading: Heading) -> tuple[str, str]:
        text = heading.text
        return text.names(self._report.language) if isinstance(text, Label) else (text, "")

    def _block(self, block: Content, key: str) -> Iterator[str]:
        if isinstance(block, Text):
            yield f'<p class="{block.tone.value}">{_bdi(block.text)}</p>'
        elif isinstance(block, Lines):
            yield '<ol class="lines">'
            for line in block.lines:
                yield f'<li class="{line.tone.value}">{_bdi(line.text)}</li>'
            yield "</ol>"
        elif isinstance(block, Table):
            yield from self._table(block, key)
        elif isinstance(block, TreePicture):
            legend = tree_legend(block, self._words)
            yield from _figure(block.title, tree_svg(block, self._words), legend)
        else:
            yield from _figure(block.title, flow_svg(block, self._words), flow_legend(block))

    def _table(self, table: Table, key: str) -> Iterator[str]:
        numeric = numeric_columns(table)
        wide = ' class="wide"' if len(table.columns) >= WIDE else ""
        yield f'<div class="scroll"><table{wide}>'
        if table.title:
            yield f"<caption>{escaped(table.title)}</caption>"
        heads = (_head(name, numeric=place in numeric) for place, name in enumerate(table.columns))
        yield f"<thead><tr>{''.join(heads)}</tr></thead><tbody>"
        for row in table.rows:
            cells = (
                self._cell(cell, key, numeric=place in numeric) for place, cell in enumerate(row)
            )
            yield f"<tr>{''.join(cells)}</tr>"
        yield "</tbody></table></div>"
        if table.rest:
            told = self._words(f"… and {table.rest:,} more.", f"……另有{table.rest:,}项未列出。")
            yield f'<p class="rest">{escaped(told)}</p>'
        if table.notes:
            yield '<ol class="why">'
            for number, why in enumerate(table.notes, start=1):
                yield self._why(why, number, key)
            yield "</ol>"

    def _why(self, why: Why, number: int, key: str) -> str:
        before, after = self._words("Before", "调整前"), self._words("After", "调整后")
        return (
            f'<li id="{key}-why-{number}"><b>[{number}]</b>'
            f"<p><span>{before}</span>{_bdi(why.before)}</p>"
            f"<p><span>{after}</span>{_bdi(why.after)}</p></li>"
        )

    def _cell(self, cell: Cell, key: str, *, numeric: bool) -> str:
        kind = "number" if numeric else ""
        match cell:
            case None:
                told = '<span class="none">—</span>'
            case int() | Decimal():
                told = number_text(cell) if cell else '<span class="none">0</span>'
            case date():
                kind, told = "short", cell.isoformat()
            case Reference(note):
                kind, told = "short", f'<a href="#{key}-why-{note}">[{note}]</a>'
            case Label():
                told = self._label(cell)
            case str():
                short = "\n" not in cell and width_of(cell, 1) <= SHORT
                kind, told = "short" if short else "", _bdi(cell) if cell else ""
            case _:
                told = "".join(f"<div>{self._label(one)}</div>" for one in cell)
        return f'<td class="{kind}">{told}</td>' if kind else f"<td>{told}</td>"

    def _label(self, label: Label) -> str:
        first, second = label.names(self._report.language)
        other = f"<small>{_bdi(second)}</small>" if second else ""
        told = f"<code>{escaped(label.key)}</code>" if label.tells_key else ""
        return f"{_bdi(first)}{other}{told}"


def _figure(title: str, svg: str, legend: str) -> Iterator[str]:
    yield f"<figure><figcaption>{escaped(title)}</figcaption>"
    yield f'<div class="scroll">{svg}</div>'
    yield f'<ul class="legend">{legend}</ul></figure>'


def _bdi(text: str) -> str:
    """Return a text whose direction, whatever it is, stays its own."""
    return f"<bdi>{escaped(text)}</bdi>"


def _head(name: str, *, numeric: bool) -> str:
    kinds = [*(["number"] if numeric else []), *(["short"] if width_of(name, 1) <= SHORT else [])]
    told = f' class="{" ".join(kinds)}"' if kinds else ""
    return f'<th scope="col"{told}>{escaped(name)}</th>'
