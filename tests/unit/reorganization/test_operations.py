"""What single operations do to the real plan, and what they refuse."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from graph.model.keys import (
    AccountKey,
    DepartmentKey,
    PersonKey,
    PostKey,
    RuleKey,
    TargetKey,
    TerritoryKey,
)
from graph.model.vocabularies import Certainty, Function
from graph.reorganization.conservation import missing
from graph.reorganization.operations.departments import (
    MoveDepartment,
    RenameDepartment,
)
from graph.reorganization.operations.indicators import ReallocateTarget, TargetShare
from graph.reorganization.operations.posts import MovePeople
from graph.reorganization.operations.rules import AddRule, Assign
from graph.reorganization.operations.sign_offs import SignOffVacancy
from graph.reorganization.operations.successions import DissolveDepartment, MergeDepartments
from graph.reorganization.operations.transfers import TransferSubsidiaries
from graph.reorganization.operations.units import CloseUnit, OpenUnit, TransferTerritories
from graph.reorganization.organizations import Organization, organization_of
from graph.reorganization.replays import Replay, replay

if TYPE_CHECKING:
    from graph.model.plans import Plan
    from graph.reorganization.operations.bases import Operation

DAY = date(2026, 7, 1)
NORTH, EAST = DepartmentKey("north-region"), DepartmentKey("east-region")
STRATEGIC = DepartmentKey("strategic-accounts")


@pytest.fixture
def organization(real_plan: Plan) -> Organization:
    return organization_of(real_plan)


def _done(organization: Organization, *operations: Operation) -> Replay:
    replayed = replay(organization, operations, DAY)
    assert replayed.refusals == ()
    return replayed


def _refused(organization: Organization, *operations: Operation) -> list[str]:
    return [str(one) for one in replay(organization, operations, DAY).refusals]


def test_a_unit_is_opened_like_those_that_its_template_made(organization: Organization) -> None:
    opening = OpenUnit(
        key=DepartmentKey("tibet-region"),
        name="西藏大区",
        name_en="Tibet Region",
        template="region-standard",
        parent=DepartmentKey("headquarters"),
    )

    result = _done(organization, opening).result

    like = organization.departments[NORTH]
    made = {
        key.removeprefix("tibet-region"): one
        for key, one in result.departments.items()
        if key.startswith("tibet-region")
    }
    others = {
        key.removeprefix("north-region"): one
        for key, one in organization.departments.items()
        if key.startswith("north-region")
    }
    assert {*made} == {*others}
    for place, one in made.items():
        other = others[place]
        assert (one.kind, one.functions, one.specialties) == (
            *(other.kind, other.functions, other.specialties),
        )
        assert one.name == other.name.replace(like.name, "西藏大区")
        assert one.made_from == other.made_from
    targets = {one.department for one in result.targets.values()}
    assert DepartmentKey("tibet-region/vip") in targets


def test_a_territory_that_another_covers_is_transferred_not_taken(
    organization: Organization,
) -> None:
    opening = OpenUnit(
        key=DepartmentKey("tibet-region"),
        name="西藏大区",
        template="region-standard",
        parent=DepartmentKey("headquarters"),
        territories=(TerritoryKey("southwest-area"),),
    )
    later = opening.model_copy(update={"territories": ()})
    handing = TransferTerritories(
        territories=(TerritoryKey("southwest-area"),),
        from_=DepartmentKey("southwest-region"),
        to=DepartmentKey("tibet-region"),
    )

    refused = _refused(organization, opening)
    result = _done(organization, later, handing).result

    assert refused == [
        (
            "operation 1 (open-unit): the region southwest-region covers southwest-area already →"
            " open the unit without it, and hand it over then (transfer-territories from"
            " southwest-region)"
        )
    ]
    covering = [
        one.department for one in result.coverages.values() if one.territory == "southwest-area"
    ]
    assert covering == ["tibet-region"]


def test_renaming_a_unit_renames_what_its_template_brought(organization: Organization) -> None:
    renaming = RenameDepartment(department=NORTH, name="北方大区", name_en="Northern Region")

    result = _done(organization, renaming).result

    vip = result.departments["north-region/vip"]
    assert (vip.name, vip.name_en) == ("北方大区 VIP客户部", "Northern Region VIP Accounts")
    assert vip.made_from == "region-standard/vip"
    assert result.departments["beijing-branch"] == organization.departments["beijing-branch"]


def test_a_unit_departs_from_its_template_when_a_part_of_it_goes(
    organization: Organization,
) -> None:
    merging = MergeDepartments(
        departments=(DepartmentKey("north-region/presales"),),
        into=DepartmentKey("key-accounts-support"),
    )

    result = _done(organization, merging).result

    assert result.departments["north-region"].template is None
    assert result.departments["north-region/vip"].made_from is None
    assert result.departments["east-region/vip"].made_from == "region-standard/vip"


def test_what_goes_elsewhere_with_a_department_of_a_template_is_its_own(
    organization: Organization,
) -> None:
    moving = MoveDepartment(
        department=DepartmentKey("beijing-branch/sales"), to=DepartmentKey("tianjin-branch")
    )

    result = _done(organization, moving).result

    inside = result.departments["beijing-branch/accounts"]
    assert (inside.parent, inside.template, inside.made_from) == (
        *("beijing-branch/sales", None, None),
    )
    posts = {one.made_from for one in result.posts.values() if one.department == inside.key}
    assert posts == {None}
    assert result.departments["tianjin-branch/accounts"].made_from == "branch-standard/accounts"


def test_a_department_cannot_be_moved_into_itself(organization: Organization) -> None:
    moving = MoveDepartment(department=NORTH, to=DepartmentKey("north-region/vip"))

    assert _refused(organization, moving) == [
        (
            "operation 1 (move-department): north-region cannot move to north-region/vip, which is"
            " the same department or inside it → name a department outside north-region"
        )
    ]


def test_what_a_dissolved_department_had_is_missing_until_it_is_placed(
    organization: Organization,
) -> None:
    dissolving = DissolveDepartment(department=DepartmentKey("partners"))
    replayed = _done(organization, dissolving)
    found = {(one.kind, one.key) for one in missing(replayed)}
    signing = SignOffVacancy(
        department=DepartmentKey("partners"),
        things=frozenset(key for _, key in found),
        functions=frozenset({Function.PARTNER}),
        reason="伙伴业务停止",
        name="王芳",
    )

    settled = _done(organization, dissolving, signing)

    assert ("rule", "partners") in found
    assert ("post", "partners-head") in found
    assert missing(settled) == []
    assert "partners-head" not in settled.result.posts


def test_a_target_is_shared_out_to_the_last_of_it(organization: Organization) -> None:
    key = TargetKey("industry-strategic-customers-built")
    known = replace(organization.targets[key], value=Decimal(10), certainty=Certainty.STATED)
    organization = replace(organization, targets={**organization.targets, key: known})
    shares = (
        TargetShare(department=NORTH, value=Decimal(4)),
        TargetShare(department=EAST, value=Decimal(6)),
    )
    short = (TargetShare(department=NORTH, value=Decimal(4)),)

    result = _done(organization, ReallocateTarget(target=key, shares=shares)).result

    assert {(one.department, one.value) for one in result.targets.values() if key in one.key} == {
        (NORTH, 4),
        (EAST, 6),
    }
    assert _refused(organization, ReallocateTarget(target=key, shares=short)) == [
        (
            "operation 1 (reallocate-target): the shares of industry-strategic-customers-built are"
            " 4 together, and the target is 10 → let the shares add up to 10"
        )
    ]


def test_a_target_without_a_number_is_not_divided(organization: Organization) -> None:
    sharing = ReallocateTarget(
        target=TargetKey("strategic-customers-built"),
        shares=(TargetShare(department=NORTH, value=Decimal(20)),),
    )

    assert _refused(organization, sharing) == [
        (
            "operation 1 (reallocate-target): the target strategic-customers-built has no certain"
            " number to share out (written: 20?) → give it whole to one department, in “to”"
        )
    ]


def test_accounts_go_over_by_exceptions_and_standing_ones_are_changed(
    organization: Organization,
) -> None:
    handing = TransferSubsidiaries(
        key="to-the-north",
        name="移交华北",
        subsidiaries=frozenset({AccountKey("grid-zhejiang"), AccountKey("grid-hubei")}),
        to=DepartmentKey("north-region/vip"),
        functions=(Function.SALES,),
        reason="试点",
    )

    result = _done(organization, handing).result

    assert result.exceptions["grid-zhejiang-handover"].department == "north-region/vip"
    assert result.exceptions["to-the-north/grid-hubei/sales"].account == "grid-hubei"
    assert "to-the-north/grid-zhejiang/sales" not in result.exceptions


def test_somebody_moves_on_the_effective_day(organization: Organization) -> None:
    holding = next(
        one
        for one in organization.holdings.values()
        if one.validity.contains(DAY) and one.post == "partners-head"
    )
    moving = MovePeople(
        person=PersonKey(holding.person),
        from_=PostKey("partners-head"),
        to=PostKey("sales-support-head"),
    )

    result = _done(organization, moving).result

    held = [one for one in result.holdings.values() if one.person == holding.person]
    assert {(one.post, one.validity.start, one.validity.until) for one in held} == {
        ("partners-head", holding.validity.start, DAY),
        ("sales-support-head", DAY, None),
    }


def test_a_region_with_branches_inside_is_not_closed_over_them(organization: Organization) -> None:
    [refused] = _refused(organization, CloseUnit(unit=NORTH))

    assert "has the branch beijing-branch inside, which would go with it → move it first" in refused


def test_operations_after_one_that_cannot_be_done_are_tried_all_the_same(
    organization: Organization,
) -> None:
    wrong = AddRule(
        key=RuleKey("nobody"),
        name="无",
        function=Function.SALES,
        assign=Assign(department=DepartmentKey("nowhere")),
    )
    right = RenameDepartment(department=STRATEGIC, name="大客户部")

    replayed = replay(organization, [wrong, right], DAY)

    assert [one.operation for one in replayed.refusals] == [1]
    assert replayed.result.departments[STRATEGIC].name == "大客户部"
