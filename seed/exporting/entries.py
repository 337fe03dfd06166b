"""Entities of the customers' side and of our organization as the entries that state them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.columns.stakes import text_of_stake
from seed.exporting.fields import dated, fields_of, named, uncertain

if TYPE_CHECKING:
    from graph.model.accounts import Account, Customer, Industry, Subsidiary, Territory
    from graph.model.departments import Coverage, Department, Holding, Post
    from graph.model.entities import Entity, Source
    from graph.model.strategies import Strategy
    from seed.exporting.fields import Fields


def plain(entity: Entity) -> Fields:
    """Return an entry that has nothing but a key, names and sources."""
    return {**named(entity), **fields_of(sources=entity.sources)}


def source(entity: Source) -> Fields:
    """Return a source's entry."""
    return {
        **named(entity),
        **fields_of(document=entity.document, section=entity.section, sources=entity.sources),
    }


def nested(entity: Industry | Territory) -> Fields:
    """Return the entry of an industry or a territory."""
    return {**named(entity), **fields_of(parent=entity.parent, sources=entity.sources)}


def department(entity: Department) -> Fields | None:
    """Return a department's entry; None for one that a template brings."""
    if entity.made_from is not None:
        return None
    return {
        **named(entity),
        **fields_of(
            kind=entity.kind,
            parent=entity.parent,
            functions=entity.functions,
            specialties=entity.specialties,
            resources=entity.resources,
            template=entity.template,
        ),
        **dated(entity.validity),
        **fields_of(sources=entity.sources),
    }


def coverage(entity: Coverage) -> Fields:
    """Return the entry of who covers what."""
    return {
        **fields_of(department=entity.department, territory=entity.territory),
        **dated(entity.validity),
    }


def _account(entity: Account) -> Fields:
    return {
        **uncertain(entity.validity),
        **fields_of(
            successor=entity.successor,
            aliases=entity.aliases,
            other_parents=[text_of_stake(stake) for stake in entity.other_parents] or None,
            sources=entity.sources,
        ),
    }


def customer(entity: Customer) -> Fields:
    """Return a customer group's entry."""
    return {
        **named(entity),
        **fields_of(
            tier=entity.tier,
            industry=entity.industry,
            territory=entity.territory,
            roles=entity.roles,
            tags=entity.tags,
        ),
        **_account(entity),
    }


def subsidiary(entity: Subsidiary) -> Fields:
    """Return a subsidiary's entry."""
    return {
        **named(entity),
        **fields_of(
            customer=entity.customer,
            parent=entity.parent,
            share=entity.share,
            industry=entity.industry if entity.own_industry else None,
            territory=entity.territory,
            tags=entity.tags,
        ),
        **uncertain(entity.share_validity, "share_"),
        **_account(entity),
    }


def post(entity: Post) -> Fields | None:
    """Return a post's entry; None for one that a template brings."""
    if entity.made_from is not None:
        return None
    return {
        **named(entity),
        **fields_of(
            department=entity.department,
            other_departments=entity.other_departments,
            reports_to=entity.reports_to,
            fte=entity.fte,
            functions=entity.functions,
            customers=entity.customers,
            industries=entity.industries,
            territories=entity.territories,
        ),
        **dated(entity.validity),
        **fields_of(sources=entity.sources),
    }


def holding(entity: Holding) -> Fields:
    """Return the entry of who holds which post."""
    return {
        **fields_of(person=entity.person, post=entity.post, acting=entity.acting, fte=entity.fte),
        **dated(entity.validity),
    }


def strategy(entity: Strategy) -> Fields:
    """Return a strategy's entry without its steps."""
    return {
        **named(entity),
        **fields_of(
            kind=entity.kind,
            parent=entity.parent,
            purpose=entity.purpose,
            purpose_en=entity.purpose_en,
            sources=entity.sources,
        ),
    }
