"""The entries of a version, kind by kind and page by page, each with the section it is in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from graph.model.vocabularies import Kind, Pattern
from graph.queries.batches import parts
from graph.queries.stated.edges import stated_coverages, stated_holdings
from graph.queries.stated.entities import AT_ONCE, stated_entities, stated_keys
from seed.documents import accounts, organization, rules, strategies
from seed.exporting import entries, statements
from seed.exporting.fields import fields_of, named

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

    from graph.model.entities import Entity
    from graph.model.patterns import TemplateDepartment, TemplatePost
    from graph.model.strategies import Step
    from graph.store import Reader
    from seed.documents.entries import Entry
    from seed.exporting.fields import Fields

    class _Stated(Protocol):
        """What says whether it is an example, and in which section it stands."""

        @property
        def illustrative(self) -> bool: ...

        @property
        def folder(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Stated:
    """An entry; `folder` is its section, where that is not the first of its sort."""

    fields: Fields
    illustrative: bool
    folder: str | None


def _stated(thing: _Stated, fields: Fields) -> Stated:
    return Stated(fields, thing.illustrative, thing.folder)


_PLAIN: tuple[tuple[type[Entry], Kind | Pattern, Callable[[Any], Fields | None]], ...] = (
    (organization.SourceDocument, Kind.SOURCE, entries.source),
    (organization.SpecialtyDocument, Pattern.SPECIALTY, entries.plain),
    (organization.DepartmentDocument, Kind.DEPARTMENT, entries.department),
    (accounts.IndustryDocument, Kind.INDUSTRY, entries.nested),
    (accounts.TerritoryDocument, Kind.TERRITORY, entries.nested),
    (accounts.CustomerDocument, Kind.CUSTOMER, entries.customer),
    (accounts.SubsidiaryDocument, Kind.SUBSIDIARY, entries.subsidiary),
    (organization.PersonDocument, Kind.PERSON, entries.plain),
    (organization.PostDocument, Kind.POST, entries.post),
    (strategies.ResponsibilityDocument, Kind.RESPONSIBILITY, statements.responsibility),
    (strategies.IndicatorDocument, Kind.INDICATOR, statements.indicator),
    (strategies.TargetDocument, Kind.TARGET, statements.target),
    (strategies.TargetDocument, Pattern.UNIT_TARGET, statements.unit_target),
    (strategies.SplitDocument, Kind.REVENUE_SPLIT, statements.split),
    (rules.RuleDocument, Kind.ASSIGNMENT_RULE, statements.rule),
    (rules.ExceptionDocument, Kind.NAMED_EXCEPTION, statements.exception),
    (strategies.OpenQuestionDocument, Kind.OPEN_QUESTION, statements.open_question),
)
_EDGES: tuple[tuple[type[Entry], Kind, Callable[..., Awaitable[Sequence[Any]]], Any], ...] = (
    (organization.CoverageDocument, Kind.DEPARTMENT, stated_coverages, entries.coverage),
    (organization.HoldingDocument, Kind.POST, stated_holdings, entries.holding),
)


async def pages(reader: Reader) -> AsyncIterator[tuple[type[Entry], list[Stated]]]:
    """Yield all that the reader's version states, a few thousand entries of a kind at a time."""
    for kind, label, entry in _PLAIN:
        async for keys in _keys(reader, label):
            found = await stated_entities(reader, label, keys)
            page = [(each, entry(each)) for each in found]
            yield kind, [_stated(each, fields) for each, fields in page if fields is not None]
    for kind, label, read, entry in _EDGES:
        async for keys in _keys(reader, label):
            yield kind, [_stated(each, entry(each)) for each in await read(reader, keys)]
    yield organization.UnitTemplateDocument, await _templates(reader)
    yield strategies.StrategyDocument, await _strategies(reader)


async def _keys(reader: Reader, label: Kind | Pattern) -> AsyncIterator[list[str]]:
    for some in parts(await stated_keys(reader, label), AT_ONCE):
        yield some


async def _strategies(reader: Reader) -> list[Stated]:
    steps: dict[str, list[Step]] = defaultdict(list)
    for step in await stated_entities(reader, Kind.STEP):
        of: Any = step
        steps[of.strategy].append(of)
    found: list[Any] = [*await stated_entities(reader, Kind.STRATEGY)]
    listed = {
        key: [statements.step(one) for one in sorted(all_, key=lambda one: one.ordinal)]
        for key, all_ in steps.items()
    }
    return [
        _stated(
            strategy,
            {**entries.strategy(strategy), **fields_of(steps=listed.get(strategy.key))},
        )
        for strategy in found
    ]


async def _templates(reader: Reader) -> list[Stated]:
    posts: dict[str, list[Fields]] = defaultdict(list)
    departments: dict[str, list[Fields]] = defaultdict(list)
    for post in await stated_entities(reader, Pattern.TEMPLATE_POST):
        _add_post(posts, post)
    for department in await stated_entities(reader, Pattern.TEMPLATE_DEPARTMENT):
        _add_department(departments, department, posts)
    found: list[Any] = [*await stated_entities(reader, Pattern.UNIT_TEMPLATE)]
    return [
        _stated(
            template,
            {
                **named(template),
                **fields_of(kind=template.kind, departments=departments[template.key]),
                **fields_of(sources=template.sources),
            },
        )
        for template in found
    ]


def _add_post(posts: dict[str, list[Fields]], entity: Entity) -> None:
    post: TemplatePost = entity  # pyright: ignore[reportAssignmentType]
    posts[post.department].append(
        fields_of(
            slot=post.key.removeprefix(f"{post.department}/"),
            name=post.name,
            name_en=post.name_en,
            functions=post.functions,
            sources=post.sources,
        )
    )


def _add_department(
    departments: dict[str, list[Fields]], entity: Entity, posts: dict[str, list[Fields]]
) -> None:
    department: TemplateDepartment = entity  # pyright: ignore[reportAssignmentType]
    before = f"{department.template}/"
    departments[department.template].append(
        fields_of(
            slot=department.key.removeprefix(before),
            name=department.name,
            name_en=department.name_en,
            kind=department.kind,
            parent=department.parent.removeprefix(before) if department.parent else None,
            functions=department.functions,
            specialties=department.specialties,
            resources=department.resources,
            posts=posts.get(department.key),
            sources=department.sources,
        )
    )
