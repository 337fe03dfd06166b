"""Files that are odd, damaged or meant to harm: each is read right, or told clearly and at once."""

from __future__ import annotations

import shutil
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from seed.plan_folders import inspected
from seed.reading.trees import DEEPEST
from tests.unit.seed.plan_faults import SMALL_PLAN

if TYPE_CHECKING:
    from pathlib import Path

PEOPLE = "key,name\nli-lei,李雷\nhan-meimei,韩梅梅\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(SMALL_PLAN, tmp_path / "plan")


def _problems(folder: Path) -> list[str]:
    return [str(problem) for problem in inspected(folder).problems]


def _people(folder: Path, content: str | bytes, name: str = "people.csv") -> list[str]:
    (folder / "book/people.csv").unlink()
    raw = content if isinstance(content, bytes) else content.encode()
    (folder / "book" / name).write_bytes(raw)
    return _problems(folder)


@pytest.mark.parametrize("file", ["people.csv", "people.yaml"])
def test_a_line_of_200_mb_is_told_and_takes_little_memory(file: str, folder: Path) -> None:
    (folder / "book/people.csv").unlink()
    with (folder / "book" / file).open("wb") as stream:
        stream.write(b"key,name\nli-lei,")
        for _ in range(200):
            stream.write(b"x" * (1 << 20))
    tracemalloc.start()

    problems = _problems(folder)

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    told = "this line is longer than 4 million bytes"
    if file.endswith(".yaml"):
        told = "the file is larger than 64 MB"
    assert told in problems[0]
    assert len(problems) == 1
    assert most < 20_000_000


def test_a_json_file_of_200_mb_is_told(folder: Path) -> None:
    with (folder / "book/industries.json").open("wb") as stream:
        stream.truncate(200 << 20)

    problems = _problems(folder)

    assert problems == [
        (
            "book/industries.json the file is larger than 64 MB → split it into several files of"
            " the same kind, or write a table (.csv)"
        ),
    ]


def test_nul_bytes_are_told_with_their_line(folder: Path) -> None:
    problems = _people(folder, PEOPLE.replace("李雷", "李\0雷"))

    assert problems == [
        (
            "book/people.csv:2 there is a character U+0000 that no text has → save the file again"
            " as plain text in UTF-8; it may be damaged or no text file at all"
        ),
    ]


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("people.yaml", '- {key: li-lei, name: "李\\0雷"}\n'),
        ("people.json", '[{"key": "li-lei", "name": "李\\u0000雷"}]'),
        ("people.json", '[{"key": "li-lei", "name": "李\\ud800雷"}]'),
    ],
    ids=["yaml", "json", "half-a-character"],
)
def test_characters_that_no_text_has_are_told_where_they_are_escaped(
    file: str, content: str, folder: Path
) -> None:
    [problem, *_] = _people(folder, content, file)

    assert "which no text has → remove it" in problem
    assert problem.startswith(f"book/{file}:1 ")


def test_a_line_in_gbk_in_a_file_of_utf8_is_told(folder: Path) -> None:
    lines = PEOPLE.splitlines(keepends=True)

    problems = _people(folder, "".join(lines[:2]).encode() + lines[2].encode("gbk"))

    assert problems == [
        (
            "book/people.csv:3 this line looks like GBK/GB18030, but other lines are UTF-8 → two"
            " files were put together: save each as UTF-8 first, then join them"
        ),
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_told_with_and_without_its_mark(encoding: str, folder: Path) -> None:
    problems = _people(folder, PEOPLE.encode(encoding))

    assert problems == ["book/people.csv this file is UTF-16, not UTF-8 → save it as UTF-8"]


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("2026/2/30", "2026-02 has 28 days; write a day of the calendar as 2026-01-31"),
        ("2026/2/3", "write 2026-02-03"),
        ("2026-2-3", "write 2026-02-03"),
        ("2026年2月3日", "write 2026-02-03"),
        ("2026.2.3", "write 2026-02-03"),
        ("20260203", "write 2026-02-03"),
        ("2026-02-03 00:00:00", "leave the time of the day out: 2026-02-03"),
        ("２０２６－０２－０３", "write 2026-02-03"),
        ("3/2/2026", "write 2026-02-03 or 2026-03-02, whichever is meant"),
        ("13/2/2026", "write 2026-02-13"),
        ("30.02.2026", "2026-02 has 28 days; write a day of the calendar as 2026-01-31"),
        ("2026-13-01", "there is no month 13; write a day of the calendar as 2026-01-31"),
        (
            "45000",
            (
                "write 2023-03-15, if this is a spreadsheet's number for a day; write a day of the"
                " calendar as 2026-01-31"
            ),
        ),
        ("tomorrow", "write a day of the calendar as 2026-01-31"),
    ],
)
def test_a_day_written_otherwise_is_told_with_what_to_write(
    written: str, remedy: str, folder: Path
) -> None:
    path = folder / "book/holdings.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("2026-01-01", written, 1), encoding="utf-8"
    )

    problems = _problems(folder)

    assert problems == [f"book/holdings.csv:2 [from] “{written}” is not a day → {remedy}"]


