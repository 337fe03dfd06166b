"""The settings of the embedded server."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import ServerError
from graph.server.homes import Home
from graph.server.settings import (
    CUT_LOG,
    Ports,
    bytes_of,
    configuration,
    heap_flags,
    shared_settings,
)


@pytest.fixture(autouse=True)
def no_wishes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ORGATLAS_HEAP", raising=False)
    monkeypatch.delenv("ORGATLAS_PAGECACHE", raising=False)


def test_names_are_read_as_the_official_image_reads_them() -> None:
    settings = shared_settings()

    assert settings["dbms.security.auth_enabled"] == "true"
    assert settings["server.memory.heap.max_size"] == "512m"
    assert settings["db.tx_log.rotation.retention_policy"] == "2 files"


def test_the_server_listens_on_loopback_only() -> None:
    text = configuration(Home(Path("/home/ada/atlas")), Ports(bolt=7687, http=7474))

    addresses = [line for line in text.splitlines() if "address=" in line]
    assert addresses == [
        "server.default_listen_address=127.0.0.1",
        "server.bolt.listen_address=127.0.0.1:7687",
        "server.bolt.advertised_address=127.0.0.1:7687",
        "server.http.listen_address=127.0.0.1:7474",
        "server.http.advertised_address=127.0.0.1:7474",
    ]


def test_a_damaged_log_is_cut_only_where_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    place, ports = Home(Path("/home/ada/atlas")), Ports(bolt=7687, http=7474)
    careful = configuration(place, ports)
    monkeypatch.setenv(CUT_LOG, "1")

    assert "corrupted" not in careful
    assert "fail_on_corrupted_log_files=false\n" in configuration(place, ports)


def test_memory_can_be_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORGATLAS_HEAP", "2g")
    monkeypatch.setenv("ORGATLAS_PAGECACHE", "1g")

    settings = shared_settings()

    assert settings["server.memory.pagecache.size"] == "1g"
    assert heap_flags(settings) == ["-Xms256m", "-Xmx2g"]


def test_a_small_heap_starts_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORGATLAS_HEAP", "200m")

    assert heap_flags(shared_settings()) == ["-Xms200m", "-Xmx200m"]


def test_what_is_no_size_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORGATLAS_HEAP", "plenty")

    with pytest.raises(ServerError, match="ORGATLAS_HEAP=plenty is not a size"):
        shared_settings()


@pytest.mark.parametrize(("size", "count"), [("1k", 1024), ("512M", 536870912), ("2g", 2147483648)])
def test_sizes_are_read_in_binary_units(size: str, count: int) -> None:
    assert bytes_of(size, "heap") == count
