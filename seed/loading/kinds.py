"""How each kind of entity is written, linked and removed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.cypher_files import statement
from graph.model.vocabularies import Kind
from seed.loading import account_rows, organization_rows, strategy_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from graph.cypher_files import Statement
    from graph.model.plans import Plan
    from seed.loading.rows import Row


@dataclass(frozen=True, slots=True)
class LoadedKind:
    """A kind of entity: its rows, and the statements that bring them into the graph."""

    kind: Kind
    name: str
    rows: Callable[[Plan], Iterable[Row]]
    write: Statement
    link: Statement
    remove: Statement


LOADED_KINDS = (
    LoadedKind(
        Kind.SOURCE,
        "sources",
        organization_rows.sources,
        write=statement("plans/write_sources"),
        link=statement("plans/link_sources"),
        remove=statement("plans/remove_sources"),
    ),
    LoadedKind(
        Kind.DEPARTMENT,
        "departments",
        organization_rows.departments,
        write=statement("plans/write_departments"),
        link=statement("plans/link_departments"),
        remove=statement("plans/remove_departments"),
    ),
    LoadedKind(
        Kind.INDUSTRY,
        "industries",
        account_rows.industries,
        write=statement("plans/write_industries"),
        link=statement("plans/link_industries"),
        remove=statement("plans/remove_industries"),
    ),
    LoadedKind(
        Kind.TERRITORY,
        "territories",
        account_rows.territories,
        write=statement("plans/write_territories"),
        link=statement("plans/link_territories"),
        remove=statement("plans/remove_territories"),
    ),
    LoadedKind(
        Kind.CUSTOMER,
        "customers",
        account_rows.customers,
        write=statement("plans/write_customers"),
        link=statement("plans/link_customers"),
        remove=statement("plans/remove_customers"),
    ),
    LoadedKind(
        Kind.SUBSIDIARY,
        "subsidiaries",
        account_rows.subsidiaries,
        write=statement("plans/write_subsidiaries"),
        link=statement("plans/link_subsidiaries"),
        remove=statement("plans/remove_subsidiaries"),
    ),
    LoadedKind(
        Kind.PERSON,
        "people",
        organization_rows.people,
        write=statement("plans/write_people"),
        link=statement("plans/link_people"),
        remove=statement("plans/remove_people"),
    ),
    LoadedKind(
        Kind.POST,
        "posts",
        organization_rows.posts,
        write=statement("plans/write_posts"),
        link=statement("plans/link_posts"),
        remove=statement("plans/remove_posts"),
    ),
    LoadedKind(
        Kind.STRATEGY,
        "strategies",
        strategy_rows.strategies,
        write=statement("plans/write_strategies"),
        link=statement("plans/link_strategies"),
        remove=statement("plans/remove_strategies"),
    ),
    LoadedKind(
        Kind.STEP,
        "steps",
        strategy_rows.steps,
        write=statement("plans/write_steps"),
        link=statement("plans/link_steps"),
        remove=statement("plans/remove_steps"),
    ),
    LoadedKind(
        Kind.RESPONSIBILITY,
        "responsibilities",
        strategy_rows.responsibilities,
        write=statement("plans/write_responsibilities"),
        link=statement("plans/link_responsibilities"),
        remove=statement("plans/remove_responsibilities"),
    ),
    LoadedKind(
        Kind.INDICATOR,
        "indicators",
        strategy_rows.indicators,
        write=statement("plans/write_indicators"),
        link=statement("plans/link_indicators"),
        remove=statement("plans/remove_indicators"),
    ),
    LoadedKind(
        Kind.TARGET,
        "targets",
        strategy_rows.targets,
        write=statement("plans/write_targets"),
        link=statement("plans/link_targets"),
        remove=statement("plans/remove_targets"),
    ),
    LoadedKind(
        Kind.REVENUE_SPLIT,
        "splits",
        strategy_rows.splits,
        write=statement("plans/write_splits"),
        link=statement("plans/link_splits"),
        remove=statement("plans/remove_splits"),
    ),
    LoadedKind(
        Kind.ASSIGNMENT_RULE,
        "rules",
        account_rows.rules,
        write=statement("plans/write_rules"),
        link=statement("plans/link_rules"),
        remove=statement("plans/remove_rules"),
    ),
    LoadedKind(
        Kind.NAMED_EXCEPTION,
        "exceptions",
        account_rows.exceptions,
        write=statement("plans/write_exceptions"),
        link=statement("plans/link_exceptions"),
        remove=statement("plans/remove_exceptions"),
    ),
    LoadedKind(
        Kind.OPEN_QUESTION,
        "open questions",
        strategy_rows.open_questions,
        write=statement("plans/write_open_questions"),
        link=statement("plans/link_open_questions"),
        remove=statement("plans/remove_open_questions"),
    ),
)
"""Every kind of entity, in the order in which they are written."""
