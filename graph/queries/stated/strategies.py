"""Strategies, steps, duties and open questions as a version states them."""

from __future__ import annotations

from dataclasses import dataclass

from graph.cypher_files import query
from graph.model.keys import (
    DepartmentKey,
    OpenQuestionKey,
    ResponsibilityKey,
    StepKey,
    StrategyKey,
)
from graph.model.plans import OpenQuestion, Reference
from graph.model.strategies import Party, Responsibility, StatedParty, Step, Strategy
from graph.model.vocabularies import (
    DepartmentKind,
    Function,
    Kind,
    ResponsibilityRole,
    StrategyKind,
)
from graph.queries.stated.names import NamedRow


@dataclass(frozen=True, slots=True)
class StatedStrategy(NamedRow):
    """A strategy."""

    kind: StrategyKind
    parent: StrategyKey | None
    purpose: str | None
    purpose_en: str | None

    def entity(self) -> Strategy:
        """Return it as the model has it."""
        return Strategy(
            key=StrategyKey(self.key),
            **self.named(),
            kind=self.kind,
            parent=self.parent,
            purpose=self.purpose,
            purpose_en=self.purpose_en,
        )


@dataclass(frozen=True, slots=True)
class StatedStep(NamedRow):
    """A step of a strategy."""

    strategy: StrategyKey
    ordinal: int
    conditional: bool
    condition: str | None
    own_sources: bool

    def entity(self) -> Step:
        """Return it as the model has it."""
        return Step(
            key=StepKey(self.key),
            **self.named(),
            strategy=self.strategy,
            ordinal=self.ordinal,
            conditional=self.conditional,
            condition=self.condition,
            own_sources=self.own_sources,
        )


@dataclass(frozen=True, slots=True)
class ResponsibleDepartment:
    """A department in a responsibility."""

    department: DepartmentKey
    role: ResponsibilityRole


@dataclass(frozen=True, slots=True)
class StatedResponsibility(NamedRow):
    """A duty."""

    step: StepKey | None
    function: Function | None
    parties: tuple[ResponsibleDepartment, ...]
    outside: tuple[str, ...]
    stated: tuple[str, ...]

    def entity(self) -> Responsibility:
        """Return it as the model has it."""
        return Responsibility(
            key=ResponsibilityKey(self.key),
            **self.named(),
            step=self.step,
            function=self.function,
            parties=tuple(
                Party(department=party.department, role=party.role) for party in self.parties
            ),
            outside=self.outside,
            stated=tuple(map(party, self.stated)),
        )


@dataclass(frozen=True, slots=True)
class StatedReference:
    """What a question is about."""

    kind: Kind
    key: str


@dataclass(frozen=True, slots=True)
class StatedQuestion(NamedRow):
    """An open question."""

    about: tuple[StatedReference, ...]
    assumption: str | None
    stated: tuple[str, ...]

    def entity(self) -> OpenQuestion:
        """Return it as the model has it."""
        return OpenQuestion(
            key=OpenQuestionKey(self.key),
            **self.named(),
            about=tuple(Reference(each.kind, each.key) for each in self.about),
            assumption=self.assumption,
            stated=tuple(map(reference, self.stated)),
        )


STATED_STRATEGIES = query("stated/strategies", StatedStrategy, packed=True)
STATED_STEPS = query("stated/steps", StatedStep, packed=True)
STATED_RESPONSIBILITIES = query("stated/responsibilities", StatedResponsibility, packed=True)
STATED_QUESTIONS = query("stated/open_questions", StatedQuestion, packed=True)


def party(text: str) -> StatedParty:
    """Return a party from its stored form, such as `supports=region/presales`."""
    role, _, who = text.partition("=")
    if who.startswith("department:"):
        return StatedParty(
            role=ResponsibilityRole(role),
            department=DepartmentKey(who.removeprefix("department:")),
        )
    within, _, specialty = who.partition("/")
    return StatedParty(
        role=ResponsibilityRole(role),
        within=DepartmentKind(within),
        specialty=specialty or None,
    )


def reference(text: str) -> Reference:
    """Return what a question is about from its stored form, such as `Target:KEY`."""
    kind, _, key = text.partition(":")
    return Reference(Kind(kind), key)
