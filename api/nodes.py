"""What every thing of the plan shows: an id for any client, its names, and where it is stated.

Each is a thing as it is on a day; what hangs on it is of the same day, unless another is asked for.
"""

import asyncio
import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar, TypeVar

import strawberry

from api.contexts import Batch, Info
from api.failures import InvalidArgument
from api.vocabularies import Kind
from graph.queries.nodes import Thing
from graph.queries.questions import questions_about_things, questions_by_key
from graph.queries.sources import sources_by_key, sources_of_things

if TYPE_CHECKING:
    from api.questions import OpenQuestion
    from api.sources import Source

KeyT = TypeVar("KeyT")
RowT = TypeVar("RowT")
NodeT = TypeVar("NodeT")


def node_id(kind: Kind, key: str) -> strawberry.ID:
    """Return the global ID of the thing of that kind and key."""
    return strawberry.ID(urlsafe_b64encode(f"{kind.value}:{key}".encode()).decode())


def thing_of_id(id_: str) -> Thing:
    """Return the thing that a global ID names.

    Raises:
        InvalidArgument: it is none that `node_id` made.
    """
    try:
        label, _, key = urlsafe_b64decode(id_.encode()).decode().partition(":")
        return Thing(Kind(label), key)
    except (ValueError, binascii.Error) as error:
        raise InvalidArgument(f"`{id_}` is no id: give the `id` of a node of this API.") from error


@strawberry.interface(description="Anything with a global ID.")
class Node:
    """A thing of the plan, as Relay clients know it."""

    kind_of_node: ClassVar[Kind]
    day: strawberry.Private[date]
    key: strawberry.ID = strawberry.field(
        description="The plan's own name of it, unique among things of its kind."
    )

    @strawberry.field(description="Its global ID, for `node(id)` and for caches of clients.")
    def id(self) -> strawberry.ID:
        """Return the global ID."""
        return node_id(self.kind_of_node, self.key)


@strawberry.interface(description="Anything that the plan names.")
class Named(Node):
    """A thing of the plan with its names."""

    name: str = strawberry.field(description="Its name as the plan has it, often Chinese.")
    name_en: str | None = strawberry.field(description="Its English name, where one is known.")
    illustrative: bool = strawberry.field(
        description="Whether it was added as an example: the plan's source does not state it."
    )

    @strawberry.field(description="The documents and sections in which it is stated.")
    async def sources(
        self, info: Info
    ) -> list[Annotated["Source", strawberry.lazy("api.sources")]]:
        """Load the sources of everything in this response at once."""
        from api.sources import Source  # noqa: PLC0415 - sources are named things too

        keys = await info.context.load(
            sources_of_things, Thing(self.kind_of_node, self.key), self.day
        )
        return await nodes_of(info, self.day, sources_by_key, keys, Source.from_row)

    @strawberry.field(description="What the plan leaves open about it.")
    async def open_questions(
        self, info: Info
    ) -> list[Annotated["OpenQuestion", strawberry.lazy("api.questions")]]:
        """Load the open questions about everything in this response at once."""
        from api.questions import OpenQuestion  # noqa: PLC0415 - questions are named things too

        keys = await info.context.load(
            questions_about_things, Thing(self.kind_of_node, self.key), self.day
        )
        return await nodes_of(info, self.day, questions_by_key, keys, OpenQuestion.from_row)


async def node_of(
    info: Info,
    day: date,
    batch: Batch[str, RowT | None],
    key: str | None,
    node: Callable[[RowT, date], NodeT],
) -> NodeT | None:
    """Return the node of that key on a day; None where there is no key, or nothing has it then."""
    if key is None:
        return None
    row = await info.context.load(batch, key, day)
    return None if row is None else node(row, day)


async def nodes_of(
    info: Info,
    day: date,
    batch: Batch[str, RowT | None],
    keys: Sequence[str],
    node: Callable[[RowT, date], NodeT],
) -> list[NodeT]:
    """Return the nodes of those keys on a day, in their order; keys nothing has are left out."""
    rows = await asyncio.gather(*(info.context.load(batch, key, day) for key in keys))
    return [node(row, day) for row in rows if row is not None]


async def nodes_or_none_of(
    info: Info,
    day: date,
    batch: Batch[str, RowT | None],
    keys: Sequence[str],
    node: Callable[[RowT, date], NodeT],
) -> list[NodeT | None]:
    """Return one node for each key on a day, in their order; None where nothing has the key."""
    rows = await asyncio.gather(*(info.context.load(batch, key, day) for key in keys))
    return [None if row is None else node(row, day) for row in rows]
