"""What an operation costs: statements by what it asks for, never by how much there is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    build_schema,
    is_leaf_type,
    is_required_argument,
)

from api.schemas import schema
from graph.versions.drafting import drafted
from tests.api.conftest import RecordingStore, client_over
from tests.api.scenarios import MERGE, document

if TYPE_CHECKING:
    from graph.store import Store

SCHEMA = build_schema(schema.as_str())


def composite(name: str) -> GraphQLObjectType | GraphQLInterfaceType:
    """Return the type of that name, which has fields."""
    found = SCHEMA.type_map[name]
    assert isinstance(found, GraphQLObjectType | GraphQLInterfaceType)
    return found


def behind(field: GraphQLField) -> str:
    """Return the name of what a field gives, one or many of it."""
    return str(field.type).strip("[]!")  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]


LISTS = {
    name: behind(composite(behind(field)).fields["nodes"])
    for name, field in composite("Query").fields.items()
    if behind(field).endswith("Connection")
}
"""Every list at the root, with the type of its entries."""
MANY = 50
PATHS = 5
"""A statement is run once for each of the ways that lead to what it reads, one after the other."""


def selection(of: str, depth: int) -> str:
    """Return every field of a type, and so many levels of what is behind them."""
    return " ".join(field_text(name, field, depth) for name, field in composite(of).fields.items())


def field_text(name: str, field: GraphQLField, depth: int) -> str:
    """Return a field with all it can show, or nothing where that would be too deep."""
    if name == "whyNot":
        return 'whyNot(department: "strategic-accounts") { kind text beaten { reason } }'
    if any(is_required_argument(argument) for argument in field.args.values()):
        raise AssertionError(f"{name} needs an argument: say here how it is asked for")
    if is_leaf_type(SCHEMA.type_map[behind(field)]):
        return name
    if behind(field).endswith("Connection"):
        return f"{name}(first: 3) {{ totalCount nodes {{ key }} }}"
    return f"{name} {{ {selection(behind(field), depth - 1)} }}" if depth else ""


def test_there_are_ten_lists() -> None:
    assert len(LISTS) >= 10


async def test_no_statement_is_run_for_each_entry_of_a_list(real_graph: Store) -> None:
    await drafted(real_graph, document(MERGE, effective="2100-01-01"))
    recording = RecordingStore(real_graph)
    often: dict[str, dict[str, int]] = {}

    async with client_over(recording) as client:
        for name, entry in LISTS.items():
            fields = selection(entry, depth=1)
            query = f"{{ {name}(first: {MANY}) {{ totalCount nodes {{ {fields} }} }} }}"
            recording.read_names.clear()
            answer = (await client.post("/graphql", json={"query": query})).json()
            assert "errors" not in answer, answer
            assert answer["data"][name]["nodes"]
            counts = Counter(recording.read_names)
            often[name] = {file: count for file, count in counts.items() if count > PATHS}

    assert often == {name: {} for name in LISTS}
