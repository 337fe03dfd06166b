"""Strategies, their ordered steps, and who is responsible for what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.entities import Entity

if TYPE_CHECKING:
    from graph.model.keys import DepartmentKey, ResponsibilityKey, StepKey, StrategyKey
    from graph.model.vocabularies import Function, ResponsibilityRole, StrategyKind


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
    """One step of a strategy; `condition` says when a conditional step is taken."""

    key: StepKey
    strategy: StrategyKey
    ordinal: int
    conditional: bool = False
    condition: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A department in a responsibility, with its role."""

    department: DepartmentKey
    role: ResponsibilityRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility(Entity):
    """A duty for a step or for a function; several departments may share it.

    `outside` names parties that are no departments of ours ("customer").
    """

    key: ResponsibilityKey
    step: StepKey | None = None
    function: Function | None = None
    parties: tuple[Party, ...] = ()
    outside: tuple[str, ...] = ()
