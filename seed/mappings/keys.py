"""Keys made of foreign codes: always the same for the same code."""

from __future__ import annotations

import re
import unicodedata

import polars as pl

ASCII = 128
_RUN = re.compile("[^a-z0-9/]{2,}|[^a-z0-9/._-]")
_SLASH = re.compile("[._/-]*/[._/-]*")
_EDGES = "._/-"
_NOT_PLAIN = r"[^\x20-\x7e]"


def key_of(code: str) -> str:
    """Return the key of a code: `ACME Ltd. (HK)` is `acme-ltd-hk`; a slash keeps its meaning.

    Case, width and accents are dropped; what is a key already stays as it is. A letter that has no
    Latin base, such as a Chinese one, stands as its code point: 浙江 is `u6d59-u6c5f`. A code
    without letters or digits has no key.
    """
    decomposed = unicodedata.normalize("NFKD", code).casefold()
    letters = (letter for letter in decomposed if not unicodedata.combining(letter))
    plain = "".join(
        f"-u{ord(letter):04x}-" if ord(letter) >= ASCII and letter.isalnum() else letter
        for letter in letters
    )
    return _SLASH.sub("/", _RUN.sub("-", plain)).strip(_EDGES)


def keys_of(codes: pl.Series) -> pl.Series:
    """Return the keys of many codes; those of plain ones by columns, each of the rest once."""
    plain = (
        pl.col("code")
        .str.to_lowercase()
        .str.replace_all(_RUN.pattern, "-")
        .str.replace_all(_SLASH.pattern, "/")
        .str.strip_chars(_EDGES)
    )
    frame = pl.DataFrame({"code": codes})
    unusual = frame.filter(pl.col("code").str.contains(_NOT_PLAIN))["code"].unique()
    made = pl.DataFrame(
        {"code": unusual, "made": [key_of(code) for code in unusual]},
        schema={"code": pl.String(), "made": pl.String()},
    )
    joined = frame.join(made, on="code", how="left", maintain_order="left")
    keys = joined.select(pl.coalesce("made", plain).replace("", None).alias("key"))
    return keys["key"]


def folded(code: str) -> str:
    """Return a code without its case and width, to tell what differs by these only."""
    return unicodedata.normalize("NFKC", code).casefold()
