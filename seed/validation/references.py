"""References that lead nowhere, with the keys that were probably meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.model.vocabularies import Kind
from seed.documents.fields import Namespace, quoted, texts_of
from seed.documents.strategies import AboutDocument
from seed.reading.shapes import field_shapes
from seed.validation.catalogues import NAMESPACE_OF_KIND

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import BaseModel

    from graph.model.problems import Problem
    from seed.reading.entries import RawEntry
    from seed.reading.places import Path, Raw
    from seed.validation.catalogues import Catalogue
    from seed.validation.drafts import Draft

_STAKED = re.compile(r"\s*[=@]")
"""Ends the key of a parent that holds a stake."""
_KINDS = frozenset(kind.value for kind in Kind)
_FILES = {
    Namespace.UNIT_TEMPLATE: "unit_templates",
    Namespace.PERSON: "people",
    Namespace.STEP: "the steps of a strategy",
    Namespace.OPEN_QUESTION: "open_questions",
    Namespace.INDUSTRY: "industries",
    Namespace.TERRITORY: "territories",
    Namespace.SUBSIDIARY: "subsidiaries",
    Namespace.STRATEGY: "strategies",
    Namespace.SPECIALTY: "specialties",
    Namespace.RESPONSIBILITY: "responsibilities",
}


def problems(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each reference to a key that the plan does not hold."""
    remedies: dict[tuple[str, tuple[Namespace, ...]], str] = {}
    for entry in draft.entries.raw:
        for path, key, namespaces in _references(entry.kind, entry.fields, ()):
            if _is_faulty(entry, path) or draft.catalogue.holds(key, namespaces):
                continue
            wanted = (key, namespaces)
            if wanted not in remedies:
                remedies[wanted] = _remedy(key, namespaces, draft.catalogue)
            kinds = " or ".join(namespaces)
            what = f"no {kinds} has the key {quoted(key)}"
            yield entry.place.problem(path, "unknown-key", what, remedies[wanted])


def _is_faulty(entry: RawEntry, path: Path) -> bool:
    return any(path[: len(faulty)] == faulty for faulty in entry.faulty)


def _references(
    document: type[BaseModel], fields: dict[str, Raw], at: Path
) -> Iterator[tuple[Path, str, tuple[Namespace, ...]]]:
    if document is AboutDocument:
        kind, key = fields.get("kind"), fields.get("key")
        if isinstance(key, str) and isinstance(kind, str) and kind in _KINDS:
            yield (*at, "key"), key, (NAMESPACE_OF_KIND[Kind(kind)],)
        return
    for name, shape in field_shapes(document).items():
        value, path = fields.get(name), (*at, name)
        if shape.refers_to:
            for place, text in _texts(value, many=shape.many):
                key = _STAKED.split(text)[0] if shape.stakes else text
                yield (*path, *place), key, shape.refers_to
        elif shape.nested and isinstance(value, list):
            for number, item in enumerate(value):
                if isinstance(item, dict):
                    yield from _references(shape.nested, item, (*path, number))
        elif shape.nested and isinstance(value, dict):
            yield from _references(shape.nested, value, path)


def _texts(value: Raw, *, many: bool) -> Iterator[tuple[Path, str]]:
    if isinstance(value, list):
        yield from (((n,), item) for n, item in enumerate(value) if isinstance(item, str))
    elif isinstance(value, str):
        yield from (((), text) for text in (texts_of(value) if many else (value,)))


def _remedy(key: str, namespaces: Sequence[Namespace], catalogue: Catalogue) -> str:
    if named := catalogue.keys_named(key, namespaces):
        return f"write the key, not the name: “{named[0]}”"
    if (account := catalogue.aliases.get(key)) and catalogue.holds(account, namespaces):
        return f"“{key}” is an alias of “{account}”: write that key"
    if close := catalogue.near_keys(key, namespaces):
        shown = [f"“{each}” ({catalogue.name_of(each, namespaces)})" for each in close]
        return f"did you mean {' or '.join(shown)}?"
    if other := catalogue.elsewhere(key):
        return f"“{key}” is a {other}; write the key of a {' or '.join(namespaces)}"
    return f"correct the key, or add it to {_FILES.get(namespaces[0], f'{namespaces[0]}s')}"
