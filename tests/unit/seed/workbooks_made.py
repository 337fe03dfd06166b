"""Workbooks as planners, and people who mean harm, make them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


def save_workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """Write sheets with rows of values, as a spreadsheet would; return the path."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([*row])
    book.save(path)
    return path


def replace_part(path: Path, part: str, old: bytes, new: bytes) -> None:
    """Replace something in a part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    write_parts(path, parts)


def write_parts(path: Path, parts: Mapping[str, bytes]) -> None:
    """Write a workbook from its parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def understate(path: Path, part: str) -> None:
    """Make a workbook say that a part, the only one of its name, is empty."""
    content = bytearray(path.read_bytes())
    for mark, sums, head in ((b"PK\x03\x04", 14, 30), (b"PK\x01\x02", 16, 46)):
        start = content.find(mark)
        assert content[start + head :].startswith(part.encode())
        struct.pack_into("<I", content, start + sums, zlib.crc32(b""))
        struct.pack_into("<I", content, start + sums + 8, 0)
    path.write_bytes(content)


def zeros(size: int) -> bytes:
    """Return a zip archive with one part of zeros, as bytes."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("xl/workbook.xml", "w") as part,
    ):
        piece = bytes(1 << 20)
        for _ in range(size >> 20):
            part.write(piece)
    return stream.getvalue()
