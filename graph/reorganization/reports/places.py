"""Places as cells of tables: departments by name, or what stands for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model.vocabularies import Role
from graph.ownership.answers import Status
from graph.reorganization.reports.words import STATUSES

if TYPE_CHECKING:
    from graph.reorganization.reports.labels import Label
    from graph.reorganization.reports.passages import Place
    from graph.reorganization.reports.tellings import Telling


def place_cell(
    telling: Telling, place: Place, role: Role, *, former: bool = False
) -> tuple[Label, ...] | str:
    """Return who has something; `former` calls departments as before."""
    if place.departments:
        names = telling.names
        return (names.formers if former else names.departments)(place.departments)
    if role is Role.SUPPORTER and place.status is Status.VACANT:
        return telling.words("nobody", "无")
    return STATUSES[place.status][telling.language]
