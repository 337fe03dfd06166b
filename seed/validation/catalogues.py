"""Every key of a plan folder, broken entries too, and what references may be checked against."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.model.patterns import slot_key, slot_post_key
from graph.model.vocabularies import Kind
from seed.assembling.strategies import step_key
from seed.columns.texts import texts_in
from seed.documents.accounts import CustomerDocument, SubsidiaryDocument
from seed.documents.fields import Namespace
from seed.documents.organization import DepartmentDocument, UnitTemplateDocument
from seed.documents.strategies import StrategyDocument, TargetDocument
from seed.mappings.keys import key_of
from seed.reading.messages import near
from seed.validation.listings import Listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from seed.reading.entries import Entries, RawEntry
    from seed.reading.places import Raw

NAMESPACE_OF_KIND: dict[Kind, Namespace] = {
    Kind.SOURCE: Namespace.SOURCE,
    Kind.DEPARTMENT: Namespace.DEPARTMENT,
    Kind.INDUSTRY: Namespace.INDUSTRY,
    Kind.TERRITORY: Namespace.TERRITORY,
    Kind.CUSTOMER: Namespace.CUSTOMER,
    Kind.SUBSIDIARY: Namespace.SUBSIDIARY,
    Kind.PERSON: Namespace.PERSON,
    Kind.POST: Namespace.POST,
    Kind.STRATEGY: Namespace.STRATEGY,
    Kind.STEP: Namespace.STEP,
    Kind.RESPONSIBILITY: Namespace.RESPONSIBILITY,
    Kind.INDICATOR: Namespace.INDICATOR,
    Kind.TARGET: Namespace.TARGET,
    Kind.REVENUE_SPLIT: Namespace.SPLIT,
    Kind.ASSIGNMENT_RULE: Namespace.RULE,
    Kind.NAMED_EXCEPTION: Namespace.EXCEPTION,
    Kind.OPEN_QUESTION: Namespace.OPEN_QUESTION,
}
_MADE_FROM = {
    Namespace.DEPARTMENT: (DepartmentDocument, UnitTemplateDocument),
    Namespace.POST: (DepartmentDocument, UnitTemplateDocument),
    Namespace.STEP: (StrategyDocument,),
}


@dataclass(slots=True)
class Catalogue:
    """Keys with their names, by namespace.

    Of `listed` namespaces, which may hold a million keys, `names` has only those of entries and
    those that entries mention.
    `hidden` are namespaces of which something could not be read; `open_units` are regions and
    branches whose template could not be: what is inside them is not known. `made_posts` are those
    that templates bring. `aliases` lead to the keys of accounts, as written and as keys.
    """

    names: dict[Namespace, dict[str, str]]
    hidden: frozenset[Namespace]
    open_units: set[str] = field(default_factory=set[str])
    aliases: dict[str, str] = field(default_factory=dict[str, str])
    listed: Mapping[Namespace, Listed] = field(default_factory=dict["Namespace", "Listed"])
    made_posts: dict[str, str] = field(default_factory=dict[str, str])

    def holds(self, key: str, namespaces: Iterable[Namespace]) -> bool:
        """Tell whether a key is, or may be, in one of the namespaces."""
        return any(self._may_hold(key, namespace) for namespace in namespaces)

    def _may_hold(self, key: str, namespace: Namespace) -> bool:
        if namespace in self.hidden or key in self.names[namespace]:
            return True
        if namespace in {Namespace.DEPARTMENT, Namespace.POST}:
            return any(key.startswith(slot_key(unit, "")) for unit in self.open_units)
        return namespace is Namespace.TARGET and key.partition("@")[0] in self.names[namespace]

    def elsewhere(self, key: str) -> Namespace | None:
        """Return a namespace that does hold the key."""
        return next((space for space, names in self.names.items() if key in names), None)

    def keys_named(self, name: str, namespaces: Iterable[Namespace]) -> list[str]:
        """Return the keys of what has exactly this name."""
        return [key for namespace in namespaces for key in self._named(name, namespace)]

    def near_keys(self, key: str, namespaces: Sequence[Namespace]) -> list[str]:
        """Return the keys of the namespaces that come nearest to one that none of them holds."""
        known = [each for namespace in namespaces for each in self._keys_like(key, namespace)]
        return near(key, known)

    def name_of(self, key: str, namespaces: Iterable[Namespace]) -> str:
        """Return the name of a key of the namespaces."""
        return next(
            name
            for namespace in namespaces
            if (name := self.names[namespace].get(key) or self._listed_name(key, namespace))
        )

    def _keys_like(self, key: str, namespace: Namespace) -> Iterable[str]:
        if namespace not in self.listed:
            return self.names[namespace]
        made = self.made_posts if namespace is Namespace.POST else {}
        return [*self.listed[namespace].keys_like(key), *made]

    def _named(self, name: str, namespace: Namespace) -> list[str]:
        listed: list[str] = []
        names = self.names[namespace]
        if namespace in self.listed:
            listed = self.listed[namespace].named(name)
            names = self.made_posts if namespace is Namespace.POST else {}
        return [*listed, *(key for key, known in names.items() if known == name)]

    def _listed_name(self, key: str, namespace: Namespace) -> str | None:
        return self.listed[namespace].name_of(key) if namespace in self.listed else None


def catalogue_of(entries: Entries) -> Catalogue:
    """Return the catalogue of all that was read, with the keys that templates and steps make."""
    names: dict[Namespace, dict[str, str]] = {namespace: {} for namespace in Namespace}
    listed = {kind.namespace: Listed(entries, kind) for kind in entries.tables if kind.namespace}
    catalogue = Catalogue(names, _hidden(entries), listed=listed)
    for entry in entries.raw:
        namespace, key = entry.kind.namespace, entry.text("key")
        if namespace and key:
            names[namespace].setdefault(key, entry.text("name") or key)
    for strategy in entries.raw_of(StrategyDocument):
        for ordinal, name in _steps(strategy):
            names[Namespace.STEP].setdefault(step_key(strategy.text("key") or "", ordinal), name)
    _add_units(entries, catalogue)
    _add_aliases(entries, catalogue)
    if listed:
        mentioned = {text for raw in entries.raw for text in texts_in({**raw.fields})}
        for namespace, each in listed.items():
            for key, name in each.those_of(mentioned):
                names[namespace].setdefault(key, name)
    return catalogue


def _add_aliases(entries: Entries, catalogue: Catalogue) -> None:
    for kind in (CustomerDocument, SubsidiaryDocument):
        for found in entries.of(kind):
            for alias in found.document.aliases:
                catalogue.aliases.setdefault(alias, found.document.key)
                catalogue.aliases.setdefault(key_of(alias), found.document.key)


def _hidden(entries: Entries) -> frozenset[Namespace]:
    hidden = {kind.namespace for kind in entries.hidden if kind.namespace}
    for namespace, kinds in _MADE_FROM.items():
        if entries.hidden & {*kinds}:
            hidden.add(namespace)
    if entries.hidden & {DepartmentDocument, TargetDocument, UnitTemplateDocument}:
        hidden.add(Namespace.TARGET)
    return frozenset(hidden)


def _steps(strategy: RawEntry) -> Iterator[tuple[str, str]]:
    steps = strategy.fields.get("steps")
    for step in steps if isinstance(steps, list) else []:
        if isinstance(step, dict) and isinstance(ordinal := step.get("ordinal"), str):
            yield ordinal, str(step.get("name"))


def _add_units(entries: Entries, catalogue: Catalogue) -> None:
    departments, posts = (catalogue.names[one] for one in (Namespace.DEPARTMENT, Namespace.POST))
    slots: dict[str, list[tuple[str, str]]] = defaultdict(list)
    slot_posts: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for template in entries.raw_of(UnitTemplateDocument):
        key = template.text("key") or ""
        for place, name, slot in _slots(template.fields.get("departments")):
            slots[key].append((place, name))
            slot_posts[key] += [
                (place, post, post_name) for post, post_name, _ in _slots(slot.get("posts"))
            ]
    for unit in entries.raw_of(DepartmentDocument):
        key, template_key = unit.text("key"), unit.text("template")
        if not key or not template_key:
            continue
        if not slots[template_key]:
            catalogue.open_units.add(key)
        for slot, name in slots[template_key]:
            departments.setdefault(slot_key(key, slot), f"{unit.text('name')} {name}")
        for slot, post, name in slot_posts[template_key]:
            made = slot_post_key(key, slot, post)
            catalogue.made_posts[made] = f"{unit.text('name')} {name}"
            posts.setdefault(made, catalogue.made_posts[made])


def _slots(listed: Raw | None) -> Iterator[tuple[str, str, dict[str, Raw]]]:
    """Yield slot, name and fields of the departments or posts of a template, as far as readable."""
    for slot in listed if isinstance(listed, list) else []:
        if isinstance(slot, dict) and isinstance(place := slot.get("slot"), str):
            yield place, str(slot.get("name")), slot
