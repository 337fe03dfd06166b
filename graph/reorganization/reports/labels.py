"""What things are called in a report: in Chinese and, where it is known, in English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.ownership.phrases import EN
from graph.reorganization.organizations import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.model.entities import Entity
    from graph.ownership.phrases import Language
    from graph.reorganization.impacts import Impact


@dataclass(frozen=True, slots=True)
class Label:
    """A thing by its key and names; `tells_key` where readers need the key beside the name."""

    key: str
    name: str
    name_en: str | None = None
    tells_key: bool = False

    def names(self, language: Language) -> tuple[str, str]:
        """Return the name in a language, and the other one, or nothing where there is none."""
        if not self.name_en or self.name_en == self.name:
            return self.name, ""
        return (self.name_en, self.name) if language is EN else (self.name, self.name_en)


class Names:
    """Names of what an impact is about; `accounts` are those that the organization lacks.

    What has no name is called by its key.
    """

    def __init__(self, found: Impact, accounts: Mapping[str, Entity] | None = None) -> None:
        self._before = found.replayed.base
        self._after = found.replayed.result
        self._around = self._before.surroundings
        self._accounts = {**self._around.accounts, **(accounts or {})}

    def department(self, key: str) -> Label:
        """Return a department as it is called after, or was before where it is no more."""
        return _label(key, self._after.departments, self._before.departments)

    def former(self, key: str) -> Label:
        """Return a department as it is called before, or will be where it is new."""
        return _label(key, self._before.departments, self._after.departments)

    def formers(self, keys: Iterable[str]) -> tuple[Label, ...]:
        """Return departments as they are called before."""
        return tuple(self.former(key) for key in keys)

    def departments(self, keys: Iterable[str]) -> tuple[Label, ...]:
        """Return departments as they are called after."""
        return tuple(self.department(key) for key in keys)

    def account(self, key: str) -> Label:
        """Return a group or subsidiary, to be told with its key."""
        label = _label(key, self._accounts)
        return Label(key, label.name, label.name_en, tells_key=label.name != key)

    def group(self, key: str) -> Label:
        """Return a group, to be told without its key: beside an account of it."""
        return _label(key, self._accounts)

    def industry(self, key: str) -> Label:
        """Return an industry."""
        return _label(key, self._around.industries)

    def territory(self, key: str) -> Label:
        """Return a territory."""
        return _label(key, self._around.territories)

    def indicator(self, key: str) -> Label:
        """Return an indicator."""
        return _label(key, self._around.indicators)

    def step(self, key: str) -> Label:
        """Return a step of a strategy."""
        return _label(key, self._around.steps)

    def person(self, key: str) -> Label:
        """Return a person."""
        return _label(key, self._around.people)

    def thing(self, part: Part, key: str) -> Label:
        """Return a thing of a part of the organization, as it is after or was before."""
        return _label(key, self._after.part(part), self._before.part(part))

    def anything(self, key: str) -> Label | None:
        """Return a department, exception, duty or step with that key, if there is one."""
        parts = (Part.DEPARTMENTS, Part.EXCEPTIONS, Part.RESPONSIBILITIES)
        things = (side.part(part) for part in parts for side in (self._after, self._before))
        label = _label(key, *things, self._around.steps)
        return None if label.name == key else label


def _label(key: str, *named: Mapping[str, Entity]) -> Label:
    found = next((entities[key] for entities in named if key in entities), None)
    return Label(key, key) if found is None else Label(key, found.name, found.name_en)
