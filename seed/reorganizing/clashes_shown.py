"""What came since the base of a scenario and where it meets that, as lines and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.reorganization.reports.words import Words
from graph.terminals import say
from seed.reorganizing.shown import message_json

if TYPE_CHECKING:
    from graph.ownership.phrases import Language
    from graph.versions.lifecycles import Checked


def show_clashes(found: Checked, language: Language) -> None:
    """Print what came since the base, then each clash with it."""
    words = Words(language)
    for load in found.loads:
        what = load.sources[0] if load.sources and load.sources[0].startswith("scenario") else ""
        called, by = what or load.plan, load.loaded_by
        say(
            words(
                f"Since then: revision {load.number}, {called}, by {by}",
                f"此后：版本{load.number}，{called}，由{by}载入",
            )
        )
    for clash in found.clashes:
        say(f"✗ {clash.told(language)}")


def clashes_json(found: Checked, language: Language) -> dict[str, Any]:
    """Return the same as plain values."""
    return {
        "revision": found.tried.version.number,
        "saved": found.saved,
        "clashes": [
            {
                "operation": clash.operation,
                "op": clash.op,
                "part": clash.part,
                "key": clash.key,
                **message_json(clash.message, language),
            }
            for clash in found.clashes
        ],
        "since": [load.number for load in found.loads],
    }
