"""What departments hold: the accounts that each owns or supports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.model.vocabularies import Role
from graph.queries.pages import Listed, Total

if TYPE_CHECKING:
    from datetime import date

    from graph.model.vocabularies import Function
    from graph.queries.pages import Page
    from graph.store import Reader

PAGES = {
    Role.OWNER: query("ownership/page_of_owned", Listed),
    Role.SUPPORTER: query("ownership/page_of_supported", Listed),
}
COUNTS = {
    Role.OWNER: query("ownership/count_of_owned", Total),
    Role.SUPPORTER: query("ownership/count_of_supported", Total),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a department is asked for: its role, the function and the day."""

    department: str
    role: Role
    function: Function
    on: date


async def page_of_held(reader: Reader, page: Page, asked: Asked) -> list[Listed]:
    """Return a page of the accounts a department owns or supports on a day, by name."""
    return await reader.read(
        PAGES[asked.role],
        department=asked.department,
        function=asked.function.value,
        on=asked.on,
        after_value=page.after_value,
        after_key=page.after_key,
        limit=page.first + 1,
    )


async def count_of_held(reader: Reader, asked: Asked) -> int:
    """Return how many accounts a department owns or supports on a day."""
    [row] = await reader.read(
        COUNTS[asked.role],
        department=asked.department,
        function=asked.function.value,
        on=asked.on,
    )
    return row.total
