"""The worked examples of mappings load by the commands that docs/mappings.md gives."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

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


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("example", COUNTS)
async def test_an_example_loads(
    example: str, connection: Connection, driver: neo4j.AsyncDriver, tmp_path: Path
) -> None:
    report = tmp_path / "report"

    loaded = orgatlas(connection, "plan", "load", str(EXAMPLES / example), "--report", str(report))

    assert loaded.returncode == 0, loaded.stderr
    assert f"Report: {report}.csv and {report}.json" in loaded.stderr
    counted, _, _ = await driver.execute_query(
        "MATCH (node) UNWIND labels(node) AS label RETURN label, count(*) AS number"
    )
    numbers = {record["label"]: record["number"] for record in counted}
    assert {label: numbers.get(label, 0) for label in COUNTS[example]} == COUNTS[example]
