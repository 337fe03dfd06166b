"""Searches: things of any kind by what they are called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.queries.nodes import NamedThing

if TYPE_CHECKING:
    from graph.store import Reader

THINGS_BY_NAME = query("searches/things_by_name", NamedThing)
ACCOUNTS_BY_ALIAS = query("searches/accounts_by_alias", NamedThing)

NOTHING = "\\ "
"""A Lucene query that finds nothing."""

_STOP_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a and are as at be but by for if in into is it no not of on or s such t that the their"
        " then there these they this to was will with www",
    )
)
"""Words that the cjk analyzer leaves out of the index."""

_WORDS = re.compile(r"[^\W_]+")
_CJK = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]+")


async def things_by_name(reader: Reader, text: str, limit: int) -> list[NamedThing]:
    """Return the things that a text names: exactly its key or name first, then the closest.

    Chinese is found by any part of a name; other words by how they begin. All parts of the text
    must be in the name, in any order. A text without letters or digits finds only that key.
    """
    return await reader.read(
        THINGS_BY_NAME, text=text.strip(), pattern=full_text_query(text), limit=limit
    )


async def accounts_by_alias(reader: Reader, text: str) -> list[NamedThing]:
    """Return the accounts that have exactly this text among their aliases."""
    wanted = text.strip()
    return await reader.read(ACCOUNTS_BY_ALIAS, text=wanted, pattern=full_text_query(wanted))


def full_text_query(text: str) -> str:
    """Return the Lucene query for a text; every part of it must match, nothing is syntax.

    The index holds Chinese as overlapping pairs of characters. A longer part is asked for as a
    phrase; a single character as the beginning or end of any pair.
    """
    parts = [part for word in _WORDS.findall(text.lower()) for part in _parts(word)]
    telling = [part for part in parts if part not in _STOP_WORDS]
    return " AND ".join(_clause(part) for part in telling or parts) or NOTHING


def _parts(word: str) -> list[str]:
    """Return the word cut where Chinese meets other letters."""
    parts: list[str] = []
    end = 0
    for match in _CJK.finditer(word):
        parts += [word[end : match.start()], match.group()]
        end = match.end()
    return [part for part in [*parts, word[end:]] if part]


def _clause(part: str) -> str:
    if not _CJK.match(part):
        return f"({part} OR {part}*)"
    if len(part) == 1:
        return f"({part} OR {part}* OR *{part})"
    return f'"{part}"'
