"""What operations are about, by name, and where that goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.reorganization.organizations import Part
from graph.reorganization.reports.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.reorganization.reports.labels import Names
    from graph.reorganization.scenarios import AnyOperation

_ABOUT: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "create-department": (("key",), ("parent",)),
    "rename-department": (("department",), ("name",)),
    "change-department": (("department",), ()),
    "move-department": (("department",), ("to",)),
    "merge-departments": (("departments",), ("into",)),
    "split-department": (("department",), ("parts",)),
    "dissolve-department": (("department",), ("successor",)),
    "open-unit": (("key",), ("parent",)),
    "close-unit": (("unit",), ("successor",)),
    "transfer-territories": (("territories", "from_"), ("to",)),
    "transfer-customers": (("customers",), ("to",)),
    "transfer-subsidiaries": (("subsidiaries",), ("to",)),
    "add-rule": (("key",), ()),
    "change-rule": (("rule",), ()),
    "end-rule": (("rule",), ()),
    "add-exception": (("account",), ("department",)),
    "change-exception": (("exception",), ("department",)),
    "end-exception": (("exception",), ()),
    "reassign-responsibility": (("responsibility", "from_"), ("to",)),
    "move-posts": (("posts",), ("to",)),
    "move-people": (("person", "from_"), ("to",)),
    "reallocate-target": (("target",), ("to", "shares")),
    "reallocate-split": (("split",), ("shares",)),
    "sign-off-vacancy": (("department",), ()),
}
_PARTS = {
    "rule": Part.RULES,
    "exception": Part.EXCEPTIONS,
    "responsibility": Part.RESPONSIBILITIES,
    "target": Part.TARGETS,
    "split": Part.SPLITS,
    "posts": Part.POSTS,
}


@dataclass(frozen=True, slots=True)
class Subject:
    """What an operation is about, and where that goes."""

    what: tuple[Label, ...]
    to: tuple[Label, ...]


def subject(operation: AnyOperation, names: Names) -> Subject:
    """Return what an operation is about."""
    what, to = _ABOUT[operation.op]
    return Subject(
        tuple(_labels(operation, what, names)), tuple(_labels(operation, to, names, after=True))
    )


def _labels(
    operation: AnyOperation, fields: Iterable[str], names: Names, *, after: bool = False
) -> Iterable[Label]:
    for field in fields:
        value: Any = getattr(operation, field)
        if field in {"key", "name"}:
            own: Any = operation
            yield Label(own.key if field == "key" else own.department, own.name, own.name_en)
            continue
        for one in (value,) if isinstance(value, str) else _each(value):
            yield _label(operation.op, field, one, names, after=after)


def _each(value: Any) -> list[str]:
    """Return the keys of a field: of parts and shares, the departments'."""
    if value is None:
        return []
    keys = [one if isinstance(one, str) else one.department for one in value]
    return (
        sorted(key for key in keys if key)
        if isinstance(value, frozenset)
        else [*filter(None, keys)]
    )


def _label(op: str, field: str, key: str, names: Names, *, after: bool) -> Label:
    if field in _PARTS:
        return names.thing(_PARTS[field], key)
    if op == "move-people":
        return names.person(key) if field == "person" else names.thing(Part.POSTS, key)
    if field == "territories":
        return names.territory(key)
    if field in {"customers", "subsidiaries", "account"}:
        return names.account(key)
    return names.department(key) if after else names.former(key)
