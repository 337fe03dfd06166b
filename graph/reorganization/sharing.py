"""Who takes each thing of a department that is divided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.ownership.trees import UNITS
from graph.reorganization.belongings import handed, left
from graph.reorganization.duties import is_stated_for_both
from graph.reorganization.organizations import Edit, Part
from graph.reorganization.refusals import Refused
from graph.reorganization.statements import is_meant
from graph.reorganization.wordings.structures import PART_COVERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.model.keys import DepartmentKey
    from graph.reorganization.coverings import Territories
    from graph.reorganization.divisions import Divided
    from graph.reorganization.organizations import Organization


@dataclass(frozen=True, slots=True)
class Sharing:
    """What each part takes: the keys that are `named`, of coverages the territories'."""

    named: Mapping[str, DepartmentKey]
    territories: Territories

    def edits(self, now: Organization, divided: Divided, part: Part, key: str) -> Iterator[Edit]:
        """Yield the edits that give a thing of a divided department to who takes it, if anybody.

        What is stated for every region or branch is not handed over but where a part names it:
        those that follow have their own. A coverage ends when parts take all that is inside.

        Raises:
            Refused: whoever takes a coverage is no unit of that kind.
        """
        thing = now.part(part)[key]
        called = thing.territory if part is Part.COVERAGES else key
        if called not in self.named and self._follows_by_itself(now, divided, part, thing):
            if part is not Part.RESPONSIBILITIES:
                yield Edit(part, key, thing, None)
            return
        taker = self.named.get(called, divided.rest)
        if taker is not None:
            place = divided.places[taker]
            if part is Part.COVERAGES:
                refuse_covering(now, divided.department, place)
            yield from handed(now, part, key, divided.department, place)
        elif part is Part.RESPONSIBILITIES:
            yield left(now, key)

    def _follows_by_itself(
        self, now: Organization, divided: Divided, part: Part, thing: Any
    ) -> bool:
        """Tell whether a thing need not be handed over: the parts have it without that."""
        match part:
            case Part.RESPONSIBILITIES:
                old = divided.department
                return any(is_stated_for_both(thing, old, heir, now) for heir in divided.heirs)
            case Part.TARGETS:
                stated = now.unit_targets.get(thing.made_from or "")
                return stated is not None and any(
                    is_meant(now, stated.within, stated.specialty, heir) for heir in divided.heirs
                )
            case Part.COVERAGES:
                return self.territories.is_divided(thing.territory, self.named)
            case _:
                return False


def refuse_covering(now: Organization, unit: DepartmentKey, taker: DepartmentKey) -> None:
    """Let a part take over coverage that is of the same kind as who had it.

    Raises:
        Refused: it is of another.
    """
    giving, taking = now.departments[unit], now.departments[taker]
    if giving.kind in UNITS and taking.kind is not giving.kind:
        raise Refused(
            PART_COVERS(part=taker, other=taking.kind, kind=giving.kind, department=unit), taker
        )
