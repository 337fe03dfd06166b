"""How each kind of entity is written, linked and ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.cypher_files import statement
from graph.model.accounts import Customer, Subsidiary
from graph.model.departments import Person, Post
from graph.model.vocabularies import Kind, Pattern
from graph.versions import account_rows, organization_rows, pattern_rows, strategy_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from graph.cypher_files import Statement
    from graph.model.entities import Entity
    from graph.model.plans import Plan
    from graph.versions.rows import Row


@dataclass(frozen=True, slots=True)
class Bulk:
    """How a kind of which there may be a million differs: kept as columns, with a short way in.

    `add` writes and links at once what no load ever brought before, but for its `ties`: links to
    others of its kind, which `tie` makes when all are there.
    """

    entity: type[Entity]
    add: Statement | None = None
    tie: Statement | None = None
    ties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadedKind:
    """A kind of entity: its label and rows, and the statements that bring them into the graph.

    `listed` makes the rows of a plan that may have a few entities only; of others, it looks at the
    customers that they name. Those of a bulk kind are written with the digests of its columns:
    whoever writes takes `rows_of` (`table_rows.py`). `field` is the plan's, where it is not called
    as the kind is.
    """

    label: str
    name: str
    listed: Callable[[Plan], Iterable[Row]]
    keep: Statement
    write: Statement
    end: Statement
    link: Statement | None = None
    bulk: Bulk | None = None
    field: str | None = None

    def entities(self, plan: Plan) -> Sequence[Entity]:
        """Return the plan's entities of this kind."""
        entities: Sequence[Entity] = getattr(plan, self.field or self.name)
        return entities


def _no_rows(plan: Plan) -> Iterable[Row]:  # noqa: ARG001 - segments are resolved, not stated
    return ()


SEGMENTS = LoadedKind(
    "Segment",
    "segments",
    _no_rows,
    keep=statement("plans/keep_segments"),
    write=statement("plans/write_segments"),
    end=statement("plans/end_segments"),
)
"""Segments are written like any kind; their rows follow from the rules."""

