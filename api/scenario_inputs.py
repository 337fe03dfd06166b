"""Scenarios as callers give them, whole."""

from datetime import date

import strawberry
from strawberry.scalars import JSON

from api.vocabularies import Function
from graph.errors import ModelError
from graph.model.problems import Problem


@strawberry.input(description="How many accounts one person can serve for a function.")
class CapacityInput:
    """A capacity, as callers give one."""

    function: Function = strawberry.field(description="What the accounts are owned for.")
    accounts: int = strawberry.field(description="How many, from 1.")


@strawberry.input(description="A draft reorganization, whole.")
class ScenarioInput:
    """A scenario, as callers give one."""

    key: strawberry.ID = strawberry.field(
        description="Its key: small letters and digits, with - . _ / between. A draft with the same"
        " key is replaced."
    )
    name: str = strawberry.field(description="What it is called.")
    name_en: str | None = strawberry.field(default=None, description="In English.")
    author: str = strawberry.field(description="Who drafted it; somebody else must approve it.")
    why: str | None = strawberry.field(default=None, description="What it is for.")
    effective: date = strawberry.field(description="The first day on which it shall hold.")
    base: int | None = strawberry.field(
        default=None,
        description="The revision it was drafted on; null: as before, or the newest.",
    )
    operations: list[JSON] = strawberry.field(
        description="What is done, in this order: each an object as files of scenarios have it,"
        " with `op` and the operation's own fields."
    )
    capacities: list[CapacityInput] = strawberry.field(
        default_factory=list[CapacityInput],
        description="How many accounts one person can serve, each function once; others have no"
        " limit.",
    )

    def document(self) -> dict[str, object]:
        """Return it as files have it.

        Raises:
            ModelError: it states two capacities for one function.
        """
        stated = [one.function.value for one in self.capacities]
        if twice := next((one for one in stated if stated.count(one) > 1), None):
            what = f"there are two capacities for {twice}"
            raise ModelError(
                [Problem("", 0, "capacities", "stated-twice", what, "leave one of them out")]
            )
        return {
            "key": str(self.key),
            "name": self.name,
            "name_en": self.name_en,
            "author": self.author,
            "why": self.why,
            "effective": self.effective,
            "base": self.base,
            "operations": self.operations,
            "capacities": {one.function.value: one.accounts for one in self.capacities},
        }
