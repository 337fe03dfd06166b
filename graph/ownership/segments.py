"""Segments: the accounts that every rule sees alike.

A segment is made of what the rules of a book look at, and nothing else: the customers, tags,
industries and territories they name, the territories that the units of relative targets cover,
and tier and level where any rule asks for one. Exceptions are about accounts and cut nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from json import dumps
from typing import TYPE_CHECKING

from graph.model.keys import AccountKey, IndustryKey, SegmentKey, TerritoryKey
from graph.model.rules import RelativeTarget
from graph.ownership.conditions import looks_at_level
from graph.ownership.facts import Facts, KeyT
from graph.ownership.phrases import TIERS, Language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.model.entities import Entity
    from graph.ownership.books import RuleBook


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Accounts that agree on what rules look at; `facts` are exactly that.

    `key` depends on the facts alone, so a segment keeps it whatever becomes of others.
    """

    key: SegmentKey
    name: str
    facts: Facts
    size: int


@dataclass(frozen=True, slots=True)
class Segmentation:
    """Segments by key order, and the one that each account is in."""

    segments: tuple[Segment, ...]
    of_account: dict[AccountKey, SegmentKey]


class Eye:
    """What the rules of a book look at."""

    def __init__(self, book: RuleBook) -> None:
        asked = [rule.conditions for rule in book.rules]
        targets = [rule.target for rule in book.rules]
        kinds = {target.within for target in targets if isinstance(target, RelativeTarget)}
        units = {unit.key for unit in book.departments if unit.kind in kinds}
        self.tier = any(conditions.tiers for conditions in asked)
        self.level = any(looks_at_level(conditions) for conditions in asked)
        self.customers = frozenset[AccountKey]().union(*(one.customers for one in asked))
        self.tags = frozenset[str]().union(*(one.tags for one in asked))
        self.industries = frozenset[IndustryKey]().union(*(one.industries for one in asked))
        self.territories = frozenset[TerritoryKey]().union(
            *(one.territories for one in asked),
            (cover.territory for cover in book.coverages if cover.department in units),
        )
        self._industry_paths: dict[tuple[IndustryKey, ...], tuple[IndustryKey, ...]] = {}
        self._territory_paths: dict[tuple[TerritoryKey, ...], tuple[TerritoryKey, ...]] = {}
        self._tags: dict[frozenset[str], frozenset[str]] = {}

    def sees(self, facts: Facts) -> Facts:
        """Return the facts without what no rule looks at: they get the same answers."""
        industries = self._industry_paths.get(facts.industries)
        if industries is None:
            industries = tuple(key for key in facts.industries if key in self.industries)
            self._industry_paths[facts.industries] = industries
        territories = self._territory_paths.get(facts.territories)
        if territories is None:
            territories = tuple(key for key in facts.territories if key in self.territories)
            self._territory_paths[facts.territories] = territories
        tags = self._tags.get(facts.tags)
        if tags is None:
            tags = self._tags[facts.tags] = facts.tags & self.tags
        return Facts(
            facts.customer if facts.customer in self.customers else None,
            facts.tier if self.tier else None,
            facts.level if self.level else None,
            industries,
            territories,
            tags,
        )


def cut(book: RuleBook, accounts: Mapping[AccountKey, Facts]) -> Segmentation:
    """Return the segments of these accounts under the rules of a book, and who is in which."""
    eye = Eye(book)
    keys: dict[Facts, SegmentKey] = {}
    sizes: dict[SegmentKey, int] = {}
    of_account: dict[AccountKey, SegmentKey] = {}
    for account, facts in accounts.items():
        seen = eye.sees(facts)
        key = keys.get(seen)
        if key is None:
            key = keys[seen] = segment_key(seen)
        sizes[key] = sizes.get(key, 0) + 1
        of_account[account] = key
    segments = sorted(
        (
            Segment(key=key, name=segment_name(facts, book), facts=facts, size=sizes[key])
            for facts, key in keys.items()
        ),
        key=lambda segment: segment.key,
    )
    return Segmentation(tuple(segments), of_account)


def segment_key(facts: Facts) -> SegmentKey:
    """Return a segment's key: the same facts always give the same one."""
    signature = [
        facts.customer,
        facts.tier,
        facts.level,
        facts.industries,
        facts.territories,
        sorted(facts.tags),
    ]
    digest = sha256(dumps(signature, ensure_ascii=True).encode("ascii")).hexdigest()
    return SegmentKey(f"segment-{digest[:20]}")


def segment_name(facts: Facts, book: RuleBook) -> str:
    """Return a name people can read, such as "战略大客户 strategic · L2 · 电力 · 湖北"."""
    parts: list[str] = []
    if facts.tier is not None:
        parts.append(f"{TIERS[facts.tier][Language.ZH]} {facts.tier}")
    if facts.level is not None:
        parts.append(f"L{facts.level}")
    if facts.customer is not None:
        parts.append(_name(facts.customer, book.account_by_key))
    if facts.industries:
        parts.append(_name(facts.industries[0], book.industry_by_key))
    if facts.territories:
        parts.append(_name(facts.territories[0], book.territory_by_key))
    parts.extend(f"#{tag}" for tag in sorted(facts.tags))
    return " · ".join(parts) or "全部 all accounts"


def _name(key: KeyT, entities: Mapping[KeyT, Entity]) -> str:
    return entities[key].name if key in entities else key