def test_full_width_digits_separators_and_keys_are_told_with_what_to_write(folder: Path) -> None:
    (folder / "deck/rules.more.csv").write_text(
        "key,name,function,role,when.tiers,assign.department,priority\n"
        "ａ,一,sales,owner,vip;strategic,strategic-accounts,１\n"
        "b,二,sales,owner,vip；strategic,ｓtrategic-accounts,2\n",
        encoding="utf-8",
    )

    problems = _problems(folder)

    assert problems == [
        (
            "deck/rules.more.csv:2 [key] “ａ” cannot be a key → write a, without full-width or"
            " invisible characters"
        ),
        "deck/rules.more.csv:2 [priority] “１” is not a number → write 1",
        (
            "deck/rules.more.csv:3 [assign.department] no department has the key"
            " “ｓtrategic-accounts” → did you mean “strategic-accounts” (战略大客户部)?"
        ),
        (
            "deck/rules.more.csv:3 [when.tiers] “vip；strategic” holds a full-width semicolon →"
            " separate the values of a list with ;"
        ),
    ]


def test_full_width_commas_and_column_names_are_told(folder: Path) -> None:
    problems = _people(folder, "ｋｅｙ,name\nli-lei,李雷\n")

    assert (
        "book/people.csv:1 [ｋｅｙ] there is no column “ｋｅｙ” here → did you mean “key”?"
        in problems
    )


def test_an_invisible_character_in_a_key_is_shown(folder: Path) -> None:
    problems = _people(folder, PEOPLE.replace("li-lei", "li\u200b-lei"))

    assert (
        "book/people.csv:2 [key] “li<U+200B>-lei” cannot be a key → write li-lei, without"
        " full-width or invisible characters" in problems
    )


@pytest.mark.parametrize(
    "name",
    [
        'O\'Neil "the" \\ Company',
        "👨‍👩‍👧 😀",
        "שלום עולם",
        "\u202eabc\u202c",
        "zero\u200bwidth",
        "=HYPERLINK(1)",
        "' OR 1=1; MATCH (n) DETACH DELETE n //",
        "１２３，；：",
        "x" * 500,
    ],
)
@pytest.mark.parametrize("file", ["people.csv", "people.yaml", "people.json"])
def test_an_odd_name_is_read_as_it_is(name: str, file: str, folder: Path) -> None:
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    content = {
        "people.csv": PEOPLE.replace("李雷", '"' + name.replace('"', '""') + '"'),
        "people.yaml": f'- key: li-lei\n  name: "{quoted}"\n- {{key: han-meimei, name: 韩}}\n',
        "people.json": f'[{{"key": "li-lei", "name": "{quoted}"}},'
        ' {"key": "han-meimei", "name": "韩"}]',
    }[file]

    problems = _people(folder, content, file)

    assert problems == []
    plan = inspected(folder).plan
    assert plan is not None
    assert [person.name for person in plan.people if person.key == "li-lei"] == [name]


def test_a_name_of_10_000_characters_is_told_in_few_words(folder: Path) -> None:
    problems = _people(folder, PEOPLE.replace("李雷", "长" * 10_000))

    assert problems == [
        (
            f"book/people.csv:2 [name] “{'长' * 80}…” is 10000 characters long → use at most 500"
            " characters for a name"
        ),
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("- &a {key: li-lei, name: x}\n- *a\n", "book/people.yaml:2 *a is an alias"),
        ("- key: li-lei\n  name: !!python/name:os.system x\n", "is a tag → remove it"),
        ("- " * 200 + "x\n", f"more than {DEEPEST} levels of nesting"),
        ("[" * 100_000 + "\n", f"more than {DEEPEST} levels of nesting"),
        ("- {key: li-lei, key: han, name: x}\n", "“key” is given twice"),
        ("- {key: li-lei\n", "this is not YAML"),
    ],
    ids=["alias", "tag", "deep", "deep-flow", "twice", "open"],
)
def test_what_yaml_can_do_to_harm_is_refused(content: str, told: str, folder: Path) -> None:
    problems = _people(folder, content, "people.yaml")

    assert any(told in problem for problem in problems)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('[\n{"key": "a", "key": "b", "name": "x"}]', ":2 [key] “key” is given twice"),
        ('[{"key": "a",\n "name": NaN}]', ":2 this is not JSON: NaN is no value"),
        ('[{"key": "a", "name": -Infinity}]', "-Infinity is no value"),
        ("[" * 100_000, f":1 more than {DEEPEST} levels of nesting"),
        ('[{"key": "a"\n"name": "x"}]', ":2 this is not JSON: a comma or } is missing"),
        ('[{"key": "a", "name": "x"},\n]', ":2 this is not JSON: expecting value"),
        ('[{"key": "a", "name": "x"}] 1', "something follows the end"),
        ('{"key": "a"}', ":1 the file holds no list of entries"),
        ("[{key: 1}]", "the name of a field is missing"),
        ('[{"key" 1}]', "a colon is missing"),
        ('[{"key": "a", "name": "x', "unterminated string"),
    ],
    ids=[
        "twice", "nan", "infinity", "deep", "comma", "trailing", "after", "fields", "names",
        "colon", "cut-off",
    ],
)  # fmt: skip
def test_what_is_wrong_with_json_is_told_with_its_line(
    content: str, told: str, folder: Path
) -> None:
    problems = _people(folder, content, "people.json")

    assert any(problem.startswith("book/people.json") and told in problem for problem in problems)


