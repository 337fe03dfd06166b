"""Progress as bars, as lines of JSON, or not at all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from graph.progress_shown import progress_shown

if TYPE_CHECKING:
    import pytest


def test_programs_get_a_line_of_json_with_rate_and_remaining_time(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with progress_shown(as_json=True) as progress:
        for done in range(1001):
            progress("writing subsidiaries", done, 1000)

    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert 2 <= len(lines) < 20
    assert lines[0] == {
        "stage": "writing subsidiaries",
        "done": 0,
        "total": 1000,
        "seconds": 0.0,
        "rate": None,
        "remaining_seconds": None,
    }
    assert (lines[-1]["done"], lines[-1]["remaining_seconds"]) == (1000, 0.0)


def test_quiet_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_shown(quiet=True) as progress:
        progress("writing subsidiaries", 1, 1)

    assert capsys.readouterr() == ("", "")


def test_rows_are_counted_and_only_what_is_fetched_is_in_bytes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with progress_shown() as progress:
        progress("writing subsidiaries", 2_000_000, 2_000_000)
        progress("fetching Neo4j", 2_000_000, 2_000_000)

    shown = capsys.readouterr().err
    assert "2,000,000/2,000,000" in shown
    assert "2.0 MB of 2.0 MB" in shown
