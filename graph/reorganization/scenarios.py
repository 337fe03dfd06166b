"""A scenario: a draft reorganization, as an ordered list of typed operations with a day."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeAlias, get_args

from pydantic import Field

from graph.model.vocabularies import Function
from graph.reorganization.capacities import Capacities
from graph.reorganization.operations.bases import Document, Operation
from graph.reorganization.operations.departments import (
    ChangeDepartment,
    CreateDepartment,
    MoveDepartment,
    RenameDepartment,
)
from graph.reorganization.operations.duties import ReassignResponsibility
from graph.reorganization.operations.exceptions import AddException, ChangeException, EndException
from graph.reorganization.operations.indicators import ReallocateSplit, ReallocateTarget
from graph.reorganization.operations.posts import MovePeople, MovePosts
from graph.reorganization.operations.rules import AddRule, ChangeRule, EndRule
from graph.reorganization.operations.sign_offs import SignOffVacancy
from graph.reorganization.operations.splits import SplitDepartment
from graph.reorganization.operations.successions import DissolveDepartment, MergeDepartments
from graph.reorganization.operations.transfers import TransferCustomers, TransferSubsidiaries
from graph.reorganization.operations.units import CloseUnit, OpenUnit, TransferTerritories

AnyOperation: TypeAlias = Annotated[
    CreateDepartment
    | RenameDepartment
    | ChangeDepartment
    | MoveDepartment
    | MergeDepartments
    | SplitDepartment
    | DissolveDepartment
    | OpenUnit
    | CloseUnit
    | TransferTerritories
    | TransferCustomers
    | TransferSubsidiaries
    | AddRule
    | ChangeRule
    | EndRule
    | AddException
    | ChangeException
    | EndException
    | ReassignResponsibility
    | MovePosts
    | MovePeople
    | ReallocateTarget
    | ReallocateSplit
    | SignOffVacancy,
    Field(discriminator="op"),
]

OPERATIONS: dict[str, type[Operation]] = {
    kind.model_fields["op"].default: kind for kind in get_args(get_args(AnyOperation)[0])
}
"""The kinds of operations by their names."""


class Scenario(Document):
    """What is to change, when, and who says so.

    `base` is the revision of the graph that it was drafted on; without one, the newest.
    """

    key: str = Field(
        pattern=r"^[a-z0-9]+(?:[-._/][a-z0-9]+)*$", max_length=200, description="Its key."
    )
    name: str = Field(min_length=1, description="What it is called.")
    name_en: str | None = Field(default=None, description="In English.")
    author: str = Field(min_length=1, description="Who drafted it.")
    why: str | None = Field(default=None, description="What it is for.")
    effective: date = Field(description="The first day on which it holds.")
    base: int | None = Field(default=None, ge=1, description="The revision it was drafted on.")
    operations: tuple[AnyOperation, ...] = Field(
        default=(), description="What is done, in this order."
    )
    capacities: Capacities = Field(
        default_factory=dict[Function, int],
        description="How many accounts one person can serve, by function. Functions that are left"
        " out have no limit.",
    )
