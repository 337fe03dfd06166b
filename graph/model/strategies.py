"""Strategies, their ordered steps, and who is responsible for what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.entities import Entity

if TYPE_CHECKING:
    from graph.model.keys import DepartmentKey, ResponsibilityKey, StepKey, StrategyKey
    from graph.model.vocabularies import DepartmentKind, Function, ResponsibilityRole, StrategyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy(Entity):
    """A way of doing business; a simplified procedure or collaboration is part of its parent."""

    key: StrategyKey
    kind: StrategyKind
    parent: StrategyKey | None = None
    purpose: str | None = None
    purpose_en: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Entity):
    """One step of a strategy; `condition` says when a conditional step is taken.

    Its sources are the strategy's where the plan gives none of its own, see `own_sources`.
    """

    key: StepKey
    strategy: StrategyKey
    ordinal: int
    conditional: bool = False
    condition: str | None = None
    own_sources: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A department in a responsibility, with its role."""

    department: DepartmentKey
    role: ResponsibilityRole


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedParty:
    """Who takes part, as a plan states it, with its role.

    A department; or the one with a specialty inside every unit of a kind; or, without a specialty,
    every such unit.
    """

    role: ResponsibilityRole
    department: DepartmentKey | None = None
    within: DepartmentKind | None = None
    specialty: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility(Entity):
    """A duty for a step or for a function; several departments may share it.

    `outside` names parties that are no departments of ours ("customer"). `stated` are the parties
    as the plan states them, `parties` the departments that these stand for.
    """

    key: ResponsibilityKey
    step: StepKey | None = None
    function: Function | None = None
    parties: tuple[Party, ...] = ()
    outside: tuple[str, ...] = ()
    stated: tuple[StatedParty, ...] = ()
