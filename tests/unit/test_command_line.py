"""The command line has all commands, and imports no more than the one that is run needs."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from graph.commands.main import GROUP, application

NAMES = sorted(entry.name for entry in entry_points(group=GROUP))


def _commands(named: str = "") -> list[str]:
    found: dict[str, object] = getattr(get_command(application(named)), "commands", {})
    return sorted(found)


def test_all_commands_are_there() -> None:
    assert NAMES == _commands() == _commands("no such command")


@pytest.mark.parametrize("name", NAMES)
def test_each_part_has_the_command_of_its_name_alone(name: str) -> None:
    assert _commands(name) == [name]


def test_a_command_is_called_by_its_name_even_if_it_is_alone() -> None:
    told = CliRunner().invoke(application("who"), ["who", "--help"])

    assert told.exit_code == 0
    assert "Usage: " in told.output
    assert " who " in told.output


def test_only_what_a_command_needs_is_imported() -> None:
    script = (
        "import sys; from graph.commands.main import application; application('plan');"
        " sys.exit(sorted({'fastapi', 'strawberry', 'uvicorn'} & {*sys.modules}) or 0)"
    )

    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-P", "-c", script], check=False, capture_output=True, text=True
    )

    assert (done.returncode, done.stderr) == (0, "")
