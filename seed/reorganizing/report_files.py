"""Reports as files: their forms, and writing them whole or not at all."""

from __future__ import annotations

import secrets
from enum import StrEnum
from typing import TYPE_CHECKING

import typer

from graph.errors import Conflict

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Form(StrEnum):
    """What a report is written as; the value is how its file ends."""

    HTML = ".html"
    MARKDOWN = ".md"
    WORKBOOK = ".xlsx"
    JSON = ".json"


OUT = typer.Option(
    "--report",
    metavar="OUT",
    help="Write a report here instead: .html, .md, .xlsx or .json. A file there is replaced.",
)
LANGUAGE = typer.Option(help="What it is told in: zh or en. Names stand in both, where known.")
SHOWN_IN = typer.Option(help="What it is told in: en or zh; left out, en.")
REPORTED_IN = typer.Option(
    help="What it is told in: zh or en. Left out, a report is in zh, and what is printed or JSON"
    " in en."
)


def form_of(path: Path) -> Form:
    """Return what a report is to be written as, by how its file ends.

    Raises:
        Conflict: there is no such form, or the place cannot be written to.
    """
    known = ", ".join(Form)
    try:
        form = Form(path.suffix.lower())
    except ValueError as error:
        what = f"ends in {path.suffix}" if path.suffix else "has no ending"
        raise Conflict(f"{path} {what}: name a file that ends in one of {known}") from error
    if path.exists() and not path.is_file():
        raise Conflict(f"{path} is there and is no file: name another file")
    if not path.parent.is_dir():
        raise Conflict(f"there is no folder {path.parent}: make it first, or name another")
    return form


def write_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Let a file be written beside its place and put there when it is whole.

    Raises:
        Conflict: it cannot be written; what was there before is still there.
    """
    place = path.resolve()
    beside = place.with_name(f".{place.stem[:80]}.{secrets.token_hex(4)}{place.suffix}")
    try:
        write(beside)
        beside.replace(place)
    except OSError as error:
        raise Conflict(
            f"{path} cannot be written ({error.strerror or error}): check the disk and the rights"
        ) from error
    finally:
        beside.unlink(missing_ok=True)
