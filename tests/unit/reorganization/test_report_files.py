"""Reports as files: the form is the ending's, and what is there is replaced whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.errors import Conflict
from seed.reorganizing.report_files import Form, form_of, write_whole

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("impact.html", Form.HTML),
        ("impact.MD", Form.MARKDOWN),
        ("影响 报告.xlsx", Form.WORKBOOK),
        ("impact.v2.json", Form.JSON),
    ],
)
def test_the_ending_tells_the_form(tmp_path: Path, name: str, form: Form) -> None:
    assert form_of(tmp_path / name) is form


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("impact.pdf", "ends in .pdf: name a file that ends in one of .html, .md, .xlsx, .json"),
        ("impact", "has no ending: name a file that ends in one of .html, .md, .xlsx, .json"),
        ("folder.html", "is there and is no file: name another file"),
    ],
)
def test_what_cannot_be_a_report_is_refused(tmp_path: Path, name: str, what: str) -> None:
    (tmp_path / "folder.html").mkdir()

    with pytest.raises(Conflict) as error:
        form_of(tmp_path / name)

    assert str(error.value) == f"{tmp_path / name} {what}"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Conflict, match=r"no folder .*away: make it first, or name another$"):
        form_of(tmp_path / "away" / "impact.html")


def test_a_file_is_replaced_when_the_new_one_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "impact.html"
    file.write_text("before")

    def written(beside: Path) -> None:
        beside.write_text("after")
        assert file.read_text() == "before"

    write_whole(file, written)

    assert file.read_text() == "after"
    assert [*tmp_path.iterdir()] == [file]


@pytest.mark.parametrize("stopped", [ValueError, KeyboardInterrupt])
def test_nothing_half_done_stays(tmp_path: Path, stopped: type[BaseException]) -> None:
    file = tmp_path / "impact.html"
    file.write_text("before")

    def half(beside: Path) -> None:
        beside.write_text("half")
        raise stopped

    with pytest.raises(stopped):
        write_whole(file, half)

    assert file.read_text() == "before"
    assert [*tmp_path.iterdir()] == [file]


def test_a_full_disk_is_told_as_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "impact.html"

    def full(beside: Path) -> None:
        beside.write_text("half")
        raise OSError(28, "No space left on device")

    with pytest.raises(Conflict, match="No space left on device"):
        write_whole(file, full)

    assert [*tmp_path.iterdir()] == []


def test_a_link_keeps_pointing_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "real.html").write_text("before")
    link = tmp_path / "impact.html"
    link.symlink_to(tmp_path / "real.html")

    write_whole(link, _written)

    assert link.is_symlink()
    assert (tmp_path / "real.html").read_text() == "after"


def _written(beside: Path) -> None:
    beside.write_text("after")
