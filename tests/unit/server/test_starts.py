"""What is refused before anything is fetched or started."""

from __future__ import annotations

import platform
import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest

from graph.errors import ServerError
from graph.server.homes import Home
from graph.server.starts import start

if TYPE_CHECKING:
    from pathlib import Path


class _Disk(NamedTuple):
    total: int
    used: int
    free: int


def test_an_unsupported_platform_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "system", lambda: "Windows")
    monkeypatch.setattr(platform, "machine", lambda: "AMD64")

    with pytest.raises(ServerError, match=r"does not run on Windows AMD64\n.*WSL"):
        start(Home(tmp_path))


def test_a_full_disk_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path) -> _Disk:
        return _Disk(10**9, 10**9, 0)

    monkeypatch.setattr(shutil, "disk_usage", full)

    with pytest.raises(ServerError, match=r"0 MB are free\n.*ORGATLAS_HOME=/path"):
        start(Home(tmp_path))
