"""The files of a plan with their sums, as the history of loads keeps them."""

from __future__ import annotations

from hashlib import file_digest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def file_sums(folder: Path) -> tuple[str, ...]:
    """Return each file below a plan's folder as `path sha256:SUM`, in the order of their paths.

    Hidden files are none of the plan's.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return tuple(
        f"{path.relative_to(folder).as_posix()} sha256:{_sum(path)}"
        for path in files
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
