"""Texts that a spreadsheet would run as formulas, and how CSV files hold them harmless.

Such a text gets an apostrophe before it, which spreadsheets take for “this is text”; reading takes
it away. In a workbook none is needed: its cells say that they are texts.
"""

from __future__ import annotations

import re

import polars as pl

_BEGINS_FORMULA = re.compile("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_MARK = "'"


def is_formula(text: str) -> bool:
    """Tell whether a spreadsheet might run the text; a number with a sign is only a number."""
    return bool(_BEGINS_FORMULA.match(text)) and not _NUMBER.fullmatch(text)


def harmless(text: str) -> str:
    """Return the text as a CSV cell may hold it; `plain` gives the text back."""
    return _MARK + text if is_formula(text.lstrip(_MARK)) else text


def all_harmless(texts: pl.Expr) -> pl.Expr:
    """Return what `harmless` makes of each text of a column."""
    bare = texts.str.strip_chars_start(_MARK)
    runs = bare.str.contains(f"^{_BEGINS_FORMULA.pattern}")
    is_number = bare.str.contains(f"^(?:{_NUMBER.pattern})$")
    return pl.when(runs.not_() | is_number).then(texts).otherwise(pl.lit(_MARK) + texts)


def plain(cell: str) -> str:
    """Return the text that a CSV cell stands for."""
    if cell.startswith(_MARK) and is_formula(cell.lstrip(_MARK)):
        return cell[len(_MARK) :]
    return cell
