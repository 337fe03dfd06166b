"""A report before it looks like anything: sections of texts, tables and pictures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from graph.ownership.phrases import Language
    from graph.reorganization.reports.flow_pictures import FlowPicture
    from graph.reorganization.reports.labels import Label
    from graph.reorganization.reports.trees import TreePicture


class Tone(StrEnum):
    """How a text or line is meant."""

    PLAIN = "plain"
    GOOD = "good"
    WARNS = "warns"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Lines:
    """Numbered lines."""

    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section."""

    text: Label | str


@dataclass(frozen=True, slots=True)
class Why:
    """What was said before, and what will be after."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A cell that points to one of the notes of its table, counted from 1."""

    note: int


Cell: TypeAlias = "str | int | Decimal | date | Label | tuple[Label, ...] | Reference | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under columns; `rest` counts those that are left out, `notes` is what cells point to."""

    title: str = ""
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    rest: int = 0
    notes: tuple[Why, ...] = ()


Content: TypeAlias = "Text | Lines | Table | TreePicture | FlowPicture"
Block: TypeAlias = "Heading | Content"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report; `key` names it in addresses and sheets."""

    key: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole report; `facts` are what stands under its title: a name and a value each."""

    language: Language
    title: Label
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
