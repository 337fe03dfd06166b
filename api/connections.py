"""Relay connections: pages with opaque cursors that stay right while the list changes."""

import binascii
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, Generic, TypeVar

import strawberry

from api.failures import InvalidArgument
from graph.queries.pages import Listed, Page, SortedBy

FIRST = 20
MOST = 100
NodeT = TypeVar("NodeT")

First = Annotated[int, strawberry.argument(description=f"How many, 1 to {MOST}.")]
Skip = Annotated[int, strawberry.argument(description="Leave out so many before them.")]
After = Annotated[
    str | None, strawberry.argument(description="Start after the edge with this cursor.")
]


@dataclass(frozen=True, slots=True)
class Order:
    """By which value a list is sorted, and whether from the last one down."""

    by: SortedBy
    descending: bool = False


@strawberry.enum(description="The order of a list; where names are equal, keys decide.")
class NamedOrder(Enum):
    """Orders that every named thing can be listed in."""

    NAME = Order("name")
    NAME_DESC = Order("name", descending=True)
    NAME_EN = Order("name_en")
    NAME_EN_DESC = Order("name_en", descending=True)
    KEY = Order("key")
    KEY_DESC = Order("key", descending=True)


OrderBy = Annotated[NamedOrder, strawberry.argument(description="The order of the list.")]


@strawberry.type(description="Where a page lies in its list.")
class PageInfo:
    """What a client needs to ask for the next page."""

    has_next_page: bool = strawberry.field(description="Whether there are edges after this page.")
    has_previous_page: bool = strawberry.field(
        description="Whether the page was asked for with `after`."
    )
    start_cursor: str | None = strawberry.field(description="The cursor of the first edge.")
    end_cursor: str | None = strawberry.field(
        description="The cursor of the last edge: give it as `after` to have the next page."
    )


@strawberry.type(description="One entry of a page.")
class Edge(Generic[NodeT]):
    """A node with its place."""

    cursor: str = strawberry.field(description="The entry's place in the list.")
    node: NodeT = strawberry.field(description="The entry.")


@strawberry.type(description="A page of a list.")
class Connection(Generic[NodeT]):
    """A page, and how to have the next one."""

    edges: list[Edge[NodeT]] = strawberry.field(description="The entries with their cursors.")
    nodes: list[NodeT] = strawberry.field(description="The entries.")
    page_info: PageInfo = strawberry.field(description="Where the page lies in the list.")
    count: strawberry.Private[Callable[[], Awaitable[int]]]

    @strawberry.field(description="How many entries the list has on all its pages.")
    async def total_count(self) -> int:
        """Count only when somebody asks."""
        return await self.count()


def page(first: int, after: str | None, order: Order) -> Page:
    """Return the page that these arguments ask for.

    Raises:
        InvalidArgument: `first` is out of bounds, or `after` is no cursor of a list in this order.
    """
    checked_first(first)
    if after is None:
        return Page(first, order.by, order.descending)
    value, key = _place(after, order)
    return Page(first, order.by, order.descending, value, key)


def checked_first(first: int) -> int:
    """Return how many entries are asked for.

    Raises:
        InvalidArgument: it is out of bounds.
    """
    if not 1 <= first <= MOST:
        raise InvalidArgument(f"`first` is {first}: give a number from 1 to {MOST}.")
    return first


def checked_keys(keys: Sequence[str], fewest: int, most: int) -> None:
    """Let so many keys be asked for.

    Raises:
        InvalidArgument: there are fewer or more.
    """
    if not fewest <= len(keys) <= most:
        raise InvalidArgument(f"`keys` has {len(keys)} entries: give {fewest} to {most}.")


def part(listed: Sequence[NodeT], first: int, skip: int) -> Sequence[NodeT]:
    """Return a part of a list that never changes.

    Raises:
        InvalidArgument: `first` or `skip` is out of bounds.
    """
    if skip < 0:
        raise InvalidArgument(f"`skip` is {skip}: give 0 or more.")
    return listed[skip : skip + checked_first(first)]


def cursor(listed: Listed, asked: Page) -> str:
    """Return the entry's place in the list that the page is of."""
    place = [*_tag(Order(asked.order_by, asked.descending)), listed.value, listed.key]
    return urlsafe_b64encode(json.dumps(place, ensure_ascii=False).encode()).decode()


async def connection(
    asked: Page,
    listed: Sequence[Listed],
    nodes: Callable[[list[str]], Awaitable[list[NodeT | None]]],
    count: Callable[[], Awaitable[int]],
) -> Connection[NodeT]:
    """Return a page from the entries listed for it (one beyond it where there are more).

    Entries that vanished since they were listed are left out.
    """
    shown = listed[: asked.first]
    found = await nodes([entry.key for entry in shown])
    edges = [
        Edge(cursor=cursor(entry, asked), node=node)
        for entry, node in zip(shown, found, strict=True)
        if node is not None
    ]
    return Connection(
        edges=edges,
        nodes=[edge.node for edge in edges],
        page_info=PageInfo(
            has_next_page=len(listed) > asked.first,
            has_previous_page=asked.after_key is not None,
            start_cursor=edges[0].cursor if edges else None,
            end_cursor=edges[-1].cursor if edges else None,
        ),
        count=count,
    )


def _tag(order: Order) -> list[str]:
    return [order.by, "desc" if order.descending else "asc"]


def _place(after: str, order: Order) -> tuple[str, str]:
    try:
        place: Any = json.loads(urlsafe_b64decode(after.encode()))
    except (ValueError, binascii.Error) as error:
        raise InvalidArgument(
            "`after` is no cursor: give one that an edge or `pageInfo` of this list carried."
        ) from error
    match place:
        case [str(by), str(direction), str(value), str(key)] if [by, direction] == _tag(order):
            return value, key
        case _:
            raise InvalidArgument(
                "`after` is a cursor of another list or order: begin again without it."
            )
