"""Files as text: UTF-8 with or without a byte order mark, and nothing else.

A file is read in pieces, and no further than its first line that is too long, so that nothing it
holds can take much memory.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.errors import ModelError
from graph.model.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_LINE = 4_000_000
"""In bytes."""
LARGEST_DOCUMENT = 64_000_000
"""In bytes; tables may be larger."""
_PIECE = 1 << 20
_MOST_LINES = 100_000
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NO_CHARACTER = re.compile(f"{_CONTROL.pattern[:-1]}\ud800-\udfff]")
_CHINESE = re.compile("[\u4e00-\u9fff]")


def text_of(path: Path, file: str, longest_line: int = LONGEST_LINE, largest: int = 0) -> str:
    """Return the file's text, line ends as they are and the byte order mark removed.

    `largest` bounds the file, in bytes; 0 does not.

    Raises:
        ModelError: it is not UTF-8, is empty, too large, or holds control characters.
    """
    try:
        if largest and path.stat().st_size > largest:
            raise _refused(
                file,
                0,
                "too-large",
                f"the file is larger than {largest // 1_000_000} MB",
                "split it into several files of the same kind, or write a table (.csv)",
            )
        check_lines(path, file, longest_line)
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise _refused(
            file, 0, "unreadable", f"cannot be read: {reason}", "make it readable"
        ) from error
    if _is_utf16(content):
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


def no_character(text: str) -> str:
    """Return the first thing in a value that no text has, as U+0000; nothing if it is a text.

    Escapes bring such characters into values of files that hold none.
    """
    found = _NO_CHARACTER.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def check_lines(path: Path, file: str, longest_line: int = LONGEST_LINE) -> None:
    """Refuse a file that has a line too long, without keeping any of it in memory.

    Raises:
        ModelError: it has one.
    """
    row, length = 1, 0
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            end = piece.find(b"\n")
            if length + (len(piece) if end < 0 else end) > longest_line:
                raise _refused(
                    file,
                    row,
                    "line-too-long",
                    f"this line is longer than {longest_line // 1_000_000} million bytes",
                    "break it into lines; the file may be damaged, or no text file at all",
                )
            row += piece.count(b"\n")
            length = length + len(piece) if end < 0 else len(piece) - piece.rfind(b"\n") - 1


def _is_utf16(content: bytes) -> bool:
    start = content[:64]
    zeros = (start[::2].count(0), start[1::2].count(0))
    half = len(start) // 4
    return content.startswith(_UTF16_MARKS) or (half > 0 and max(zeros) > half > min(zeros))


def _refused_encoding(file: str, content: bytes, error: UnicodeDecodeError) -> ModelError:
    at = error.start + (3 if content.startswith(b"\xef\xbb\xbf") else 0)
    row = content.count(b"\n", 0, at) + 1
    line = content[content.rfind(b"\n", 0, at) + 1 :].partition(b"\n")[0]
    try:
        chinese = _CHINESE.search(line.decode("gb18030"))
    except UnicodeDecodeError:
        chinese = None
    if chinese and any(_is_utf8(other) for other in content.splitlines()[:_MOST_LINES]):
        return _refused(
            file,
            row,
            "mixed-encodings",
            "this line looks like GBK/GB18030, but other lines are UTF-8",
            "two files were put together: save each as UTF-8 first, then join them",
        )
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
        f"this file is not UTF-8: byte 0x{content[at]:02X} cannot stand here",
        "save it as UTF-8",
    )


def _is_utf8(line: bytes) -> bool:
    try:
        return not line.decode("utf-8-sig").isascii()
    except UnicodeDecodeError:
        return False


def _refused(file: str, row: int, code: str, what: str, remedy: str) -> ModelError:
    return ModelError([Problem(file, row, "", code, what, remedy)])
