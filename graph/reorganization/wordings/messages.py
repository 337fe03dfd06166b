"""Messages in English and Chinese: a wording, which has a code that stays, and its values."""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING, TypeAlias

from graph.model.vocabularies import DepartmentKind, Function, ResponsibilityRole
from graph.ownership.phrases import EN, KINDS, Language
from graph.reorganization.organizations import Part
from graph.reorganization.reports.labels import Label
from graph.reorganization.reports.words import DUTY_ROLES, OPERATIONS, SORTS, Words

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

Word: TypeAlias = (
    "str | int | Decimal | date | DepartmentKind | Function | ResponsibilityRole | Part"
)
Value: TypeAlias = "Word | Message | Phrase | Label | tuple[Message, ...] | tuple[str, ...]"
"""What a text has a place for. A tuple is told one after the other; texts in one are keys."""
OPERATION = "op"
"""In a text, `{op[move-posts]}` is the name of an operation; in Chinese also what it does."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A few words in both languages, as a value of a message."""

    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class Said:
    """What is wrong, and what to do about it, in one language; values stand in braces."""

    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Wording:
    """How one sort of matter is told; programs know it by its `code`, which never changes."""

    code: str
    en: Said
    zh: Said

    def __call__(self, **values: Value) -> Message:
        """Return the message with these values.

        Raises:
            TypeError: they are not those that the texts have places for.
        """
        places = self.places()
        if values.keys() != places:
            raise TypeError(f"{self.code} is told with {sorted(places)}, not {sorted(values)}")
        return Message(self, tuple(values.items()))

    def places(self) -> frozenset[str]:
        """Return the names of the values that any of its texts has a place for."""
        return frozenset[str]().union(*(places_of(one) for one in (self.en, self.zh)))


@dataclass(frozen=True, slots=True)
class Message:
    """One matter, told in whichever language is asked for."""

    wording: Wording
    values: tuple[tuple[str, Value], ...]

    @property
    def code(self) -> str:
        """What sort of matter it is, for programs."""
        return self.wording.code

    def what(self, language: Language = EN) -> str:
        """Return what is wrong."""
        return self._told(self._said(language).what, language)

    def remedy(self, language: Language = EN) -> str:
        """Return what to do about it."""
        return self._told(self._said(language).remedy, language)

    def told(self, language: Language = EN) -> str:
        """Return both, on one line."""
        return f"{self.what(language)} → {self.remedy(language)}"

    def _said(self, language: Language) -> Said:
        return self.wording.en if language is EN else self.wording.zh

    def _told(self, text: str, language: Language) -> str:
        values = {name: _value(value, language) for name, value in self.values}
        return text.format(**values, op=_operations(language))


def places_of(said: Said) -> frozenset[str]:
    """Return the names of the values that a text has places for."""
    names = (name for text in (said.what, said.remedy) for _, name, _, _ in Formatter().parse(text))
    return frozenset(name.partition("[")[0] for name in names if name) - {OPERATION}


def _value(value: Value, language: Language) -> str:
    match value:
        case Message():
            return value.what(language)
        case Phrase():
            return Words(language)(value.en, value.zh)
        case Label():
            return _labelled(value, language)
        case ():
            return Words(language)("nobody", "无")
        case tuple():
            return Words(language)(", ", "、").join(_listed(one, language) for one in value)
        case _:
            return _word(value, language)


def _word(value: Word, language: Language) -> str:
    match value:
        case DepartmentKind():
            return KINDS[value][language]
        case Function():
            return Words(language).function(value)
        case ResponsibilityRole():
            return DUTY_ROLES[value][language]
        case Part():
            return SORTS[value][language]
        case int():
            return f"{value:,}"
        case _:
            return str(value)


def _listed(value: Message | str, language: Language) -> str:
    if isinstance(value, Message):
        return value.what(language)
    return Words(language)(value, f"“{value}”")


def _labelled(label: Label, language: Language) -> str:
    name, _ = label.names(language)
    if name == label.key:
        return _listed(name, language)
    return Words(language)(f"{label.key} ({name})", f"“{name}”（{label.key}）")


def _operations(language: Language) -> dict[str, str]:
    if language is EN:
        return {op: op for op in OPERATIONS}
    return {op: f"{op}（{called[language]}）" for op, called in OPERATIONS.items()}