LOADED_KINDS = (
    LoadedKind(
        Kind.SOURCE,
        "sources",
        organization_rows.sources,
        keep=statement("plans/keep_sources"),
        write=statement("plans/write_sources"),
        link=statement("plans/link_sources"),
        end=statement("plans/end_sources"),
    ),
    LoadedKind(
        Kind.DEPARTMENT,
        "departments",
        organization_rows.departments,
        keep=statement("plans/keep_departments"),
        write=statement("plans/write_departments"),
        link=statement("plans/link_departments"),
        end=statement("plans/end_departments"),
    ),
    LoadedKind(
        Kind.INDUSTRY,
        "industries",
        account_rows.industries,
        keep=statement("plans/keep_industries"),
        write=statement("plans/write_industries"),
        link=statement("plans/link_industries"),
        end=statement("plans/end_industries"),
    ),
    LoadedKind(
        Kind.TERRITORY,
        "territories",
        account_rows.territories,
        keep=statement("plans/keep_territories"),
        write=statement("plans/write_territories"),
        link=statement("plans/link_territories"),
        end=statement("plans/end_territories"),
    ),
    LoadedKind(
        Kind.CUSTOMER,
        "customers",
        account_rows.customers,
        keep=statement("plans/keep_customers"),
        write=statement("plans/write_customers"),
        link=statement("plans/link_customers"),
        end=statement("plans/end_customers"),
        bulk=Bulk(Customer),
    ),
    LoadedKind(
        Kind.SUBSIDIARY,
        "subsidiaries",
        account_rows.subsidiaries,
        keep=statement("plans/keep_subsidiaries"),
        write=statement("plans/write_subsidiaries"),
        link=statement("plans/link_subsidiaries"),
        end=statement("plans/end_subsidiaries"),
        bulk=Bulk(
            Subsidiary,
            add=statement("plans/add_subsidiaries"),
            tie=statement("plans/tie_subsidiaries"),
            ties=("successor", "other_parents"),
        ),
    ),
    LoadedKind(
        Kind.PERSON,
        "people",
        organization_rows.people,
        keep=statement("plans/keep_people"),
        write=statement("plans/write_people"),
        link=statement("plans/link_people"),
        end=statement("plans/end_people"),
        bulk=Bulk(Person, statement("plans/add_people")),
    ),
    LoadedKind(
        Kind.POST,
        "posts",
        organization_rows.posts,
        keep=statement("plans/keep_posts"),
        write=statement("plans/write_posts"),
        link=statement("plans/link_posts"),
        end=statement("plans/end_posts"),
        bulk=Bulk(
            Post,
            add=statement("plans/add_posts"),
            tie=statement("plans/tie_posts"),
            ties=("reports_to",),
        ),
    ),
    LoadedKind(
        Kind.STRATEGY,
        "strategies",
        strategy_rows.strategies,
        keep=statement("plans/keep_strategies"),
        write=statement("plans/write_strategies"),
        link=statement("plans/link_strategies"),
        end=statement("plans/end_strategies"),
    ),
    LoadedKind(
        Kind.STEP,
        "steps",
        strategy_rows.steps,
        keep=statement("plans/keep_steps"),
        write=statement("plans/write_steps"),
        link=statement("plans/link_steps"),
        end=statement("plans/end_steps"),
    ),
    LoadedKind(
        Kind.RESPONSIBILITY,
        "responsibilities",
        strategy_rows.responsibilities,
        keep=statement("plans/keep_responsibilities"),
        write=statement("plans/write_responsibilities"),
        link=statement("plans/link_responsibilities"),
        end=statement("plans/end_responsibilities"),
    ),
    LoadedKind(
        Kind.INDICATOR,
        "indicators",
        strategy_rows.indicators,
        keep=statement("plans/keep_indicators"),
        write=statement("plans/write_indicators"),
        link=statement("plans/link_indicators"),
        end=statement("plans/end_indicators"),
    ),
    LoadedKind(
        Kind.TARGET,
        "targets",
        strategy_rows.targets,
        keep=statement("plans/keep_targets"),
        write=statement("plans/write_targets"),
        link=statement("plans/link_targets"),
        end=statement("plans/end_targets"),
    ),
    LoadedKind(
        Kind.REVENUE_SPLIT,
        "splits",
        strategy_rows.splits,
        keep=statement("plans/keep_splits"),
        write=statement("plans/write_splits"),
        link=statement("plans/link_splits"),
        end=statement("plans/end_splits"),
    ),
    LoadedKind(
        Kind.ASSIGNMENT_RULE,
        "rules",
        account_rows.rules,
        keep=statement("plans/keep_rules"),
        write=statement("plans/write_rules"),
        link=statement("plans/link_rules"),
        end=statement("plans/end_rules"),
    ),
    LoadedKind(
        Kind.NAMED_EXCEPTION,
        "exceptions",
        account_rows.exceptions,
        keep=statement("plans/keep_exceptions"),
        write=statement("plans/write_exceptions"),
        link=statement("plans/link_exceptions"),
        end=statement("plans/end_exceptions"),
    ),
    LoadedKind(
        Kind.OPEN_QUESTION,
        "open questions",
        strategy_rows.open_questions,
        keep=statement("plans/keep_open_questions"),
        write=statement("plans/write_open_questions"),
        link=statement("plans/link_open_questions"),
        end=statement("plans/end_open_questions"),
        field="open_questions",
    ),
    LoadedKind(
        Pattern.SPECIALTY,
        "specialties",
        pattern_rows.specialties,
        keep=statement("plans/keep_specialties"),
        write=statement("plans/write_specialties"),
        link=statement("plans/link_specialties"),
        end=statement("plans/end_specialties"),
    ),
    LoadedKind(
        Pattern.UNIT_TEMPLATE,
        "unit templates",
        pattern_rows.templates,
        keep=statement("plans/keep_unit_templates"),
        write=statement("plans/write_unit_templates"),
        link=statement("plans/link_unit_templates"),
        end=statement("plans/end_unit_templates"),
        field="templates",
    ),
    LoadedKind(
        Pattern.TEMPLATE_DEPARTMENT,
        "departments of templates",
        pattern_rows.template_departments,
        keep=statement("plans/keep_template_departments"),
        write=statement("plans/write_template_departments"),
        link=statement("plans/link_template_departments"),
        end=statement("plans/end_template_departments"),
        field="template_departments",
    ),
    LoadedKind(
        Pattern.TEMPLATE_POST,
        "posts of templates",
        pattern_rows.template_posts,
        keep=statement("plans/keep_template_posts"),
        write=statement("plans/write_template_posts"),
        link=statement("plans/link_template_posts"),
        end=statement("plans/end_template_posts"),
        field="template_posts",
    ),
    LoadedKind(
        Pattern.UNIT_TARGET,
        "targets of units",
        pattern_rows.unit_targets,
        keep=statement("plans/keep_unit_targets"),
        write=statement("plans/write_unit_targets"),
        link=statement("plans/link_unit_targets"),
        end=statement("plans/end_unit_targets"),
        field="unit_targets",
    ),
)
"""Every kind of entity, in the order in which they are written."""
