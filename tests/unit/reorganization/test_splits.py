"""Departments and regions that are split: who takes what, and what follows by itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from graph.model.intervals import Interval
from graph.model.keys import DepartmentKey, TargetKey, TerritoryKey
from graph.model.rules import NamedTarget
from graph.model.vocabularies import Certainty, DepartmentKind, Function
from graph.ownership.changes import Turn
from graph.reorganization.conservation import missing
from graph.reorganization.operations.departments import CreateDepartment
from graph.reorganization.operations.sign_offs import SignOffVacancy
from graph.reorganization.operations.splits import SplitDepartment, Successor
from graph.reorganization.operations.successions import MergeDepartments
from graph.reorganization.operations.units import OpenUnit, TransferTerritories
from graph.reorganization.organizations import Organization, organization_of
from graph.reorganization.replays import Replay, replay
from tests.unit.reorganization.examples import example, tried

if TYPE_CHECKING:
    from graph.model.plans import Plan
    from graph.reorganization.impacts import Impact
    from graph.reorganization.operations.bases import Operation
    from graph.reorganization.ownership_impacts import Base

DAY = date(2026, 7, 1)
NORTH = DepartmentKey("north-region")
WEST, EAST = DepartmentKey("north-west"), DepartmentKey("north-east")
SLOTS = ("accounts", "industry", "vip", "large-projects", "presales", "marketing", "implementation")


@pytest.fixture
def organization(real_plan: Plan) -> Organization:
    return organization_of(real_plan)


@pytest.fixture(scope="module")
def halved(real_base: Base) -> Impact:
    """The North becomes two regions: Beijing with Tianjin, and what is around."""
    return example(real_base, "split-region")


def _done(organization: Organization, *operations: Operation) -> Replay:
    replayed = replay(organization, operations, DAY)
    assert replayed.refusals == ()
    return replayed


def _opened() -> list[Operation]:
    return [
        OpenUnit(
            key=key,
            name=name,
            template="region-standard",
            parent=DepartmentKey("headquarters"),
        )
        for key, name in ((WEST, "华北西区"), (EAST, "华北东区"))
    ]


def _split(*takes: str, rest: bool = True, more: tuple[str, ...] = ()) -> SplitDepartment:
    """Split the North: the west takes these things, the east the rest, or those `more`."""
    return SplitDepartment(
        department=NORTH,
        parts=(
            Successor(department=WEST, takes=frozenset(takes)),
            Successor(department=EAST, takes=frozenset(more), rest=rest),
        ),
    )


def test_a_department_is_split_by_what_each_part_takes(organization: Organization) -> None:
    parts = [
        CreateDepartment(
            key=DepartmentKey(key),
            name=key,
            kind=DepartmentKind.DEPARTMENT,
            parent=DepartmentKey("key-accounts-division"),
        )
        for key in ("strategic-north", "strategic-south")
    ]
    splitting = SplitDepartment(
        department=DepartmentKey("strategic-accounts"),
        parts=(
            Successor(department=DepartmentKey("strategic-north"), rest=True),
            Successor(
                department=DepartmentKey("strategic-south"),
                takes=frozenset({"strategic-delivery", "beiye-account-manager"}),
            ),
        ),
    )

    replayed = _done(organization, *parts, splitting)

    result = replayed.result
    assert result.rules["strategic-delivery"].target == NamedTarget(
        DepartmentKey("strategic-south")
    )
    assert result.rules["strategic-relationship"].target == NamedTarget(
        DepartmentKey("strategic-north")
    )
    assert result.posts["beiye-account-manager"].department == "strategic-south"
    assert missing(replayed) == []


def test_a_region_is_split_with_its_territories_in_three_operations(halved: Impact) -> None:
    result = halved.replayed.result

    assert halved.may_be_applied
    assert len(halved.scenario.operations) == 3
    covering = {
        one.territory: one.department
        for one in result.coverages.values()
        if result.departments[one.department].kind is DepartmentKind.REGION
        and one.department not in halved.replayed.base.departments
    }
    assert covering == {
        "beijing": "beijing-tianjin-region",
        "tianjin": "beijing-tianjin-region",
        "north-area": "hebei-shanxi-region",
    }
    gone = {edit.key for edit in halved.replayed.edits if edit.before and not edit.after}
    assert {NORTH, *(f"{NORTH}/{slot}" for slot in SLOTS)} <= gone
    assert {key: len(heirs) for key, heirs in halved.replayed.successors.items()} == {
        NORTH: 2,
        **{f"{NORTH}/{slot}": 2 for slot in SLOTS},
    }


def test_relative_rules_find_the_departments_of_the_part_that_covers(halved: Impact) -> None:
    after = {
        (one.account, one.function.value): one.after.owner or min(one.after.supporters)
        for one in halved.accounts.page(1_000)
        if one.after
    }

    assert after["grid-beijing", "implementation"] == "beijing-tianjin-region/implementation"
    assert after["grid-hebei", "implementation"] == "hebei-shanxi-region/implementation"
    assert after["grid-hebei", "presales"] == "hebei-shanxi-region/presales"
    assert {one.cause for one in halved.accounts.page(1_000)} == {3}
    assert {*halved.accounts.totals()} == {Turn.OWNER_CHANGES, Turn.SUPPORTERS_CHANGE}


def test_a_unit_inside_goes_with_its_territories_and_posts_to_counterparts(
    halved: Impact,
) -> None:
    result = halved.replayed.result

    parents = {
        key: one.parent for key, one in result.departments.items() if key.endswith("-branch")
    }
    assert parents["beijing-branch"] == parents["tianjin-branch"] == "beijing-tianjin-region"
    assert parents["taiyuan-branch"] == "hebei-shanxi-region"
    assert result.posts["north-vip-manager"].department == "beijing-tianjin-region/vip"
    assert result.posts["north-marketing-manager"].department == "hebei-shanxi-region/marketing"
    made = {one.made_from for one in result.departments.values() if one.template}
    assert "region-standard/vip" in made
    assert result.departments["hebei-shanxi-region/vip"].made_from == "region-standard/vip"


def test_a_unit_that_covers_what_two_parts_take_goes_with_the_rest(
    organization: Organization,
) -> None:
    result = _done(organization, *_opened(), _split("beijing", "tianjin")).result

    assert result.departments["tianjin-branch"].parent == EAST
    assert result.departments["beijing-branch"].parent == WEST


def test_duties_stated_for_every_region_are_those_of_both_parts_and_stay_stated(
    halved: Impact,
) -> None:
    base, result = halved.replayed.base, halved.replayed.result

    for key, duty in base.responsibilities.items():
        after = result.responsibilities[key]
        assert after.stated == duty.stated, key
        roles = [one.role for one in duty.parties if one.department == f"{NORTH}/vip"]
        for part in ("beijing-tianjin-region", "hebei-shanxi-region"):
            assert [one.role for one in after.parties if one.department == f"{part}/vip"] == roles
    assert halved.orphaned_duties == halved.unaccountable_steps == ()


def test_each_part_has_the_targets_stated_for_every_region_once(halved: Impact) -> None:
    targets = halved.replayed.result.targets.values()

    counts = Counter(f"{one.department} {one.indicator}" for one in targets)
    assert counts["beijing-tianjin-region/vip direct-revenue"] == 1
    assert counts["hebei-shanxi-region/vip direct-revenue"] == 1
    assert not {one.department for one in targets} - {*halved.replayed.result.departments}


def test_a_target_of_its_own_goes_to_who_takes_it_and_keeps_its_sum(
    organization: Organization,
) -> None:
    stated = next(iter(organization.targets.values()))
    own = replace(
        stated,
        key=TargetKey("north-own"),
        department=DepartmentKey(f"{NORTH}/vip"),
        value=Decimal(7),
        certainty=Certainty.STATED,
        made_from=None,
    )
    organization = replace(organization, targets={**organization.targets, own.key: own})

    by_rest = _done(organization, *_opened(), _split("beijing")).result
    by_name = _done(organization, *_opened(), _split("beijing", "north-own")).result

    assert by_rest.targets[own.key] == replace(own, department=DepartmentKey(f"{EAST}/vip"))
    assert by_name.targets[own.key] == replace(own, department=DepartmentKey(f"{WEST}/vip"))


def test_without_a_rest_what_no_part_names_is_missing(organization: Organization) -> None:
    some = ("beijing", "tianjin", "north-vip-manager")
    splitting = _split(*some, rest=False, more=("hebei", "shanxi"))

    found = missing(_done(organization, *_opened(), splitting))

    told = {(one.kind, one.key) for one in found}
    assert ("coverage", "north-area") in told
    assert ("post", "north-marketing-manager") in told
    assert ("department", "hohhot-branch") in told
    assert not {key for _, key in told} & {"north-vip-manager", "region-presales"}
    assert not {kind for kind, _ in told} & {"responsibility", "target"}


def test_a_territory_whose_parts_are_all_taken_is_divided(organization: Organization) -> None:
    more = ("hebei", "shanxi", "neimenggu")
    splitting = _split("beijing", "tianjin", rest=False, more=more)

    replayed = _done(organization, *_opened(), splitting)

    assert "coverage" not in {one.kind for one in missing(replayed)}
    assert {
        one.territory: one.department
        for one in replayed.result.coverages.values()
        if one.department in {WEST, EAST}
    } == {"beijing": WEST, "tianjin": WEST, **dict.fromkeys(more, EAST)}


def test_a_part_without_counterparts_gets_the_departments_as_they_are(
    organization: Organization,
) -> None:
    parts = [
        CreateDepartment(
            key=key,
            name=key,
            kind=DepartmentKind.REGION,
            parent=DepartmentKey("headquarters"),
        )
        for key in (WEST, EAST)
    ]

    result = _done(organization, *parts, _split("beijing", f"{NORTH}/marketing")).result

    vip = result.departments[f"{NORTH}/vip"]
    assert (vip.parent, vip.made_from) == (f"{NORTH}/accounts", None)
    assert result.departments[f"{NORTH}/accounts"].parent == EAST
    assert result.departments[f"{NORTH}/marketing"].parent == WEST


def test_a_part_without_departments_leaves_its_accounts_to_nobody_and_says_so(
    real_base: Base,
) -> None:
    parts = [
        CreateDepartment(
            key=key,
            name=key,
            kind=DepartmentKind.REGION,
            parent=DepartmentKey("headquarters"),
        )
        for key in (WEST, EAST)
    ]

    found = tried(real_base, *parts, _split("beijing"))

    assert found.accounts.totals()[Turn.VACANCY_APPEARS] > 0
    [lost] = [one for one in found.missing if one.key == "implementation"]
    assert (lost.department, lost.kind, lost.message.code) == (
        *(NORTH, "accounts", "accounts-to-nobody"),
    )
    assert lost.count == sum(
        one.after is not None and one.after.owner is None
        for one in found.accounts.page(1_000)
        if one.function is Function.IMPLEMENTATION
    )
    signing = SignOffVacancy(
        department=NORTH,
        functions=frozenset(Function(one.key) for one in found.missing),
        reason="先拆分，后配置",
        name="王芳",
    )
    assert tried(real_base, *parts, _split("beijing"), signing).may_be_applied


def test_a_duty_stated_for_every_region_stays_so_when_one_goes_over_to_a_new_one(
    organization: Organization,
) -> None:
    opening, _ = _opened()
    merging = MergeDepartments(departments=(NORTH,), into=WEST)

    result = _done(organization, opening, merging).result

    duty = result.responsibilities["region-presales"]
    assert duty.stated == organization.responsibilities["region-presales"].stated
    assert f"{WEST}/presales" in {one.department for one in duty.parties}


def test_a_territory_inside_what_a_region_covers_is_handed_over_alone(
    organization: Organization,
) -> None:
    handing = TransferTerritories(
        territories=(TerritoryKey("tangshan"),),
        from_=NORTH,
        to=DepartmentKey("northeast-region"),
    )
    again = handing.model_copy(update={"from_": handing.to, "to": DepartmentKey("east-region")})

    result = _done(organization, handing).result
    after = _done(organization, handing, again).result

    assert _covers(result) == {
        **_covers(organization),
        "tangshan": {"northeast-region", "tianjin-branch"},
    }
    assert _covers(after)["tangshan"] == {"east-region", "tianjin-branch"}


def test_what_another_covers_nearer_by_is_not_handed_over(organization: Organization) -> None:
    handing = TransferTerritories(
        territories=(TerritoryKey("hebei"),),
        from_=NORTH,
        to=DepartmentKey("northeast-region"),
    )
    late = handing.model_copy(update={"territories": (TerritoryKey("tangshan"),)})

    [refused] = replay(organization, [handing, late], DAY).refusals

    assert str(refused) == (
        "operation 2 (transfer-territories): north-region does not cover tangshan, nor a territory"
        " around it → correct the key, leave it out, or name in “from” who covers it:"
        " northeast-region"
    )


def test_a_coverage_that_is_over_gives_nothing(organization: Organization) -> None:
    ended = {
        key: replace(one, validity=Interval(None, DAY)) if one.department == NORTH else one
        for key, one in organization.coverages.items()
    }
    handing = TransferTerritories(
        territories=(TerritoryKey("beijing"),), from_=NORTH, to=DepartmentKey("east-region")
    )

    [refused] = replay(replace(organization, coverages=ended), [handing], DAY).refusals

    assert refused.message.code == "not-covering"


def test_a_unit_is_not_opened_over_a_department_that_is_there(organization: Organization) -> None:
    first = CreateDepartment(
        key=DepartmentKey(f"{WEST}/vip"), name="占用", parent=DepartmentKey("headquarters")
    )
    opening, _ = _opened()

    [refused] = replay(organization, [first, opening], DAY).refusals

    assert (refused.message.code, refused.about) == ("key-taken", f"{WEST}/vip")


def test_what_was_inside_a_department_that_a_scenario_made_and_split_is_missing(
    organization: Organization,
) -> None:
    made, child = DepartmentKey("made"), DepartmentKey("made/child")
    operations = [
        CreateDepartment(key=made, name="新部", parent=DepartmentKey("headquarters")),
        CreateDepartment(key=child, name="新组", parent=made),
        SplitDepartment(
            department=made,
            parts=(
                Successor(department=DepartmentKey("partners")),
                Successor(department=DepartmentKey("sales-support")),
            ),
        ),
    ]

    [found] = missing(_done(organization, *operations))

    assert (found.kind, found.key, found.message.code) == (
        *("department", child, "department-not-placed"),
    )
    assert found.message.what() == "made/child (新组) was inside made, which is no more"


def _covers(organization: Organization) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in organization.coverages.values():
        found.setdefault(one.territory, set()).add(one.department)
    return found
