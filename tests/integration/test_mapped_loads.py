"""The worked examples of mappings load by the commands that docs/mappings.md gives."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.graphs import contents
from tests.programs import orgatlas

if TYPE_CHECKING:
    import neo4j

    from graph.server.connections import Connection

EXAMPLES = Path(__file__).parents[2] / "seed" / "examples"
COUNTS = {
    "corporate-hierarchy": {"Customer": 4, "Subsidiary": 12, "Territory": 7, "Industry": 2},
    "organization-chart": {"Department": 4, "Post": 9, "Person": 10},
    "ownership-file": {"Customer": 1, "Subsidiary": 7, "Department": 5, "NamedException": 7},
}
FIRST = "corporate-hierarchy"
"""The later ones end what the one before brought, and have to say that this is meant."""


@pytest.mark.usefixtures("store")
async def test_the_examples_load_one_after_the_other(
    connection: Connection, driver: neo4j.AsyncDriver, tmp_path: Path
) -> None:
    report = tmp_path / "report"

    for example, expected in COUNTS.items():
        loaded = orgatlas(
            connection,
            *("plan", "load", str(EXAMPLES / example), "--report", str(report)),
            *([] if example == FIRST else ["--allow-ending", "100"]),
        )

        assert loaded.returncode == 0, loaded.stderr
        assert f"Report: {report}.csv and {report}.json" in loaded.stderr
        lines = [json.loads(line) for line in await contents(driver)]
        counted = Counter(label for line in lines for label in line.get("labels", ()))
        assert {label: counted[label] for label in expected} == expected
