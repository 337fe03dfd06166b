"""Zip archives, opened only as far as they are what they say: a small one may stand for terabytes.

Every member is inflated once, in pieces, before anybody else may read the archive: the sizes that
an archive declares are not to be relied on.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import ModelError
from graph.model.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST = 512 << 20
"""How many bytes all members of an archive may have together."""
MOST_MEMBERS = 1_000
_SMALL = 16 << 20
_TIGHTEST = 150  # workbooks are 5 to 30 times smaller than what is in them
_PIECE = 1 << 20
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_LOCAL_MARK = b"PK\x03\x04"
_ENCRYPTED = 1
_DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    ValueError,
    NotImplementedError,
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PASSWORD = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Archive:
    """A zip archive whose members were all tried; their names are in lower case."""

    path: Path
    file: str
    members: dict[str, zipfile.ZipInfo]

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a member's content."""
        return _pieces(self.path, self.members[name])


def archive_of(path: Path, file: str) -> Archive:
    """Return the archive, safe to be read.

    Raises:
        ModelError: it is none, is damaged, has a password, or would take too much memory.
    """
    try:
        with zipfile.ZipFile(path) as opened:
            members = opened.infolist()
        _check(members, file)
        _try(path, members, file)
    except _DAMAGES as error:
        raise _damaged(path, file) from error
    except OSError as error:
        what = f"cannot be read: {error.strerror or error}"
        raise _refused(file, "unreadable", what, "make it readable") from error
    return Archive(path, file, {_name(member): member for member in members})


def _name(member: zipfile.ZipInfo) -> str:
    return member.filename.replace("\\", "/").lower()


def _check(members: list[zipfile.ZipInfo], file: str) -> None:
    if len(members) > MOST_MEMBERS:
        raise _too_large(file, f"it has {len(members):,} parts")
    if len({_name(member) for member in members}) < len(members):
        what = "two of its parts have the same name"
        raise _refused(file, "damaged-workbook", what, "save it again from a spreadsheet")
    for member in members:
        if member.flag_bits & _ENCRYPTED:
            raise _locked(file)
    declared = sum(member.file_size for member in members)
    if declared > LARGEST:
        raise _too_large(file, f"it says that it holds {declared >> 20:,} MB")


def _try(path: Path, members: list[zipfile.ZipInfo], file: str) -> None:
    tightest = max(_SMALL, path.stat().st_size * _TIGHTEST)
    total = 0
    for member in members:
        size = checksum = 0
        for piece in _pieces(path, member):
            size += len(piece)
            checksum = zlib.crc32(piece, checksum)
            total += len(piece)
            if total > LARGEST:
                raise _too_large(file, f"it holds more than {LARGEST >> 20} MB")
            if total > tightest:
                raise _too_large(file, f"it holds more than {_TIGHTEST} times its own size")
        if size != member.file_size or checksum != member.CRC:
            raise zipfile.BadZipFile(member.filename)


def _pieces(path: Path, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with path.open("rb") as stream:
        stream.seek(member.header_offset)
        mark, name, extra = _LOCAL_HEADER.unpack(stream.read(_LOCAL_HEADER.size))
        if mark != _LOCAL_MARK:
            raise zipfile.BadZipFile(member.filename)
        stream.seek(name + extra, 1)
        left = member.compress_size
        if member.compress_type == zipfile.ZIP_DEFLATED:
            inflating = zlib.decompressobj(-zlib.MAX_WBITS)
        elif member.compress_type == zipfile.ZIP_STORED:
            inflating = None
        else:
            raise zipfile.BadZipFile(member.filename)
        while left:
            packed = stream.read(min(_PIECE, left))
            if not packed:
                raise EOFError(member.filename)
            left -= len(packed)
            if inflating is None:
                yield packed
                continue
            while packed:
                yield inflating.decompress(packed, _PIECE)
                packed = inflating.unconsumed_tail
        if inflating:
            yield inflating.flush()
            if not inflating.eof:
                raise EOFError(member.filename)


def _damaged(path: Path, file: str) -> ModelError:
    with path.open("rb") as stream:
        start = stream.read(LARGEST >> 3)
    if start.startswith(_OLE):
        if _PASSWORD in start:
            return _locked(file)
        what = "this is a workbook of the old kind (.xls), whatever its name says"
        return _refused(file, "not-a-workbook", what, "save it as “Excel workbook (.xlsx)”")
    if start.startswith(_LOCAL_MARK):
        what = "this workbook is damaged or cut off"
        remedy = "copy it again from where it came from, or save it again from a spreadsheet"
        return _refused(file, "damaged-workbook", what, remedy)
    what = "this is no workbook: it does not begin as one"
    remedy = "save it as “Excel workbook (.xlsx)”, or name it for what it is (.csv)"
    return _refused(file, "not-a-workbook", what, remedy)


def _locked(file: str) -> ModelError:
    what = "this workbook has a password"
    return _refused(file, "encrypted-workbook", what, "save it without one")


def _too_large(file: str, what: str) -> ModelError:
    remedy = "split the workbook, or save large tables as CSV; is it from somebody you trust?"
    return _refused(file, "workbook-too-large", what, remedy)


def _refused(file: str, code: str, what: str, remedy: str) -> ModelError:
    return ModelError([Problem(file, 0, "", code, what, remedy)])
