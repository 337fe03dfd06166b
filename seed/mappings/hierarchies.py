"""What lies inside, or under, what: one parent for each, and nothing inside itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from graph.columns.stakes import UNKNOWN, stake_text
from seed.mappings.cells import LIST
from seed.mappings.codes import Code
from seed.mappings.documents import ACCOUNTS, Primary
from seed.mappings.gatherings import SHARE, SINCE, UNTIL
from seed.mappings.parts import CHILDREN, LINKS, PARENT, PART
from seed.mappings.tables import ROW

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from seed.mappings.gatherings import Gathered, Record

OTHER_PARENTS = "other_parents"
_WITH_STAKES = frozenset({ACCOUNTS, "subsidiaries"})
_SAID = {"reports_to": "superior"}


def link(found: Gathered, primary: Primary) -> None:
    """Give each thing its one parent, and see what stands in the way."""
    name = LINKS.get(found.kind)
    if name is None or name not in found.frame.columns:
        return
    said = _SAID.get(name, name)
    everything = found.edges
    _without_self(found, name, said)
    _without_missing(found, name, said)
    _dated(found, said)
    others = _without_further(found, primary, name, said)
    _without_cycles(found, name, said)
    _linked(found, name, others)
    if CHILDREN in found.frame.columns:
        _one_sided(found, everything, name)


def _without_self(found: Gathered, name: str, said: str) -> None:
    for edge in found.edges.filter(pl.col("key") == pl.col("parent")).iter_rows(named=True):
        found.see(Code.SELF_PARENT, edge, name, key=edge["key"], link=said)
    found.edges = found.edges.filter(pl.col("key") != pl.col("parent"))


def _without_missing(found: Gathered, name: str, said: str) -> None:
    elsewhere = [
        n
        for n, p in found.parts.items()
        if name in p.entry.fields and p.entry.fields[name].elsewhere
    ]
    here = pl.col("parent").is_in(found.frame["key"].implode())
    kept = here | pl.col(PART).is_in(elsewhere)
    for edge in found.edges.filter(~kept).iter_rows(named=True):
        values = {"key": edge["key"], "parent": edge[PARENT], "link": said}
        found.see(Code.MISSING_PARENT, edge, name, **values)
    found.edges = found.edges.filter(kept)


def _dated(found: Gathered, said: str) -> None:
    """State that the day is unknown where a table has a column for it and says nothing."""
    asked = [number for number, part in found.parts.items() if SINCE in part.entry.fields]
    unknown = pl.col(PART).is_in(asked) & (pl.col(SINCE).is_null() | (pl.col(SINCE) == UNKNOWN))
    for edge in found.edges.filter(unknown).iter_rows(named=True):
        values = {"key": edge["key"], "parent": edge["parent"], "link": said}
        found.see(Code.UNKNOWN_PARENT_DATE, edge, SINCE, **values)
    found.edges = found.edges.with_columns(
        pl.when(unknown).then(pl.lit(UNKNOWN)).otherwise(SINCE).alias(SINCE)
    )


def _without_further(
    found: Gathered, primary: Primary, name: str, said: str
) -> dict[str, list[Record]]:
    """Keep the primary edge of each; return the others of those that have several."""
    several = found.edges.filter(pl.col("key").is_duplicated())
    others: dict[str, list[Record]] = {}
    chosen: list[tuple[str, str]] = []
    fate = "has a share beside it" if found.kind in _WITH_STAKES else "is left out"
    for group in several.partition_by("key", maintain_order=True) if several.height else []:
        edges = list(group.iter_rows(named=True))
        if primary is Primary.LARGEST_SHARE:
            edges.sort(key=_rank)
        first, rule = edges[0], _decided(edges, primary)
        chosen.append((first["key"], first["parent"]))
        others[first["key"]] = edges[1:]
        for edge in edges[1:]:
            values = {"key": edge["key"], "parent": edge["parent"], "primary": first["parent"]}
            found.see(Code.SEVERAL_PARENTS, edge, name, **values, rule=rule, fate=fate, link=said)
    if chosen:
        picked = pl.DataFrame(chosen, schema=["key", "parent"], orient="row")
        found.edges = pl.concat(
            [
                found.edges.filter(~pl.col("key").is_duplicated()),
                several.join(picked, on=["key", "parent"], how="semi"),
            ]
        )
    return others


def _rank(edge: Record) -> tuple[bool, float, str, str]:
    """Order parents: holding now, larger share, earlier, smaller key."""
    ended = edge[UNTIL] not in (None, UNKNOWN)
    share = float(edge[SHARE]) if edge[SHARE] else -1.0
    since = edge[SINCE] if edge[SINCE] not in (None, UNKNOWN) else "9999"
    return ended, -share, since, edge["parent"]


def _decided(edges: Sequence[Record], primary: Primary) -> str:
    if primary is Primary.FIRST_ROW:
        return "the first row"
    rules = ("still holding it", "the largest share", "the earliest day", "the smallest key")
    ranks = zip(_rank(edges[0]), _rank(edges[1]), rules, strict=True)
    return next(rule for one, other, rule in ranks if one != other)


def _without_cycles(found: Gathered, name: str, said: str) -> None:
    """Cut each cycle at its smallest key."""
    edges = found.edges
    for cycle in _cycles(edges["key"].to_list(), edges["parent"].to_list()):
        first = cycle.index(min(cycle))
        way = [*cycle[first:], *cycle[:first], cycle[first]]
        [edge] = edges.filter(pl.col("key") == way[0]).iter_rows(named=True)
        found.see(Code.CYCLE, edge, name, key=way[0], way=" → ".join(way), link=said)
        found.edges = found.edges.filter(pl.col("key") != way[0])


def _cycles(keys: list[str], parents: list[str]) -> Iterator[list[str]]:
    parent_of = dict(zip(keys, parents, strict=True))
    done: set[str] = set()
    for start in keys:
        way: dict[str, None] = {}
        here = start
        while here in parent_of and here not in done and here not in way:
            way[here] = None
            here = parent_of[here]
        if here in way:
            steps = list(way)
            yield steps[steps.index(here) :]
        done.update(way)


def _linked(found: Gathered, name: str, others: dict[str, list[Record]]) -> None:
    own = [column for column in (SHARE, SINCE, UNTIL) if column in found.frame.columns]
    edges = found.edges.select("key", pl.col("parent").alias(name), *own)
    frame = found.frame.drop(name, *own).join(edges, on="key", how="left", maintain_order="left")
    if others and found.kind in _WITH_STAKES:
        stakes = {
            key: LIST.join(
                stake_text(edge["parent"], edge[SHARE], edge[SINCE], edge[UNTIL]) for edge in edges
            )
            for key, edges in others.items()
        }
        column = pl.col("key").replace_strict(stakes, default=None, return_dtype=pl.String())
        frame = frame.with_columns(column.alias(OTHER_PARENTS))
    found.frame = frame


def _one_sided(found: Gathered, edges: pl.DataFrame, name: str) -> None:
    """See links that one side only knows; the child's own row decides."""
    places = [ROW, "@table", PART]
    named = found.frame.filter(pl.col(CHILDREN).is_not_null()).select(
        pl.col("key").alias("parent"),
        pl.col(CHILDREN).str.split(LIST).alias("key"),
        *places,
    )
    named = named.explode("key")
    for row in named.join(edges, on=["key", "parent"], how="anti").iter_rows(named=True):
        values = {"parent": row["parent"], "child": row["key"], "names": "names as its child"}
        back = "does not name" if row["key"] in found.frame["key"] else "is no row, naming"
        found.see(Code.ONE_SIDED_LINK, row, CHILDREN, **values, names_back=back)
    listing = named.select("parent").unique()
    unnamed = edges.join(listing, on="parent", how="semi").join(
        named, on=["key", "parent"], how="anti"
    )
    for row in unnamed.filter(pl.col("key") != pl.col("parent")).iter_rows(named=True):
        values = {"parent": row["parent"], "child": row["key"], "names": "does not name"}
        found.see(Code.ONE_SIDED_LINK, row, name, **values, names_back="names as its parent")
