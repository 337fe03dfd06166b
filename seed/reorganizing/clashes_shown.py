"""What came since the base of a scenario and where it meets that, as lines and as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from graph.terminals import say

if TYPE_CHECKING:
    from graph.versions.lifecycles import Checked


def show_clashes(found: Checked) -> None:
    """Print what came since the base, then each clash with it."""
    for load in found.loads:
        what = load.sources[0] if load.sources and load.sources[0].startswith("scenario") else ""
        say(f"Since then: revision {load.number}, {what or load.plan}, by {load.loaded_by}")
    for clash in found.clashes:
        say(f"✗ {clash}")


def clashes_json(found: Checked) -> dict[str, Any]:
    """Return the same as plain values."""
    return {
        "revision": found.tried.version.number,
        "saved": found.saved,
        "clashes": [asdict(clash) for clash in found.clashes],
        "since": [load.number for load in found.loads],
    }
