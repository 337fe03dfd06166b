"""Whatever somebody wrote is only text in a report: it runs, breaks and fetches nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import openpyxl
import pytest

from graph.model.keys import DepartmentKey
from graph.ownership.phrases import EN, ZH
from graph.reorganization.operations.departments import CreateDepartment, RenameDepartment
from graph.reorganization.operations.successions import DissolveDepartment
from graph.reorganization.reports.drawings import fitted, width_of
from graph.reorganization.reports.flow_pictures import FlowPicture
from graph.reorganization.reports.html_pages import html_page
from graph.reorganization.reports.markdown_texts import markdown_text, plain
from graph.reorganization.reports.mermaid import flow_mermaid, tree_mermaid
from graph.reorganization.reports.tellings import TO_COMPUTE
from graph.reorganization.reports.trees import TreePicture
from graph.reorganization.reports.words import Words
from seed.reorganizing.report_workbooks import write_report
from tests.unit.reorganization.examples import report_of, section_of, tried

if TYPE_CHECKING:
    from pathlib import Path

    from graph.ownership.phrases import Language
    from graph.reorganization.impacts import Impact
    from graph.reorganization.ownership_impacts import Base

EVIL = (
    '<script>alert(1)</script><img src="http://evil.example/x.png" onerror=alert(1)>',
    "\"' onload='alert(1)' style=background:url(http://evil.example)",
    "]]></svg></style></title><iframe src=//evil.example></iframe>",
    '=HYPERLINK("http://evil.example","部门")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "| `x` | [link](javascript:alert(1)) ![](http://evil.example/y) **b** # h",
    'a"]:::removed --> b["c"; end',
    "שלום עולם \u202eevil\u202c مرحبا",
    "👩\u200d👩\u200d👧 家庭部\x00\x07",
    "第一行\n第二行\r\n```\n# 第三行",
    "超长的部门名称" * 40,
)
ALLOWED = {
    *("html", "head", "meta", "link", "title", "style", "body", "main", "header", "h1", "small"),
    *("dl", "div", "dt", "dd", "nav", "ul", "li", "a", "section", "h2", "h3", "p", "ol", "table"),
    *("caption", "thead", "tbody", "tr", "th", "td", "bdi", "code", "span", "b", "figure"),
    *("figcaption", "svg", "g", "rect", "path", "text", "tspan"),
}
LINE_OF_MERMAID = re.compile(
    r'\w\d+(\["[^"<>`]*(<br/>[^"<>`]*)*"\]|\(\["[^"<>`]*"\]\)):::\w+'
    r'|n\d+ --- n\d+|b\d+ ==>\|"[\d,]+"\| a\d+|classDef \w+ [\w#:,-]+'
)


@pytest.fixture(scope="module")
def evil(real_base: Base) -> Impact:
    owners = sorted(one for one in real_base.organization.departments if one.endswith("/vip"))
    others = [one for one in real_base.organization.departments if one not in owners]
    keys = [DepartmentKey(key) for key in (*owners, *others)][: len(EVIL)]
    renamed = (
        RenameDepartment(department=key, name=name, name_en=EVIL[-1 - number], why=name)
        for number, (key, name) in enumerate(zip(keys, EVIL, strict=True))
    )
    made = (
        CreateDepartment(key=DepartmentKey(f"new-{number}"), name=name, parent=keys[0])
        for number, name in enumerate(EVIL)
    )
    gone = DissolveDepartment(department=keys[1], successor=keys[2])
    return tried(real_base, *renamed, *made, gone, name=EVIL[0])


class _Page(HTMLParser):
    """What a page is made of: its elements, their attributes, and all texts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.mark.parametrize("language", [EN, ZH])
def test_a_page_has_no_elements_and_addresses_but_its_own(evil: Impact, language: Language) -> None:
    page = _Page(html_page(report_of(evil, language)))

    assert page.elements <= ALLOWED
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    addresses = {value for name, value in page.attributes if name in {"href", "src", "xlink:href"}}
    assert all(value == "data:," or (value or "").startswith("#") for value in addresses)
    assert {value for name, value in page.attributes if name == "style"} == set()
    assert EVIL[0] in page.texts
    assert EVIL[5] in page.texts


