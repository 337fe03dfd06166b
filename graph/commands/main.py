"""`orgatlas`: every command there is, and how its errors look."""

from __future__ import annotations

import sys
from importlib.metadata import entry_points

import typer

from graph.errors import OrgGraphError, QueryDefinitionError
from graph.interruptions import STOPPED, end_like_ctrl_c
from graph.terminals import say_error

GROUP = "orgatlas.commands"
HELP = "Who owns which subsidiary of a key account, who supports it, and why."


def main() -> None:
    """Run one command; what goes wrong is one message on stderr and exit code 1."""
    end_like_ctrl_c()
    try:
        application(*sys.argv[1:2])()
    except QueryDefinitionError:
        raise
    except OrgGraphError as error:
        say_error(f"Error: {error}")
        sys.exit(1)
    except KeyboardInterrupt:
        say_error("Stopped.")
        sys.exit(STOPPED)


def application(named: str = "") -> typer.Typer:
    """Return the command line with the commands of all parts, in the order of their names.

    With the one that is `named` alone, if there is such a one: the others need not be imported,
    which takes a second.
    """
    app = typer.Typer(
        help=HELP,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(_orgatlas)
    parts = entry_points(group=GROUP)
    for entry in sorted(parts.select(name=named) or parts, key=lambda entry: entry.name):
        entry.load()(app)
    return app


def _orgatlas() -> None:
    """Have subcommands, even if there were only one."""


if __name__ == "__main__":
    main()
