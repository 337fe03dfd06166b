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
      enum CoverageStatus { ASSIGNED VACANT DELIBERATELY_VACANT CONFLICT }
      enum Function {
        SALES RELATIONSHIP DELIVERY PRESALES SALES_SUPPORT MARKETING IMPLEMENTATION PARTNER
      }
      enum Language { EN ZH }
      enum NamedOrder { NAME KEY }
      enum Via { INHERITED EXPLICIT }
      interface Node { id: ID! }
      interface Account implements Node { id: ID! }
      type PageInfo { hasNextPage: Boolean! endCursor: String }
      input CustomerFilter { industry: ID }
      input SubsidiaryFilter { customer: ID }
      input DepartmentFilter { parent: ID }
      type CustomerConnection {
        nodes: [Customer!]! totalCount: Int! pageInfo: PageInfo!
      }
      type SubsidiaryConnection {
        nodes: [Subsidiary!]! totalCount: Int! pageInfo: PageInfo!
      }
      type DepartmentConnection {
        nodes: [Department!]! totalCount: Int! pageInfo: PageInfo!
      }
      type AccountConnection { nodes: [Account!]! totalCount: Int! pageInfo: PageInfo! }
      type GapConnection { nodes: [Gap!]! totalCount: Int! pageInfo: PageInfo! }
      type OpenQuestionConnection {
        nodes: [OpenQuestion!]! totalCount: Int! pageInfo: PageInfo!
      }
      type Gap { account: Account! coverage: Coverage! }
      type Mention { id: ID! key: ID! name: String! }
      type OpenQuestion { name: String! }
      type Plan { key: ID! name: String! }
      type Source { document: String! section: String! }
      type Customer implements Account & Node {
        id: ID! key: ID! name: String! nameEn: String
      }
      type Subsidiary implements Account & Node {
        id: ID! key: ID! name: String! nameEn: String level: Int! tags: [String!]!
        customer: Customer parent: Subsidiary children: [Subsidiary!]!
        territory: Territory industry: Industry
        owner(function: Function! = SALES, asOf: Date = null): Assignment
        supporters(functions: [Function!] = null, asOf: Date = null): [Assignment!]!
        coverage(functions: [Function!] = null, asOf: Date = null): [Coverage!]!
        whyNot(department: ID!, function: Function! = SALES, asOf: Date = null): WhyNot!
      }
      type Coverage {
        function: Function! status: CoverageStatus! owner: Assignment
        supporters: [Assignment!]! candidates: [Assignment!]!
        reason(language: Language! = EN): String
      }
      type Assignment {
        department: Department posts: [Post!]! function: Function! share: Float
        validFrom: Date validUntil: Date via: Via! explanation: Explanation!
      }
      type Explanation {
        text(language: Language! = EN): String! rule: ID exception: ID
        source: Source beaten: [Beaten!]!
      }
      type Beaten { rule: ID reason(language: Language! = EN): String! }
      type WhyNot { text(language: Language! = EN): String! }
      type Query {
        subsidiary(key: ID!): Subsidiary
        customer(key: ID!): Customer
        subsidiaries(
          first: Int! = 20, after: String = null, filter: SubsidiaryFilter = null,
          orderBy: NamedOrder! = NAME
        ): SubsidiaryConnection!
        customers(
          first: Int! = 20, after: String = null, filter: CustomerFilter = null,
          orderBy: NamedOrder! = NAME
        ): CustomerConnection!
        departments(
          first: Int! = 20, after: String = null, filter: DepartmentFilter = null,
          orderBy: NamedOrder! = NAME
        ): DepartmentConnection!
        search(text: String!, first: Int! = 20): [Mention!]!
        coverageGaps(
          kinds: [CoverageStatus!] = null, asOf: Date = null,
          first: Int! = 20, after: String = null
        ): GapConnection!
        openQuestions(first: Int! = 20, after: String = null): OpenQuestionConnection!
        plan: Plan
        node(id: ID!): Node
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
        ancestors(maxDepth: Int! = 12): [Department!]! targets: [Target!]!
        responsibilities: [ResponsibilityParty!]!
        owns(
          function: Function! = SALES, first: Int! = 20, after: String = null, asOf: Date = null
        ): AccountConnection!
        supports(
          function: Function! = SALES, first: Int! = 20, after: String = null, asOf: Date = null
        ): AccountConnection!
      }
      type Post { name: String! holder(asOf: Date = null): Person }
      type Person { name: String! }
      type Industry { key: ID! }
      type Territory { key: ID! }
      type Indicator { key: ID! }
      type Target { key: ID! }
      type Strategy { steps: [Step!]! }
      type Step {
        ordinal: Int! name: String! conditional: Boolean!
        responsibilities: [ResponsibilityParty!]!
      }
      type ResponsibilityParty { department: Department role: ResponsibilityRole }
      enum ResponsibilityRole { RESPONSIBLE INVITES ORGANIZES PLANS SPEAKS FOLLOWS_UP }
    """)

    changes = find_breaking_changes(promised, build_schema(schema.as_str()))

    assert [change.description for change in changes] == []


def test_the_page_begins_with_a_query_that_is_valid() -> None:
    start = (COMMITTED.parent / "static" / "graphiql" / "start.js").read_text(encoding="utf-8")
    [query] = re.findall(r"defaultQuery = `(.+?)`", start, re.DOTALL)

    assert validate(build_schema(schema.as_str()), parse(query)) == []
