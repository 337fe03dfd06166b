"""Generated plans: the same seed the same bytes, valid, with everything that can be answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

import polars as pl
import pytest
from typer.testing import CliRunner

from graph.commands.main import application
from graph.errors import ModelError
from graph.model.vocabularies import Function
from graph.ownership.answers import Status
from graph.ownership.books import RuleBook
from graph.ownership.facts import facts_of_plan
from graph.ownership.gaps import gaps
from graph.ownership.resolutions import Resolver
from graph.ownership.segments import cut
from seed.generating.changes import change_of
from seed.generating.groups import Group
from seed.generating.plans import Recipe, generate
from seed.generating.sizes import Size, Wishes, size_of
from seed.generating.writing import BulkFormat
from seed.plan_folders import inspected, read_plan

if TYPE_CHECKING:
    from pathlib import Path

    from graph.model.plans import Plan
    from seed.generating.plans import Made

DAY = date(2026, 7, 1)
SMALL = Recipe(size_of(1_000, Wishes()), seed=7)
PINNED = {
    "customers.csv": "38dbe6160cc73ca4",
    "departments.units.csv": "e340a3f10b60bb63",
    "exceptions.csv": "7e35eb613c757f15",
    "holdings.csv": "1d2bdf15e6c0cd9d",
    "people.csv": "01aa5f7974ab918a",
    "posts.csv": "fc7d359052ef44d0",
    "rules.local.yaml": "583a9f7211119bf8",
    "subsidiaries.csv": "d0545eb01f4d3448",
}
BULK = ("subsidiaries", "people", "posts", "holdings")


def made(folder: Path, recipe: Recipe = SMALL) -> Made:
    return generate(folder, recipe, untold)


def untold(stage: str, done: int, total: int) -> None:
    """Show no progress."""


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def rows(folder: Path, kind: str) -> dict[str, str]:
    lines = (folder / "generated" / f"{kind}.csv").read_text("utf-8").splitlines()[1:]
    return {line.partition(",")[0]: line for line in lines}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("generated") / "plan"
    made(folder)
    return folder


@pytest.fixture(scope="module")
def plan(folder: Path) -> Plan:
    return read_plan(folder)


@pytest.mark.parametrize("bulk_format", BulkFormat)
@pytest.mark.parametrize("change", [0, 0.05])
def test_the_same_seed_gives_the_same_bytes(
    tmp_path: Path, bulk_format: BulkFormat, change: float
) -> None:
    recipe = replace(SMALL, bulk_format=bulk_format, change=change)

    made(tmp_path / "one", recipe)
    made(tmp_path / "other", recipe)

    assert digests(tmp_path / "one") == digests(tmp_path / "other")


def test_these_bytes_are_what_every_machine_gives(folder: Path) -> None:
    found = digests(folder / "generated")

    assert {name: found[name][:16] for name in PINNED} == PINNED


def test_another_seed_gives_other_bytes(folder: Path, tmp_path: Path) -> None:
    made(tmp_path / "other", replace(SMALL, seed=8))

    one, other = digests(folder), digests(tmp_path / "other")

    same = {name for name, digest in one.items() if other.get(name) == digest}
    assert set(one) == set(other)
    assert {f"generated/{kind}.csv" for kind in (*BULK, "customers", "exceptions")} & same == set()
    assert "generated/rules.local.yaml" not in same


@pytest.mark.parametrize(("count", "seed"), [(100, 1), (100, 2), (100, 3), (3_000, 4)])
def test_a_generated_plan_has_neither_problems_nor_warnings(
    tmp_path: Path, count: int, seed: int
) -> None:
    made(tmp_path / "plan", Recipe(size_of(count, Wishes()), seed))

    inspection = inspected(tmp_path / "plan")

    assert inspection.problems == ()
    assert inspection.warnings == ()


@pytest.mark.parametrize(("count", "seed"), [(100, 1), (100, 2), (100, 3), (3_000, 4)])
def test_no_plan_is_without_conflict_vacancy_and_account_left_alone(
    tmp_path: Path, count: int, seed: int
) -> None:
    made(tmp_path / "plan", Recipe(size_of(count, Wishes()), seed))
    plan = read_plan(tmp_path / "plan")
    book, facts = RuleBook.from_plan(plan), facts_of_plan(plan)
    resolver = Resolver(book)

    found = {gap.answer.status for gap in gaps(resolver, cut(book, facts).segments, DAY)}
    of_exceptions = {
        resolver.answer(facts[one.account], one.function, DAY, one.account).status
        for one in plan.exceptions
    }

    assert found >= {Status.CONFLICT, Status.VACANT}
    assert Status.DELIBERATELY_VACANT in of_exceptions


def test_exceptions_are_over_current_and_still_to_come(plan: Plan) -> None:
    starts = [one for one in plan.exceptions if one.validity.start and one.validity.start > DAY]
    over = [one for one in plan.exceptions if one.validity.until and one.validity.until <= DAY]
    current = [one for one in plan.exceptions if one.validity.contains(DAY)]

    assert min(len(starts), len(over), len(current)) > 0
    assert len(starts) + len(over) + len(current) == len(plan.exceptions)


def test_an_exception_that_is_over_no_longer_decides(plan: Plan) -> None:
    resolver, facts = Resolver(RuleBook.from_plan(plan)), facts_of_plan(plan)
    one = next(one for one in plan.exceptions if one.validity.until == date(2026, 4, 1))

    before = resolver.answer(facts[one.account], one.function, date(2026, 3, 31), one.account)
    after = resolver.answer(facts[one.account], one.function, DAY, one.account)

    named = {before.owner.exception} if before.owner else {s.exception for s in before.supporters}
    later = {after.owner.exception} if after.owner else {s.exception for s in after.supporters}
    assert one.key in named
    assert one.key not in later


def test_sales_is_mostly_assigned_once_there_are_branches_everywhere(tmp_path: Path) -> None:
    size = size_of(3_000, Wishes(departments=5_000))
    made(tmp_path / "plan", Recipe(size, 1))
    plan = read_plan(tmp_path / "plan")
    resolver = Resolver(RuleBook.from_plan(plan))

    answers = [resolver.answer(one, Function.SALES, DAY) for one in facts_of_plan(plan).values()]

    assigned = sum(answer.status is Status.ASSIGNED for answer in answers)
    assert 0.8 < assigned / len(answers) < 1


def test_group_sizes_have_a_long_tail_and_units_have_three_levels(plan: Plan) -> None:
    sizes = sorted(
        (sum(unit.customer == group.key for unit in plan.subsidiaries) for group in plan.customers),
        reverse=True,
    )

    assert sum(sizes) == 1_000
    assert sizes[0] > 10 * sizes[len(sizes) // 2]
    assert {unit.level for unit in plan.subsidiaries} == {2, 3, 4}


def test_territories_nest_down_to_districts(plan: Plan) -> None:
    parents = {territory.key: territory.parent for territory in plan.territories}
    depths = {unit.territory: 0 for unit in plan.subsidiaries}
    for key in depths:
        here = key
        while here is not None and (above := parents[here]) is not None:
            depths[key] += 1
            here = above

    assert set(depths.values()) >= {3, 4}


def test_some_posts_are_vacant_and_most_are_held(plan: Plan) -> None:
    held = {holding.post for holding in plan.holdings if holding.validity.contains(DAY)}

    share = sum(post.key in held for post in plan.posts) / len(plan.posts)

    assert 0.9 < share < 1


def test_sizes_grow_with_the_market_and_may_be_given() -> None:
    million = size_of(1_000_000, Wishes())
    given = size_of(10_000, Wishes(departments=700, people=50, rules=40, exceptions=0))

    assert million == Size(1_000_000, 3_000, 5_000, 300_000, 500, 2_000)
    assert given == Size(10_000, 300, 700, 50, 40, 0)


def test_a_plan_holds_what_was_asked_for(tmp_path: Path) -> None:
    size = size_of(500, Wishes(departments=300, people=40, rules=60, exceptions=0))

    came = made(tmp_path / "plan", Recipe(size, 7))

    plan = read_plan(tmp_path / "plan")
    assert (came.subsidiaries, came.people, came.posts, came.rules) == (500, 40, 40, 60)
    assert 280 < came.departments <= 300
    assert len(plan.departments) == came.departments
    assert len(plan.rules) == 60
    assert plan.exceptions == ()


def test_parquet_has_the_columns_and_texts_of_csv(folder: Path, tmp_path: Path) -> None:
    made(tmp_path / "plan", replace(SMALL, bulk_format=BulkFormat.PARQUET))

    for kind in BULK:
        table = pl.read_parquet(tmp_path / "plan" / "generated" / f"{kind}.parquet")
        as_csv = pl.read_csv(folder / "generated" / f"{kind}.csv", infer_schema=False)
        assert table.equals(as_csv)
        assert set(table.dtypes) == {pl.String}


def test_a_change_touches_its_share_of_subsidiaries_and_nothing_else(
    folder: Path, tmp_path: Path
) -> None:
    made(tmp_path / "later", replace(SMALL, change=0.1, change_seed=3))

    before, after = rows(folder, "subsidiaries"), rows(tmp_path / "later", "subsidiaries")
    both = before.keys() & after.keys()
    edited = [key for key in both if before[key] != after[key]]
    kept_files = {
        name
        for name, digest in digests(folder).items()
        if digests(tmp_path / "later")[name] == digest
    }

    assert len(before.keys() - after.keys()) == 5
    assert len(after.keys() - before.keys()) == 5
    assert len(edited) == 90
    assert digests(folder).keys() - kept_files == {"generated/subsidiaries.csv"}
    assert inspected(tmp_path / "later").problems == ()
    assert inspected(tmp_path / "later").warnings == ()


def test_a_change_moves_renames_and_tags(folder: Path, tmp_path: Path) -> None:
    made(tmp_path / "later", replace(SMALL, change=0.1, change_seed=3))

    before, after = rows(folder, "subsidiaries"), rows(tmp_path / "later", "subsidiaries")
    columns = [
        tuple(
            place
            for place, (one, other) in enumerate(
                zip(before[key].split(","), after[key].split(","), strict=True)
            )
            if one != other
        )
        for key in before.keys() & after.keys()
    ]

    names, territory, tags = (1, 2), (8,), (9,)
    assert {changed for changed in columns if changed} == {names, territory, tags}


def test_another_change_seed_changes_others() -> None:
    group = Group("g", "g", "g", "g", "vip", "power", (0,), 1_000, "")

    one, other = (change_of([group], 0.05, seed, kept=()) for seed in (1, 2))

    assert one.edits != other.edits


def test_nothing_is_written_over(folder: Path) -> None:
    before = digests(folder)

    with pytest.raises(ModelError, match="the folder is not empty → name a new or empty folder"):
        made(folder, replace(SMALL, seed=8))

    assert digests(folder) == before


def test_an_empty_folder_may_be_there(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()

    made(tmp_path / "plan")

    assert [path.name for path in tmp_path.iterdir()] == ["plan"]
    assert (tmp_path / "plan" / "plan.yaml").is_file()


def test_nothing_half_done_stays(tmp_path: Path) -> None:
    def stopped(stage: str, done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        generate(tmp_path / "plan", SMALL, stopped)

    assert list(tmp_path.iterdir()) == []


def test_all_sizes_that_cannot_be_are_told_at_once() -> None:
    with pytest.raises(ModelError) as caught:
        size_of(99, Wishes(departments=20, people=0, rules=9_999, exceptions=-1))

    assert [str(problem) for problem in caught.value.problems] == [
        "--subsidiaries 99 is too few → give a number from 100 to 20,000,000",
        "--departments 20 is too few → give a number from 120 to 12,000",
        "--people 0 is too few → give a number from 1 to 20,000,000",
        "--rules 9,999 is too many → give a number from 0 to 2,000",
        "--exceptions -1 is too few → give a number from 0 to 24",
    ]


def test_only_the_count_that_was_given_is_at_fault() -> None:
    with pytest.raises(ModelError) as caught:
        size_of(10, Wishes())

    [problem] = caught.value.problems
    assert str(problem) == "--subsidiaries 10 is too few → give a number from 100 to 20,000,000"


def test_the_command_writes_a_plan_and_says_what_it_holds(tmp_path: Path) -> None:
    told = CliRunner().invoke(
        application(),
        ["generate", str(tmp_path / "plan"), "--subsidiaries", "1000", "--seed", "7"],
    )

    assert told.exit_code == 0
    assert "1,000 subsidiaries of 93 groups" in told.stdout
    assert read_plan(tmp_path / "plan").key == "generated-plan"


@pytest.mark.parametrize("share", ["0.6", "-0.1"])
def test_a_change_of_no_possible_share_is_refused(tmp_path: Path, share: str) -> None:
    arguments = ["--subsidiaries", "1000", "--seed", "7", "--change", share]

    told = CliRunner().invoke(application(), ["generate", str(tmp_path / "plan"), *arguments])

    assert isinstance(told.exception, ModelError)
    assert "0.01 is one in a hundred" in str(told.exception)
    assert list(tmp_path.iterdir()) == []
