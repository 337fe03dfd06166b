"""Rows of what a plan states once for many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.versions.rows import row_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model.plans import Plan
    from graph.versions.rows import Row


def specialties(plan: Plan) -> Iterator[Row]:
    """Yield the specialties."""
    for specialty in plan.specialties:
        yield row_of(specialty)


def templates(plan: Plan) -> Iterator[Row]:
    """Yield the unit templates."""
    for template in plan.templates:
        yield row_of(template, {"kind": template.kind})


def template_departments(plan: Plan) -> Iterator[Row]:
    """Yield the departments of templates; each is part of its template, and maybe of another."""
    for department in plan.template_departments:
        yield row_of(
            department,
            {
                "kind": department.kind,
                "functions": [*department.functions],
                "specialties": [*department.specialties],
                "resources": [*department.resources],
            },
            parent=department.parent,
            template=department.template,
        )


def template_posts(plan: Plan) -> Iterator[Row]:
    """Yield the posts of templates."""
    for post in plan.template_posts:
        yield row_of(post, {"functions": [*post.functions]}, department=post.department)


def unit_targets(plan: Plan) -> Iterator[Row]:
    """Yield the targets that are stated for many."""
    for target in plan.unit_targets:
        yield row_of(
            target,
            {
                "within": target.within,
                "specialty": target.specialty,
                "unit": target.unit,
                "period": target.period,
                "certainty": target.certainty,
                "as_written": target.as_written,
            },
            indicator=target.indicator,
        )
