"""Entries about strategies, their steps, duties, indicators, splits and open questions."""

from __future__ import annotations

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
    Name,
    Namespace,
    Number,
    OwnTargetKey,
    SourceRef,
    SpecialtyRef,
    StepRef,
    StrategyRef,
    Text,
    UnitKind,
    Whole,
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

    ordinal: Whole = Field(ge=1, description="Its number; each stands once in a strategy.")
    name: Name = Field(description="What is done.")
    name_en: Name | None = Field(None, description="In English, where one is known.")
    condition: Text | None = Field(None, description="When it is done, if not always.")
    sources: Annotated[tuple[SourceRef, ...], BeforeValidator(parts)] = Field(
        (), description="Keys of the sources that state this."
    )


class StrategyDocument(NamedEntry):
    """A way of doing business, with its steps."""

    file_kind = "strategies"
    namespace = Namespace.STRATEGY
    kind: StrategyKind = Field(description="What sort of strategy it is.")
    parent: StrategyRef | None = Field(None, description="The strategy that it is a part of.")
    purpose: Text | None = Field(None, description="What it is for.")
    purpose_en: Text | None = Field(None, description="In English, where it is known.")
    steps: tuple[StepDocument, ...] = Field((), description="What is done, in order.")


class PartyDocument(Document):
    """Who takes part: a department, or that specialty (or the unit) in every region or branch."""

    department: DepartmentRef | None = Field(None, description="That department.")
    within: UnitKind | None = Field(
        None, description="The one in every region, or in every branch."
    )
    specialty: SpecialtyRef | None = Field(
        None, description="Which one inside the unit; left out, the unit itself."
    )
    role: ResponsibilityRole = Field(description="What it does.")


class ResponsibilityDocument(NamedEntry):
    """A duty for a step or for a function."""

    file_kind = "responsibilities"
    namespace = Namespace.RESPONSIBILITY
    step: StepRef | None = Field(
        None, description="The step it is for, as strategy-key/1; or see function."
    )
    function: Function | None = Field(None, description="The function it is for; or see step.")
    parties: tuple[PartyDocument, ...] = Field((), description="Who takes part.")
    outside: Annotated[tuple[Text, ...], BeforeValidator(parts)] = Field(
        (), description="Others who take part, and are no departments."
    )


class IndicatorDocument(NamedEntry):
    """What is measured."""

    file_kind = "indicators"
    namespace = Namespace.INDICATOR
    unit: Text | None = Field(None, description="What it is counted in.")


class TargetDocument(NamedEntry):
    """What a department (or that specialty in every region or branch) shall reach."""

    file_kind = "targets"
    namespace = Namespace.TARGET
    key: OwnTargetKey
    indicator: IndicatorRef = Field(description="What is measured.")
    department: DepartmentRef | None = Field(None, description="Whose target it is; or see within.")
    within: UnitKind | None = Field(None, description="One in every region, or in every branch.")
    specialty: SpecialtyRef | None = Field(
        None, description="Which one inside the unit; left out, the unit itself."
    )
    value: Annotated[str, AfterValidator(_quantity)] | None = Field(
        None,
        description="As written: 20, 20? (uncertain), ? (unknown) or nothing.",
        json_schema_extra={"anyOf": [{"type": ["string", "number", "null"]}]},
    )
    unit: Text | None = Field(None, description="What it is counted in; left out, the indicator's.")
    period: Text | None = Field(
        None,
        description="When it shall be reached, as 2026.",
        json_schema_extra={"anyOf": [{"type": ["string", "integer", "null"]}]},
    )


class ShareDocument(Document):
    """One party's part, in per cent."""

    department: DepartmentRef | None = Field(None, description="Whose share it is; or see role.")
    role: Role | None = Field(None, description="The share of whoever owns, or supports.")
    function: Function | None = Field(
        None, description="For what they own or support; left out, for any."
    )
    percent: Number = Field(gt=0, le=100)


class SplitDocument(NamedEntry):
    """How shared revenue or profit is split; no shares where the plan states none."""

    file_kind = "splits"
    namespace = Namespace.SPLIT
    basis: SplitBasis = Field(description="What is split.")
    strategy: StrategyRef | None = Field(None, description="The strategy that states it.")
    shares: tuple[ShareDocument, ...] = Field((), description="Who gets how much; together 100 %.")


class AboutDocument(Document):
    """Anything in the plan, by the kind it has in the graph and its key."""

    kind: Kind = Field(description="What it is in the graph.")
    key: str = Field(description="Its key.")


class OpenQuestionDocument(NamedEntry):
    """What the plan leaves open; `name` is the question."""

    file_kind = "open_questions"
    namespace = Namespace.OPEN_QUESTION
    about: tuple[AboutDocument, ...] = Field((), description="What the question is about.")
    assumption: Text | None = Field(None, description="What the plan takes for granted meanwhile.")
