"""Entries about strategies, their steps, duties, indicators, splits and open questions."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from graph.model.vocabularies import (
    Function,
    Kind,
    ResponsibilityRole,
    Role,
    SplitBasis,
    StrategyKind,
)
from seed.documents.entries import Document, NamedEntry
from seed.documents.fields import (
    DepartmentRef,
    IndicatorRef,
    Namespace,
    SourceRef,
    SpecialtyRef,
    StepRef,
    StrategyRef,
    Text,
    UnitKind,
    parts,
)
from seed.documents.quantities import quantity


def _quantity(text: str) -> str:
    if quantity(text) is None:
        raise PydanticCustomError(
            "bad-value",
            "{text} is not a target value",
            {
                "text": f"“{text}”",
                "remedy": "write a number as 20 or 2.5, an uncertain one as 20?, an unknown one as"
                " ? or leave it empty; the unit has a field of its own",
            },
        )
    return text


class StepDocument(Document):
    """One step; a condition makes it conditional."""

    ordinal: int = Field(ge=1)
    name: Text
    name_en: Text | None = None
    condition: Text | None = None
    sources: Annotated[tuple[SourceRef, ...], BeforeValidator(parts)] = ()


class StrategyDocument(NamedEntry):
    """A way of doing business, with its steps."""

    file_kind = "strategies"
    namespace = Namespace.STRATEGY
    kind: StrategyKind
    parent: StrategyRef | None = None
    purpose: Text | None = None
    purpose_en: Text | None = None
    steps: tuple[StepDocument, ...] = ()


class PartyDocument(Document):
    """Who takes part: a department, or that specialty (or the unit) in every region or branch."""

    department: DepartmentRef | None = None
    within: UnitKind | None = None
    specialty: SpecialtyRef | None = None
    role: ResponsibilityRole


class ResponsibilityDocument(NamedEntry):
    """A duty for a step or for a function."""

    file_kind = "responsibilities"
    namespace = Namespace.RESPONSIBILITY
    step: StepRef | None = None
    function: Function | None = None
    parties: tuple[PartyDocument, ...] = ()
    outside: Annotated[tuple[Text, ...], BeforeValidator(parts)] = ()


class IndicatorDocument(NamedEntry):
    """What is measured."""

    file_kind = "indicators"
    namespace = Namespace.INDICATOR
    unit: Text | None = None


class TargetDocument(NamedEntry):
    """What a department (or that specialty in every region or branch) shall reach."""

    file_kind = "targets"
    namespace = Namespace.TARGET
    indicator: IndicatorRef
    department: DepartmentRef | None = None
    within: UnitKind | None = None
    specialty: SpecialtyRef | None = None
    value: Annotated[str, AfterValidator(_quantity)] | None = Field(
        None,
        description="As written: 20, 20? (uncertain), ? (unknown) or nothing.",
        json_schema_extra={"anyOf": [{"type": ["string", "number", "null"]}]},
    )
    unit: Text | None = None
    period: Text | None = Field(
        None, json_schema_extra={"anyOf": [{"type": ["string", "integer", "null"]}]}
    )


class ShareDocument(Document):
    """One party's part, in per cent."""

    department: DepartmentRef | None = None
    role: Role | None = None
    function: Function | None = None
    percent: Decimal = Field(gt=0, le=100)


class SplitDocument(NamedEntry):
    """How shared revenue or profit is split; no shares where the plan states none."""

    file_kind = "splits"
    namespace = Namespace.SPLIT
    basis: SplitBasis
    strategy: StrategyRef | None = None
    shares: tuple[ShareDocument, ...] = ()


class AboutDocument(Document):
    """Anything in the plan, by the kind it has in the graph and its key."""

    kind: Kind
    key: str


class OpenQuestionDocument(NamedEntry):
    """What the plan leaves open; `name` is the question."""

    file_kind = "open_questions"
    namespace = Namespace.OPEN_QUESTION
    about: tuple[AboutDocument, ...] = ()
    assumption: Text | None = None