def test_a_page_holds_no_control_characters(evil: Impact) -> None:
    page = html_page(report_of(evil, ZH))

    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", page)
    assert "👩\u200d👩\u200d👧 家庭部" in page


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b", "a\\|b"),
        ("<script>", "\\<script\\>"),
        ("**b** _i_ `c`", "\\*\\*b\\*\\* \\_i\\_ \\`c\\`"),
        ("[x](http://evil.example)", "\\[x\\](http\u200b://evil.example)"),
        ("1. one", "1\\. one"),
        ("- one", "\\- one"),
        ("one\n# two", "one \\# two"),
        ("&lt;", "\\&lt;"),
        ("שלום", "\u2068שלום\u2069"),
        ("华北大区 VIP客户部（一）", "华北大区 VIP客户部（一）"),
    ],
)
def test_markdown_shows_texts_as_they_are(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_a_table_in_markdown_keeps_its_columns(evil: Impact) -> None:
    text = markdown_text(report_of(evil, EN))

    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert rows
    for line in rows:
        assert line.endswith("|")
    operations = text[text.index("## Operations") : text.index("## Vacancies")].splitlines()
    widths = {len(re.findall(r"(?<!\\)\|", line)) for line in operations if line.startswith("|")}
    assert widths == {8}


def test_labels_in_mermaid_cannot_end_themselves(evil: Impact) -> None:
    report = report_of(evil, EN)
    blocks = (*section_of(report, "organization").blocks, *section_of(report, "flows").blocks)
    trees = [tree_mermaid(one, Words(EN)) for one in blocks if isinstance(one, TreePicture)]
    flows = [flow_mermaid(one, Words(EN)) for one in blocks if isinstance(one, FlowPicture)]

    assert trees
    assert flows
    for text in (*trees, *flows):
        for line in text.splitlines()[1:]:
            assert LINE_OF_MERMAID.fullmatch(line), line


def test_no_cell_of_a_workbook_is_a_formula(evil: Impact, tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"

    write_report(report_of(evil, ZH, TO_COMPUTE), path)

    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "inlineStr"}
    dangerous = [
        cell for cell in cells if isinstance(cell.value, str) and cell.value.startswith(("=", "@"))
    ]
    assert dangerous
    assert all(cell.quotePrefix for cell in dangerous)


def test_a_workbook_has_a_sheet_for_each_section(merged: Impact, tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    report = report_of(merged, ZH, TO_COMPUTE)

    write_report(report, path)

    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["about", *(section.key for section in report.sections)]
    handover = [[cell.value for cell in row] for row in book["handover"].iter_rows()]
    assert handover[0][0] == "客户交接"
    assert handover[2][:5] == ["客户", "客户编码", "所属集团", "职能", "移交方"]
    assert len(handover) == 3 + 68
    assert handover[3][:6] == [
        *("北冶钢铁集团\nBeiye Steel Group", "beiye", None, "实施"),
        "东北大区 实施部 Northeast Region Implementation",
        "华北东北大区 实施部 North and Northeast Region Implementation",
    ]
    assert str(handover[3][6]) == "2026-07-01 00:00:00"
    accounts = [[cell.value for cell in row] for row in book["accounts"].iter_rows()]
    assert accounts[2][-2:] == ["依据（前）", "依据（后）"]
    assert str(accounts[3][-2]).startswith("东北大区 实施部")
    assert book["accounts"].freeze_panes == "B4"


def test_texts_that_are_too_wide_are_shortened() -> None:
    shown = [fitted(text, 13, 200) for text in EVIL]

    assert all(width_of(text, 13) <= 200 for text in shown)
    assert shown[-1] == "超长的部门名称超长的部门名…"
    assert fitted("华北大区", 13, 200) == "华北大区"
