"""Entries written and read again are the entries they were, whatever their texts."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from seed.documents.accounts import CustomerDocument, SubsidiaryDocument
from seed.documents.organization import PostDocument, UnitTemplateDocument
from seed.documents.rules import ExceptionDocument
from seed.documents.strategies import OpenQuestionDocument, StrategyDocument
from seed.exporting.files import SectionFiles
from seed.exporting.formats import Format
from seed.reading.folders import reading_of
from seed.writing.flattening import fields_of

if TYPE_CHECKING:
    from seed.documents.entries import Entry
    from seed.exporting.fields import Fields

PLAN = "key: p\nname: p\norganization: o\nfrom: 2026-01-01\nsections: [{folder: s}]\n"
_ODD = (
    *("=1+1", "+86", "-", "@sum(A1)", "'=x", "''+", '"', "a,b", "a;b", "\\", "⚡😀", "يمين"),
    *("_x0041_", "no", "2026-01-31", "007", "1e3", "true", "~", "null", "- a", "a: b", "#"),
    *("[x]", "{x}", "*a", "&a", "!t", "%", "|"),
)
_LETTERS = some.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Cn", "Co"))
NAMES = some.one_of(
    some.sampled_from(_ODD), some.text(_LETTERS, min_size=1, max_size=30).map(str.strip)
).filter(bool)
LINES = some.lists(NAMES, min_size=1, max_size=3).map("\n".join)


@some.composite
def entries(draw: some.DrawFn) -> list[tuple[type[Entry], Fields]]:
    name, line = draw(NAMES), draw(LINES)
    tags = [*dict.fromkeys(draw(some.lists(NAMES, max_size=3)))]
    return [
        (CustomerDocument, {"key": "c", "name": name, "tier": "vip", "tags": [*tags]}),
        (SubsidiaryDocument, {"key": "u", "name": name, "customer": "c", "aliases": [*tags]}),
        (PostDocument, {"key": "p", "name": name, "department": "d", "fte": "0.5"}),
        (OpenQuestionDocument, {"key": "q", "name": name, "assumption": line}),
        (
            StrategyDocument,
            {
                "key": "s",
                "name": name,
                "kind": "strategy",
                "purpose": line,
                "steps": [{"ordinal": "1", "name": name}, {"ordinal": "2", "name": "b"}],
            },
        ),
        (
            UnitTemplateDocument,
            {
                "key": "t",
                "name": name,
                "kind": "region",
                "departments": [
                    {"slot": "a", "name": name, "posts": [{"slot": "x", "name": name}]}
                ],
            },
        ),
        (
            ExceptionDocument,
            {
                "key": "e",
                "name": name,
                "account": "u",
                "function": "sales",
                "role": "owner",
                "vacant": "true",
                "reason": line,
            },
        ),
    ]


@pytest.mark.parametrize("form", Format)
@settings(max_examples=60, deadline=None)
@given(wanted=entries())
def test_what_is_written_is_read_back(
    form: Format, wanted: list[tuple[type[Entry], Fields]]
) -> None:
    files = SectionFiles()
    for kind, fields in wanted:
        files.add(kind, [fields])

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "plan.yaml").write_text(PLAN)
        (folder / "s").mkdir()
        files.write(folder / "s", form)
        reading = reading_of(folder)
        for kind, table in reading.entries.tables.items():
            rows = table.take(pl.repeat(True, len(table), eager=True))
            reading.entries.add_each(kind, rows)

    assert reading.problems == []
    for kind, fields in wanted:
        [found] = reading.entries.of(kind)
        assert found.document == kind.model_validate({**fields})
        assert fields_of(found.document) == fields_of(kind.model_validate({**fields}))
