"""Search over everything that has a name."""

from typing import Annotated

import strawberry

from api.connections import FIRST, First, checked_first
from api.contexts import AsOf, Info
from api.failures import InvalidArgument
from api.mentions import Mention
from graph.queries.searches import things_by_name

LONGEST = 200


async def search(
    info: Info,
    text: Annotated[
        str,
        strawberry.argument(
            description="A key, or (parts of) a name: Chinese by any characters of it, other words"
            " by how they begin."
        ),
    ],
    first: First = FIRST,
    as_of: AsOf = None,
) -> list[Mention]:
    """Return what the text names: exactly its key or name first, then the closest."""
    checked_first(first)
    if len(text) > LONGEST:
        raise InvalidArgument(
            f"`text` has {len(text)} characters: give the part of a name, at most {LONGEST}."
        )
    day = info.context.day(as_of)
    rows = await things_by_name(await info.context.at(day), text, first)
    return [Mention.from_row(row, day) for row in rows]
