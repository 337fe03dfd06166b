"""`mapping.yaml`: which foreign tables there are, and what their columns become."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

import polars as pl
from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from seed.documents.entries import Document
from seed.documents.fields import Text
from seed.documents.kinds import BY_FILE
from seed.mappings.codes import Code, Policy
from seed.reading.messages import did_you_mean

ACCOUNTS = "accounts"
"""Rows without a parent become customers, the others subsidiaries of the group at their top."""
NULLS = ("-", "--", "n/a", "N/A", "NULL", "null", "None", "无")
KINDS = (ACCOUNTS, *BY_FILE)
DEFAULT = "default"
POLICED = (DEFAULT, *(code.value for code in Code))


class Primary(StrEnum):
    """Which of several parents is the one that an entity's place goes by."""

    LARGEST_SHARE = "largest-share"
    FIRST_ROW = "first-row"


class Others(StrEnum):
    """What becomes of a value that is not in its column's map."""

    REPORT = "report"
    KEEP = "keep"
    EMPTY = "empty"


class Numbers(StrEnum):
    """How a column writes numbers, by example."""

    ENGLISH = "1,234.5"
    GERMAN = "1.234,5"
    FRENCH = "1 234,5"


def _kind(kind: str) -> str:
    if kind not in KINDS:
        raise PydanticCustomError(
            "unknown-kind",
            "there is no kind {kind}",
            {"kind": f"“{kind}”", "remedy": f"write one of: {', '.join(KINDS)}"},
        )
    return kind


def _policed(code: str) -> str:
    if code not in POLICED:
        question = did_you_mean(code, POLICED)
        raise PydanticCustomError(
            "unknown-code",
            "no finding has the code {code}",
            {"code": f"“{code}”", "remedy": question or f"write one of: {', '.join(POLICED)}"},
        )
    return code


def _pattern(pattern: str) -> str:
    try:
        groups = pl.Series([""]).str.extract_groups(pattern).struct.fields
    except pl.exceptions.PolarsError as error:
        raise PydanticCustomError(
            "bad-pattern",
            "{pattern} is no regular expression",
            {"pattern": f"“{pattern}”", "remedy": f"correct it: {str(error).splitlines()[-1]}"},
        ) from error
    if not groups:
        raise PydanticCustomError(
            "bad-pattern",
            "{pattern} has no group",
            {"pattern": f"“{pattern}”", "remedy": "put ( ) around what is to be taken"},
        )
    return pattern


def _cell(value: Any) -> Any:
    return {"column": value} if isinstance(value, str) else value


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Texts = Annotated[
    tuple[Text, ...], BeforeValidator(_listed, json_schema_input_type=str | list[str])
]


class CellDocument(Document):
    """Where a field's values come from, and the rules they go through, in this order."""

    column: Text | None = Field(None, description="The column of the table.")
    columns: tuple[Text, ...] = Field((), description="Or several, joined with `join`.")
    join: str = " "
    constant: Text | None = Field(None, description="Or the same value for every row.")
    extract: Annotated[str, AfterValidator(_pattern)] | None = Field(
        None, description="A regular expression: its first group is taken, or nothing."
    )
    narrow: bool = Field(False, description="Full-width letters, digits and marks made ordinary.")
    case: Literal["lower", "upper"] | None = None
    split: Text | None = Field(None, description="What separates the values of a list.")
    map: dict[str, str] = Field({}, description="Values by those that the table has.")
    others: Others = Field(Others.REPORT, description="What becomes of values not in the map.")
    unknown: Texts = Field(
        ("?", "？", "unknown", "未知"), description="What a table writes for a day nobody knows."
    )
    date: Texts = Field((), description="How days are written, such as %d.%m.%Y.")
    number: Numbers | None = Field(None, description="How numbers are written, by example.")
    key: bool | None = Field(
        None, description="Make keys of the values; left out, where the field holds keys."
    )
    prefix: str = Field("", description="What goes before each key.")
    default: Text | None = Field(None, description="The value where there is none.")
    elsewhere: bool = Field(False, description="A parent may be in another section of the plan.")


Cell = Annotated[CellDocument, BeforeValidator(_cell, json_schema_input_type=str | CellDocument)]


class EntryDocument(Document):
    """What each row of a table becomes."""

    kind: Annotated[str, AfterValidator(_kind)]
    once: bool = Field(False, description="Many rows name the same one: a unit, a person.")
    where: dict[str, Texts] = Field({}, description="Only rows with one of these values.")
    fields: dict[str, Cell] = Field(min_length=1)
    compare: dict[str, Cell] = Field({}, description="What duplicates are known by, besides.")
    same: tuple[Texts, ...] = Field(
        (), description="Rows that agree in all fields of one of these lists are one entity."
    )
    children: Cell | None = Field(None, description="What a row names as its children.")


class TableDocument(Document):
    """One foreign table."""

    file: Text = Field(description="Beside the mapping: .csv .tsv .txt .xlsx .parquet .jsonl")
    sheet: Text | None = Field(None, description="Of a workbook; left out, its first sheet.")
    separator: Text | None = Field(None, description="Between columns; left out, by the file.")
    encoding: Text = "utf-8"
    header: int = Field(1, ge=1, description="The row that names the columns.")
    nulls: Texts = Field(NULLS, description="Cells that say nothing.")
    entries: tuple[EntryDocument, ...] = Field(min_length=1)


PolicedCode = Annotated[
    str, AfterValidator(_policed), Field(json_schema_extra={"enum": list(POLICED)})
]


class MappingDocument(Document):
    """The tables of a section, and what is done about what is found in them."""

    primary: Primary = Primary.LARGEST_SHARE
    policies: dict[PolicedCode, Policy] = Field(
        {}, description="What a finding does, by its code; `default` for those not named."
    )
    tables: tuple[TableDocument, ...] = Field(min_length=1)

    def policy(self, code: Code) -> Policy:
        """Return what a finding of this code does."""
        return self.policies.get(code.value, self.policies.get(DEFAULT, Policy.ERROR))
