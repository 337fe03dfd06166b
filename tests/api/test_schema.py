"""The schema: what is committed is what is served, and all of it is described."""

from __future__ import annotations

import re
from pathlib import Path

from graphql import (
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    build_schema,
    find_breaking_changes,
    parse,
    validate,
)

from api.schemas import schema

COMMITTED = Path(__file__).parents[2] / "api" / "schema.graphql"


def test_the_committed_schema_is_the_one_that_is_served() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == schema.as_str() + "\n", "run `make schema`"


def test_every_type_and_field_is_described() -> None:
    served = build_schema(schema.as_str())

    silent = [
        name
        for name, type_ in served.type_map.items()
        if not name.startswith("__")
        and name not in ("String", "Int", "Float", "Boolean", "ID", "Date", "DateTime")
        and not type_.description
    ]
    for name, type_ in served.type_map.items():
        if name.startswith("__"):
            continue
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
            silent += [
                f"{name}.{field}" for field, one in type_.fields.items() if not one.description
            ]

    assert silent == []


def test_the_names_that_users_rely_on_are_there() -> None:
    promised = build_schema("""
      scalar Date
      enum DepartmentKind { HEADQUARTERS DIVISION REGION BRANCH DEPARTMENT TEAM }
      type Query {
        department(key: ID!): Department
        strategy(key: ID!): Strategy
        person(key: ID!): Person
        industry(key: ID!): Industry
        territory(key: ID!): Territory
        indicator(key: ID!): Indicator
      }
      type Department {
        key: ID! name: String! nameEn: String kind: DepartmentKind!
        parent: Department children: [Department!]! posts: [Post!]! indicators: [Indicator!]!
      }
      type Post { name: String! holder(asOf: Date = null): Person }
      type Person { name: String! }
      type Industry { key: ID! }
      type Territory { key: ID! }
      type Indicator { key: ID! }
      type Strategy { steps: [Step!]! }
      type Step {
        ordinal: Int! name: String! conditional: Boolean!
        responsibilities: [ResponsibilityParty!]!
      }
      type ResponsibilityParty { department: Department }
    """)

    changes = find_breaking_changes(promised, build_schema(schema.as_str()))

    assert [change.description for change in changes] == []


def test_the_page_begins_with_a_query_that_is_valid() -> None:
    start = (COMMITTED.parent / "static" / "graphiql" / "start.js").read_text(encoding="utf-8")
    [query] = re.findall(r"defaultQuery = `(.+?)`", start, re.DOTALL)

    assert validate(build_schema(schema.as_str()), parse(query)) == []
