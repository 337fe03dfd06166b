"""How many accounts one person can serve, by function, as scenarios state it."""

from __future__ import annotations

import re
from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from graph.model.vocabularies import Function

MOST = 999_999_999
"""Accounts that one person may be said to serve, at most."""
_WHOLE = re.compile(r"[1-9][0-9]{0,8}")


def _capacity(given: object) -> int:
    """Return a capacity; files write it as a text."""
    whole = isinstance(given, int | str) and not isinstance(given, bool)
    if not whole or _WHOLE.fullmatch(str(given)) is None:
        raise PydanticCustomError(
            "bad-capacity",
            "it is no number of accounts that one person can serve",
            {"remedy": f"write a whole number from 1 to {MOST}, without a unit"},
        )
    return int(str(given))


Capacities: TypeAlias = dict[
    Function, Annotated[int, Field(ge=1, le=MOST), BeforeValidator(_capacity)]
]
"""Accounts per person, by function; a function that is left out has no limit."""
