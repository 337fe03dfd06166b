"""`--capacity FUNCTION=NUMBER` of commands: how many accounts one person can serve."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer
from pydantic import TypeAdapter, ValidationError

from graph.model.vocabularies import Function
from graph.reorganization.capacities import Capacities

if TYPE_CHECKING:
    from collections.abc import Iterable

_CAPACITIES: TypeAdapter[Capacities] = TypeAdapter(Capacities)

CAPACITY = typer.Option(
    metavar="FUNCTION=NUMBER",
    help="How many accounts one person can serve, in place of what the scenario states; may be"
    " given for several functions.",
)


def capacities_of(options: Iterable[str]) -> Capacities:
    """Return the capacities of options; of two for one function, the last.

    Raises:
        typer.BadParameter: one is none.
    """
    found: Capacities = {}
    for option in options:
        function, _, number = option.partition("=")
        try:
            found.update(_CAPACITIES.validate_python({function.strip(): number.strip()}))
        except ValidationError as error:
            raise typer.BadParameter(
                f"“{option}” is no capacity: write a function and a whole number, such as sales=40."
                f" The functions are {', '.join(Function)}"
            ) from error
    return found