def test_json_is_read_as_yaml_is(folder: Path) -> None:
    before = inspected(folder).plan
    (folder / "book/people.csv").unlink()
    (folder / "book/people.json").write_text(
        """[
          {"key": "li-lei", "name": "\\u674e\\u96f7", "name_en": "Li Lei", "sources": []},
          {"key": "han-meimei", "name": "韩梅梅", "name_en": "Han Meimei", "sources": null}
        ]""",
        encoding="utf-8",
    )

    after = inspected(folder)

    assert after.problems == ()
    assert before is not None
    assert after.plan is not None
    assert {each.key: each.name for each in after.plan.people} == {
        each.key: each.name for each in before.people
    }


def test_nothing_in_yaml_is_nothing_unless_it_is_quoted(folder: Path) -> None:
    (folder / "book/people.csv").unlink()
    (folder / "book/people.yaml").write_text(
        "- {key: li-lei, name: 李雷, name_en: null}\n"
        "- {key: han-meimei, name: 'null', name_en: ~}\n",
        encoding="utf-8",
    )

    found = inspected(folder)

    assert found.problems == ()
    assert found.plan is not None
    assert sorted((each.name, each.name_en) for each in found.plan.people) == [
        ("null", None),
        ("李雷", None),
    ]


def test_10_000_columns_are_told_once(folder: Path) -> None:
    header = ",".join(f"column{number}" for number in range(10_000))

    problems = _people(folder, f"{header}\nx\n")

    assert problems == [
        (
            "book/people.csv:1 10000 columns are more than any kind of entry has → keep the columns"
            " that docs/plan-format.md names"
        ),
    ]


def test_lists_of_parts_are_read_from_a_csv_file_of_their_own(folder: Path) -> None:
    (folder / "deck/strategies.more.csv").write_text(
        "key,name,kind\ngrow,增长,strategy\n", encoding="utf-8"
    )
    (folder / "deck/strategies.more.steps.csv").write_text(
        "strategy,ordinal,name\ngrow,1,找\ngrow,2,谈\ngrwo,3,签\n", encoding="utf-8"
    )

    problems = _problems(folder)

    assert problems == [
        (
            "deck/strategies.more.steps.csv:4 [strategy] no entry of strategies here has the key"
            " “grwo” → did you mean “grow”?"
        ),
    ]


def test_parts_without_their_entries_are_told(folder: Path) -> None:
    (folder / "deck/strategies.more.steps.csv").write_text(
        "strategy,ordinal,name\ngrow,1,找\n", encoding="utf-8"
    )

    problems = _problems(folder)

    assert problems == [
        (
            "deck/strategies.more.steps.csv there is no strategies.more.csv beside it, to whose"
            " entries its rows belong → add strategies.more.csv"
        ),
    ]


def test_a_column_for_fields_inside_fields_is_told_with_the_columns_to_write(
    folder: Path,
) -> None:
    (folder / "deck/rules.more.csv").write_text(
        "key,name,function,role,when,assign.department\na,一,sales,owner,vip,strategic-accounts\n",
        encoding="utf-8",
    )

    [problem] = _problems(folder)

    assert "write its fields in columns of their own: when.customers, when.tiers" in problem


@pytest.mark.parametrize("name", ["plan.xls", "plan.xlsm", "plan.xlsb", "plan.ods"])
def test_other_workbooks_are_told_to_be_saved_as_xlsx(name: str, folder: Path) -> None:
    (folder / "book" / name).write_bytes(b"x")

    [problem] = _problems(folder)

    assert "save it as “Excel workbook (.xlsx)”, which has no macros" in problem


def test_what_excel_leaves_beside_an_open_workbook_is_no_file_of_the_plan(folder: Path) -> None:
    (folder / "book/~$plan.xlsx").write_bytes(b"x")

    assert _problems(folder) == []
