"""Accounts and posts that fit into no tree, as clients see them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from graph.model.accounts import Stake
from graph.model.intervals import UncertainInterval
from seed.loading.loads import load_plan
from tests.api.conftest import RecordingStore

if TYPE_CHECKING:
    from graph.model.plans import Plan
    from graph.store import Store
    from tests.api.conftest import Ask


@pytest.fixture
async def recording(store: Store, small_plan: Plan) -> RecordingStore:
    one, other, *rest = small_plan.subsidiaries
    post, superior, *posts = small_plan.posts
    held, *holdings = small_plan.holdings
    until = date(2027, 1, 1)
    plan = replace(
        small_plan,
        subsidiaries=(
            replace(
                one,
                aliases=("CN-1", "老公司"),
                successor=other.key,
                share=Decimal("51.5"),
                share_validity=UncertainInterval(date(2020, 1, 1), until_unknown=True),
                validity=UncertainInterval(None, until, start_unknown=True),
                other_parents=(
                    Stake(
                        other.key,
                        Decimal(30),
                        UncertainInterval(None, until, start_unknown=True),
                    ),
                ),
            ),
            other,
            *rest,
        ),
        posts=(
            replace(post, reports_to=superior.key, fte=Decimal("0.5")),
            replace(superior, other_departments=(post.department,)),
            *posts,
        ),
        holdings=(replace(held, acting=True, fte=Decimal("0.25")), *holdings),
    )
    await load_plan(store, plan)
    return RecordingStore(store)


async def test_an_account_tells_its_aliases_successor_days_and_further_parents(
    ask: Ask, small_plan: Plan
) -> None:
    one, other, *_ = small_plan.subsidiaries

    data = await ask(
        f"""{{ subsidiary(key: "{one.key}") {{
            aliases validFrom validUntil validFromUnknown validUntilUnknown successor {{ key }}
            share parentStake {{ ...stake }} otherParents {{ ...stake }}
        }}
        plain: subsidiary(key: "{other.key}") {{
            aliases successor {{ key }} share parentStake {{ ...stake }}
            validFrom validUntil validFromUnknown validUntilUnknown
        }} }}
        fragment stake on Stake {{
            share validFrom validUntil validFromUnknown validUntilUnknown parent {{ key }}
        }}"""
    )

    assert data == {
        "subsidiary": {
            "aliases": ["CN-1", "老公司"],
            "validFrom": None,
            "validUntil": "2027-01-01",
            "validFromUnknown": True,
            "validUntilUnknown": False,
            "successor": {"key": other.key},
            "share": 51.5,
            "parentStake": {
                "share": 51.5,
                "validFrom": "2020-01-01",
                "validUntil": None,
                "validFromUnknown": False,
                "validUntilUnknown": True,
                "parent": {"key": one.parent or one.customer},
            },
            "otherParents": [
                {
                    "share": 30.0,
                    "validFrom": None,
                    "validUntil": "2027-01-01",
                    "validFromUnknown": True,
                    "validUntilUnknown": False,
                    "parent": {"key": other.key},
                }
            ],
        },
        "plain": {
            "aliases": [],
            "successor": None,
            "share": None,
            "parentStake": {
                "share": None,
                "validFrom": None,
                "validUntil": None,
                "validFromUnknown": False,
                "validUntilUnknown": False,
                "parent": {"key": other.parent or other.customer},
            },
            "validFrom": None,
            "validUntil": None,
            "validFromUnknown": False,
            "validUntilUnknown": False,
        },
    }


async def test_an_account_is_found_by_its_alias(ask: Ask, small_plan: Plan) -> None:
    data = await ask('{ search(text: "CN-1") { key } }')

    assert data == {"search": [{"key": small_plan.subsidiaries[0].key}]}


async def test_a_post_tells_its_superior_and_other_departments_and_who_is_acting(
    ask: Ask, small_plan: Plan
) -> None:
    post, superior, *_ = small_plan.posts
    held = small_plan.holdings[0]

    data = await ask(
        f"""{{ department(key: "{post.department}") {{
            posts {{ key department {{ key }} fte reportsTo {{ key }} otherDepartments {{ key }} }}
        }}
        people(first: 50) {{ nodes {{ key posts {{ acting fte post {{ key }} }} }} }} }}"""
    )

    posts = {one["key"]: one for one in data["department"]["posts"]}
    assert posts[post.key]["fte"] == 0.5
    assert posts[post.key]["reportsTo"] == {"key": superior.key}
    assert posts[superior.key]["otherDepartments"] == [{"key": post.department}]
    assert posts[superior.key]["department"] == {"key": superior.department}
    holder = next(one for one in data["people"]["nodes"] if one["key"] == held.person)
    assert {"acting": True, "fte": 0.25, "post": {"key": held.post}} in holder["posts"]
