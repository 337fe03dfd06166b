"""Every error Orgatlas raises on purpose, split by what the caller can do.

OrgGraphError
├── ModelError            fix the document: it carries every problem found, each with its place
├── NotFound              ask for something else
│   ├── NotThere          … or for another day
│   └── NoScenario        … or give one of the keys it lists
├── Conflict              retry, or choose another
│   ├── NotPlaced         settle what it lists: it carries the impact of the scenario
│   └── StoreBusy         the same again may do: others wrote there
├── QueryDefinitionError  our bug: a .cypher file and its caller disagree
├── SchemaOutOfDate       run the migrations, or the newer Orgatlas
├── StoreTooSmall         give the server more memory
├── StoreUnavailable      wait, then retry: the server is down, slow or restarting
└── ServerError           the embedded server cannot be had: it carries the remedy
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from graph.model.problems import Problem
    from graph.reorganization.impacts import Impact

SHOWN = 5
"""Keys that a message lists."""


class OrgGraphError(Exception):
    """The root: anything Orgatlas raises on purpose."""


class ModelError(OrgGraphError):
    """A plan document that cannot be right; `problems` lists all that was found."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


class NotFound(OrgGraphError):
    """Nothing has this key or name; `close` lists names that come near."""

    def __init__(self, what: str, close: Sequence[str] = ()) -> None:
        hint = f" Did you mean {', '.join(close)}?" if close else ""
        super().__init__(f"{what} is not in the plan.{hint}")
        self.what = what
        self.close = tuple(close)


class NotThere(NotFound):
    """It is in the plan, but not on that day; `periods` tells when it is."""

    def __init__(self, what: str, day: date, periods: Sequence[str]) -> None:
        OrgGraphError.__init__(
            self, f"{what} is not there on {day}; it is in the plan {' and '.join(periods)}."
        )
        self.what = what
        self.close = ()
        self.day = day
        self.periods = tuple(periods)


class NoScenario(NotFound):
    """No scenario has this key; `close` lists keys that come near."""

    def __init__(self, key: str, close: Sequence[str] = (), known: Sequence[str] = ()) -> None:
        if close:
            hint = f"Did you mean {', '.join(close)}?"
        elif known:
            more = ", …" if len(known) > SHOWN else ""
            hint = f"There are {', '.join(known[:SHOWN])}{more}"
        else:
            hint = "None was kept yet: orgatlas scenario check FILE keeps one"
        OrgGraphError.__init__(self, f"There is no scenario {key}. {hint}")
        self.what = f"The scenario {key}"
        self.close = tuple(close)


class Conflict(OrgGraphError):
    """Somebody else got there first, or several things answer to one name."""


class NothingLoaded(Conflict):
    """The graph holds no plan; `purpose` says what it was wanted for."""

    def __init__(self, purpose: str) -> None:
        super().__init__(
            f"No plan is loaded, there is nothing {purpose}: load one first (orgatlas plan load)"
        )


class NotPlaced(Conflict):
    """A scenario goes no further: operations cannot be done, or something is not placed.

    `what` says so in one line; `impact` has all that is to be settled, which the message lists.
    """

    def __init__(self, what: str, impact: Impact) -> None:
        listed = (*impact.replayed.refusals, *impact.missing)
        super().__init__("\n".join([f"{what}:", *(f"  {one}" for one in listed)]))
        self.what = what
        self.impact = impact


class StoreBusy(Conflict):
    """Neo4j could not do it just now; the same again may be done."""


class QueryDefinitionError(OrgGraphError):
    """A .cypher file and the row class that reads it disagree."""


class SchemaOutOfDate(OrgGraphError):
    """The database's schema is older or newer than this Orgatlas, or was edited."""


class StoreTooSmall(OrgGraphError):
    """Neo4j lacks the memory for what it was asked to do."""


class StoreUnavailable(OrgGraphError):
    """Neo4j does not answer, or not in time.

    `stays`: waiting does not help, somebody has to do something first.
    """

    def __init__(self, message: str, *, stays: bool = False) -> None:
        super().__init__(message)
        self.stays = stays


class ServerError(OrgGraphError):
    """The embedded server cannot be fetched, started or stopped.

    The message says what is wrong; `remedy` what to do about it.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message}\n  What to do: {remedy}")
        self.message = message
        self.remedy = remedy
