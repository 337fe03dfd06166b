"""Names without what is often written in several ways."""

from __future__ import annotations

import re
import unicodedata

import polars as pl

LEGAL_FORMS = re.compile(
    "股份有限公司|有限责任公司|有限公司|集团公司|集团|公司"
    r"|\b(?:co|corp|corporation|company|ltd|limited|inc|group|holdings?|plc)\b\.?"
)
MARKS = re.compile(r"[\W_]+")
_COMMON = (
    r"^[ -~\x{3000}-\x{3002}\x{3008}-\x{3011}\x{3400}-\x{4dbf}\x{4e00}-\x{9fff}\x{ff01}-\x{ff5e}]*$"
)
"""Texts of which polars and Python hold the same to be letters, of one case or the other."""


def plain_name(name: str) -> str:
    """Return a name without differences of width, case, spacing, punctuation and legal form."""
    text = unicodedata.normalize("NFKC", name).casefold()
    return MARKS.sub("", LEGAL_FORMS.sub("", text)) or MARKS.sub("", text)


def plain_names(names: pl.Series) -> pl.Series:
    """Return `plain_name` of each."""
    name = pl.col("name")
    text = name.str.normalize("NFKC").str.to_lowercase()
    short = text.str.replace_all(LEGAL_FORMS.pattern, "").str.replace_all(MARKS.pattern, "")
    usual = name.str.contains(_COMMON) & (short != "")
    frame = names.alias("name").to_frame().select(name, pl.when(usual).then(short).alias("plain"))
    others = frame.filter(pl.col("plain").is_null())["name"].unique()
    if not others.len():
        return frame["plain"]
    known = pl.DataFrame({"name": others, "written": [plain_name(each) for each in others]})
    joined = frame.join(known, on="name", how="left", maintain_order="left")
    return joined.select(pl.coalesce("plain", "written")).to_series()
