"""Every .cypher file says the truth about itself, has one caller, and ends."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.cypher_files import load, migrations, names
from graph.model.graphs import LABELS, RELATIONSHIPS

if TYPE_CHECKING:
    import neo4j

    from tests.conftest import Given

ROOT = Path(__file__).parents[2]
NAMES = names()
PARAMETER_MISSING = "01N60"
UNVERSIONED = ("migrations", "plans", "changes", "scenarios")
"""Folders of statements that know of loads themselves; `changes` of two versions at once, and
`scenarios` of none: what is drafted and done is outside versions."""
OF_ALL_VERSIONS = ("accounts/spans_of_account",)
READS_OF_ONE_VERSION = [
    name
    for name in NAMES
    if name.partition("/")[0] not in UNVERSIONED and name not in OF_ALL_VERSIONS
]
VISIBLE = "{0}.since <= $version AND coalesce($version < {0}.ended, true)"
QUERY_TYPES = {"read": {"r"}, "write": {"w", "rw"}}
EVERY_LABEL = """
    UNWIND $labels AS label
    CREATE (node:$(label.name))
    SET node += label.properties
"""
EVERY_TYPE = """
    UNWIND $types AS type
    MATCH (start:$(type.start)), (end:$(type.end))
    CREATE (start)-[edge:$(type.name)]->(end)
    SET edge += type.properties
"""


@pytest.fixture
async def every_token(given: Given) -> None:
    """Make Neo4j know each label, type and property that the graph declares, and no other."""
    labels = [
        {"name": label, "properties": dict.fromkeys(properties, "1")}
        for label, properties in LABELS.items()
        if label != "SchemaMigration"
    ]
    types = [
        {
            "name": one.type,
            "start": one.starts[0],
            "end": one.ends[0],
            "properties": dict.fromkeys(one.properties, "1"),
        }
        for one in RELATIONSHIPS
    ]
    await given(EVERY_LABEL, labels=labels)
    await given(EVERY_TYPE, types=types)


@pytest.mark.usefixtures("every_token")
@pytest.mark.parametrize("name", NAMES)
async def test_the_header_is_true(name: str, driver: neo4j.AsyncDriver) -> None:
    file = load(name)

    _, summary, columns = await driver.execute_query("EXPLAIN " + file.text)

    notices = {
        notice.gql_status: notice.status_description
        for notice in summary.gql_status_objects
        if notice.is_notification
    }
    params = re.findall(r"\$`(\w+)`", notices.pop(PARAMETER_MISSING, ""))
    assert tuple(columns) == file.columns
    assert sorted(params) == sorted(file.params)
    assert summary.query_type in QUERY_TYPES[file.access]
    assert notices == {}
    assert file.summary


@pytest.mark.parametrize("name", NAMES)
def test_a_file_has_exactly_one_caller(name: str) -> None:
    callers = [
        module
        for folder in ("graph", "api", "seed")
        for module in (ROOT / folder).rglob("*.py")
        if f'"{name}"' in module.read_text(encoding="utf-8")
    ]

    assert len(callers) == 1


@pytest.mark.parametrize("name", NAMES)
def test_every_path_has_an_upper_bound(name: str) -> None:
    bounds = re.findall(r"\[[^\]]*\*([^\]]*)\]", load(name).text)

    assert all(re.fullmatch(r"\d+|\d*\.\.\d+", bound.strip()) for bound in bounds)


@pytest.mark.parametrize("name", READS_OF_ONE_VERSION)
def test_every_relationship_it_follows_is_there_in_the_version(name: str) -> None:
    text = load(name).text

    lines = text.splitlines()
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        edges = [edge for edge in re.findall(r"-\[([^\]]*)\]-", line) if edge != ":WAS"]
        if "MATCH path = " in line:
            [variable] = re.findall(r"all\((\w+) IN relationships\(path\) WHERE", after)
            assert VISIBLE.format(variable) in after, line
        else:
            for edge in edges:
                assert VISIBLE.format(edge.partition(":")[0]) in text, line
    assert "version" in load(name).params


@pytest.mark.parametrize("name", READS_OF_ONE_VERSION)
def test_every_thing_it_finds_is_there_in_the_version_and_as_it_was_then(name: str) -> None:
    text = load(name).text

    alone = re.findall(r"MATCH \((\w+):[^()]*\)\n(.*\n.*)", text)
    for variable, after in alone:
        by_edge = re.search(rf"MATCH .*\({variable}\)", after)
        assert VISIBLE.format(variable) in text or by_edge, variable
    things = set(re.findall(r"\((\w+):[A-Z]\w+", text)) - {"former"}
    read = {
        (variable, property_)
        for variable, property_ in re.findall(r"\b(\w+)\.(\w+)\b", text)
        if variable in things
    }
    of_no_state = {"key", "since", "ended"}
    if name == "stated/keys_of_kind":
        of_no_state.add("digest")  # it cuts what is many into parts, wherever it cuts
    assert {property_ for _, property_ in read} <= of_no_state


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("changes/")])
@pytest.mark.parametrize("version", ["$before", "$after"])
def test_what_is_compared_is_looked_up_in_both_versions(name: str, version: str) -> None:
    text = load(name).text

    edges = {edge for edge in re.findall(r"-\[(\w*:\w+)\]-", text) if edge != ":WAS"}
    compared = {edge.partition(":")[0] for edge in edges} or {"thing"}
    for variable in compared:
        assert VISIBLE.format(variable).replace("$version", version) in text, variable


def test_migrations_are_numbered_from_one_without_gaps() -> None:
    files = migrations()

    assert [file.version for file in files] == list(range(1, len(files) + 1))
    assert all(re.fullmatch(r"\d{3}_[a-z_]+", file.name) for file in files)
    assert all(file.commands for file in files)
