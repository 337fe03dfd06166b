"""Scenarios about the small organization that tests send."""

from __future__ import annotations

from typing import Any

APRIL = "2026-04-01"
MERGE: dict[str, Any] = {
    "op": "merge-departments",
    "departments": ["south"],
    "into": "central",
    "why": "one region is enough",
}
TARGET: dict[str, Any] = {
    "op": "reallocate-target",
    "target": "prototype-accounts-2026",
    "to": "strategic-accounts",
}
TRANSFER: dict[str, Any] = {
    "op": "transfer-subsidiaries",
    "key": "hubei-to-headquarters",
    "name": "湖北公司交总部",
    "subsidiaries": ["grid-hubei"],
    "functions": ["sales"],
    "to": "strategic-accounts",
    "reason": "agreed",
}
DISSOLVE: dict[str, Any] = {"op": "dissolve-department", "department": "strategic-accounts"}


def draft(*operations: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """Return the input of a scenario with these operations."""
    return {
        "key": "one-region",
        "name": "合并大区",
        "nameEn": "One region",
        "author": "Ann",
        "effective": APRIL,
        "operations": [*operations],
        **fields,
    }


def document(*operations: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """Return the same as a file has it."""
    given = draft(*operations, **fields)
    name_en = given.pop("nameEn")
    return {**given, "name_en": name_en}
