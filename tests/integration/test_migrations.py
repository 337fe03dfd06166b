"""Schema migrations on a real database."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from graph.cypher_files import migrations
from graph.errors import SchemaOutOfDate, StoreUnavailable
from graph.model.graphs import LABELS
from graph.store.migrations import migrate, schema_state

if TYPE_CHECKING:
    import neo4j

    from graph.store import Store
    from tests.conftest import Given

FIND = """
    CALL db.index.fulltext.queryNodes('names', $text) YIELD node
    RETURN node.key AS key ORDER BY key
"""


async def test_a_migrated_database_lacks_nothing(store: Store) -> None:
    state = await schema_state(store)

    assert state.pending == ()
    assert state.version == len(migrations())


async def test_migrating_again_changes_nothing(store: Store, driver: neo4j.AsyncDriver) -> None:
    records = "MATCH (m:SchemaMigration) RETURN m.version AS version, m.applied_at AS at"
    before, _, _ = await driver.execute_query(records + " ORDER BY version")

    await migrate(store)

    after, _, _ = await driver.execute_query(records + " ORDER BY version")
    assert [row.data() for row in after] == [row.data() for row in before]


async def test_several_migrations_at_once_end_at_the_same_schema(
    store: Store, given: Given, driver: neo4j.AsyncDriver
) -> None:
    before = await _indexes(driver)
    await given("MATCH (migration:SchemaMigration) DETACH DELETE migration")

    states = await asyncio.gather(*(migrate(store) for _ in range(4)))

    rows, _, _ = await driver.execute_query("MATCH (m:SchemaMigration) RETURN count(m) AS count")
    assert [state.pending for state in states] == [()] * 4
    assert rows[0]["count"] == len(migrations())
    assert await _indexes(driver) == before


async def test_a_schema_command_that_cannot_be_run_is_told(store: Store) -> None:
    with pytest.raises(StoreUnavailable, match="There is no such index"):
        await store.define("DROP INDEX never_made")


async def _indexes(driver: neo4j.AsyncDriver) -> list[dict[str, Any]]:
    rows, _, _ = await driver.execute_query(
        "SHOW INDEXES YIELD name, type, labelsOrTypes, properties ORDER BY name"
        " RETURN name, type, labelsOrTypes, properties"
    )
    return [row.data() for row in rows]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("MATCH (m:SchemaMigration {version: 1}) SET m.checksum = 'other'", "was changed after"),
        ("CREATE (:SchemaMigration {version: 999, name: '999_x', checksum: 'x'})", "newer"),
    ],
)
async def test_a_schema_that_is_not_ours_is_refused(
    store: Store, given: Given, change: str, says: str
) -> None:
    await given(change)  # pyright: ignore[reportArgumentType] - one of the two above
    try:
        with pytest.raises(SchemaOutOfDate, match=says):
            await migrate(store)
    finally:
        await given("MATCH (migration:SchemaMigration) DETACH DELETE migration")
        await migrate(store)


async def test_keys_are_unique_for_every_label(store: Store, driver: neo4j.AsyncDriver) -> None:
    rows, _, _ = await driver.execute_query(
        "SHOW CONSTRAINTS YIELD labelsOrTypes, properties, type"
        " WHERE type CONTAINS 'UNIQUENESS' RETURN labelsOrTypes[0] AS label, properties[0] AS key"
    )

    former_states_share_the_key = "Former"
    assert {row["label"]: row["key"] for row in rows} == {
        label: "version" if label == "SchemaMigration" else "key"
        for label in LABELS
        if label != former_states_share_the_key
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("华中", ["central"]),
        ("大区", ["central"]),
        ("武汉供电", ["wuhan"]),
        ("供电公司", ["wuhan"]),
        ("central", ["central"]),
    ],
)
async def test_chinese_names_are_found_by_any_part(
    store: Store, given: Given, driver: neo4j.AsyncDriver, text: str, found: list[str]
) -> None:
    await given("""
        CREATE (:Department {key: 'central', name: '华中大区', name_en: 'Central Region'}),
               (:Subsidiary {key: 'wuhan', name: '湖北武汉供电公司'}),
               (:Subsidiary {key: 'other', name: '西安电厂'})
    """)

    rows, _, _ = await driver.execute_query(FIND, {"text": f'"{text}"'})

    assert [row["key"] for row in rows] == found
