"""Files as text: UTF-8 with or without a byte order mark, and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.errors import ModelError
from graph.model.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_CHINESE = re.compile("[\u4e00-\u9fff]")


def text_of(path: Path, file: str) -> str:
    """Return the file's text, line ends as they are and the byte order mark removed.

    Raises:
        ModelError: it is not UTF-8, is empty, or holds control characters.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise _refused(
            file, 0, "unreadable", f"cannot be read: {reason}", "make it readable"
        ) from error
    if content.startswith(_UTF16_MARKS):
        raise _refused(file, 0, "not-utf8", "this file is UTF-16, not UTF-8", "save it as UTF-8")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused_encoding(file, content, error) from error
    if not text.strip():
        raise _refused(
            file, 0, "empty-file", "the file is empty", "add entries, or delete the file"
        )
    if control := _CONTROL.search(text):
        raise _refused(
            file,
            text.count("\n", 0, control.start()) + 1,
            "control-character",
            f"there is a character U+{ord(control[0]):04X} that no text has",
            "save the file again as plain text in UTF-8; it may be damaged or no text file at all",
        )
    return text


def _refused_encoding(file: str, content: bytes, error: UnicodeDecodeError) -> ModelError:
    row = content.count(b"\n", 0, error.start) + 1
    try:
        chinese = _CHINESE.search(content.decode("gb18030"))
    except UnicodeDecodeError:
        chinese = None
    if chinese:
        return _refused(
            file,
            row,
            "gbk-file",
            "this file looks like GBK/GB18030, not UTF-8",
            "save it as UTF-8 (in Excel: “CSV UTF-8”; in editors: “Save with encoding”)",
        )
    return _refused(
        file,
        row,
        "not-utf8",
        f"this file is not UTF-8: byte 0x{content[error.start]:02X} cannot stand here",
        "save it as UTF-8",
    )


def _refused(file: str, row: int, code: str, what: str, remedy: str) -> ModelError:
    return ModelError([Problem(file, row, "", code, what, remedy)])
