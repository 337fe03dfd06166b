"""Rows of our own organization, and of who covers which territory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.versions.rows import number, row_of, unordered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model.departments import Coverage, Holding
    from graph.model.plans import Plan
    from graph.versions.rows import Row


def sources(plan: Plan) -> Iterator[Row]:
    """Yield the sources."""
    for source in plan.sources:
        yield row_of(source, {"document": source.document, "section": source.section})


def departments(plan: Plan) -> Iterator[Row]:
    """Yield the departments."""
    for department in plan.departments:
        yield row_of(
            department,
            {
                "kind": department.kind,
                "functions": [*department.functions],
                "specialties": [*department.specialties],
                "resources": [*department.resources],
                "template": department.template,
                "made_from": department.made_from,
                "from": department.validity.start,
                "until": department.validity.until,
            },
            parent=department.parent,
        )


def people(plan: Plan) -> Iterator[Row]:
    """Yield the people."""
    for person in plan.people:
        yield row_of(person)


def posts(plan: Plan) -> Iterator[Row]:
    """Yield the posts; those they are limited to by label.

    An account that is none of the plan's customers is taken for a subsidiary.
    """
    groups = {customer.key for customer in plan.customers}
    for post in plan.posts:
        yield row_of(
            post,
            {
                "functions": [*post.functions],
                "fte": number(post.fte),
                "made_from": post.made_from,
                "from": post.validity.start,
                "until": post.validity.until,
            },
            department=post.department,
            other_departments=unordered(post.other_departments),
            reports_to=post.reports_to,
            customers=unordered(key for key in post.customers if key in groups),
            subsidiaries=unordered(key for key in post.customers if key not in groups),
            industries=unordered(post.industries),
            territories=unordered(post.territories),
        )


def coverages(plan: Plan) -> Iterator[Row]:
    """Yield who covers which territory."""
    yield from map(coverage_row, plan.coverages)


def coverage_row(cover: Coverage) -> Row:
    """Return who covers which territory; what is not so is null, as in the graph."""
    return {
        "department": cover.department,
        "territory": cover.territory,
        "start": cover.validity.start,
        "until": cover.validity.until,
        "illustrative": cover.illustrative or None,
        "folder": cover.folder,
    }


def holding_row(holding: Holding) -> Row:
    """Return who holds which post; what is not so is null, as in the graph."""
    return {
        "person": holding.person,
        "post": holding.post,
        "start": holding.validity.start,
        "until": holding.validity.until,
        "acting": holding.acting or None,
        "fte": number(holding.fte),
        "illustrative": holding.illustrative or None,
        "folder": holding.folder,
    }
