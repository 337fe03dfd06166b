"""Accounts that a scenario gives another owner or other supporters: named, in pages, explained."""

from collections.abc import Callable, Sequence
from functools import partial

import strawberry
from strawberry.dataloader import DataLoader

from api.connections import FIRST, After, Connection, First, Order, connection, page
from api.contexts import Info
from api.explanations import In
from api.looks import Look
from api.ownership_diffs import MovedParty
from api.vocabularies import Function, Kind, Language, Status, Turn
from graph.ownership.changes import Outcome
from graph.queries.nodes import NamedThing, Thing, names_of_things
from graph.queries.pages import Listed
from graph.queries.timelines import Pinned
from graph.reorganization import account_impacts
from graph.reorganization.named_changes import count_of_changes, explained, page_of_changes
from graph.reorganization.ownership_impacts import PeerChange

BY_KEY = Order("key")
Names = DataLoader[Thing, NamedThing | None]


@strawberry.type(description="How a function of an account is answered, before or after.")
class OwnershipSide:
    """One side of a change."""

    status: Status = strawberry.field(description="How it is covered.")
    owner: MovedParty | None = strawberry.field(description="Who owns it.")
    supporters: list[MovedParty] = strawberry.field(description="Who supports it.")
    candidates: list[MovedParty] = strawberry.field(description="Who contends for it.")
    explain: strawberry.Private[Callable[[Language], str]]
    look: strawberry.Private[Look]

    @strawberry.field(description="Why, in words: as `explanation` of an assignment says it.")
    async def explanation(self, language: In = Language.EN) -> str:
        """Ask the resolver of that side."""
        return await self.look.alone(lambda: self.explain(language))


@strawberry.type(description="A function of an account that is answered otherwise.")
class AccountChange:
    """A change, as the schema shows one."""

    account: strawberry.ID = strawberry.field(description="The account's key.")
    customer: strawberry.ID = strawberry.field(description="The key of its group, or its own.")
    function: Function = strawberry.field(description="The function.")
    turns: list[Turn] = strawberry.field(description="What becomes of it.")
    operation: int = strawberry.field(
        description="The operation after which it is answered as it is in the end."
    )
    op: str = strawberry.field(description="What that operation does.")
    before: OwnershipSide | None = strawberry.field(description="How it was answered.")
    after: OwnershipSide | None = strawberry.field(description="How it will be answered.")
    thing: strawberry.Private[Thing]
    names: strawberry.Private[Names]

    @strawberry.field(description="The account's name as the plan has it.")
    async def name(self) -> str | None:
        """Load the names of all accounts of this page at once."""
        found = await self.names.load(self.thing)
        return found and found.name

    @strawberry.field(description="The account's English name, where one is known.")
    async def name_en(self) -> str | None:
        """Load the names of all accounts of this page at once."""
        found = await self.names.load(self.thing)
        return found and found.name_en

    @classmethod
    def of(cls, one: account_impacts.AccountChange, look: Look, names: Names) -> "AccountChange":
        """Return a change of a page, whose loader is shared by all of them."""
        kind = Kind.CUSTOMER if one.account == one.customer else Kind.SUBSIDIARY
        return cls(
            account=strawberry.ID(one.account),
            customer=strawberry.ID(one.customer),
            function=one.function,
            turns=list(one.turns),
            operation=one.cause,
            op=look.op(one.cause),
            before=_side(one, one.before, look, after=False),
            after=_side(one, one.after, look, after=True),
            thing=Thing(kind, one.account),
            names=names,
        )


@strawberry.input(description="Which changes to list: all that is given must hold.")
class AccountChangeFilter:
    """Conditions on changes."""

    turns: list[Turn] | None = strawberry.field(
        default=None, description="One of these becomes of it."
    )
    functions: list[Function] | None = strawberry.field(
        default=None, description="It is about one of these."
    )
    department: strawberry.ID | None = strawberry.field(
        default=None, description="This department owns, supports or contends, before or after."
    )
    operation: int | None = strawberry.field(
        default=None, description="It comes from the operation with this number."
    )

    def lets(self, one: PeerChange) -> bool:
        """Tell whether a change is so."""
        change = one.change
        return (
            (self.turns is None or not {*self.turns}.isdisjoint(change.turns))
            and (self.functions is None or change.function in self.functions)
            and (self.operation is None or one.cause == self.operation)
            and (
                self.department is None
                or any(self.department in _named(side) for side in (change.before, change.after))
            )
        )


async def account_changes(
    look: Look,
    info: Info,
    first: First = FIRST,
    after: After = None,
    filter: AccountChangeFilter | None = None,  # noqa: A002 - the argument's name in the schema
) -> Connection[AccountChange]:
    """Return a page of the changes, by account and function."""
    asked = page(first, after, BY_KEY)
    only = (filter or AccountChangeFilter()).lets
    seen = (asked.after_value or "", asked.after_key or "")
    rows = await look.alone(lambda: page_of_changes(look.accounts, only, first + 1, seen))
    reader = await info.context.of_version(look.tried.version.number)
    names = Names(load_fn=partial(_names, reader))

    async def nodes(keys: list[str]) -> list[AccountChange | None]:
        return [AccountChange.of(row, look, names) for row in rows[: len(keys)]]

    async def total() -> int:
        return await look.alone(lambda: count_of_changes(look.accounts.ownership, only))

    listed = [Listed(key=row.function.value, value=row.account) for row in rows]
    return await connection(asked, listed, nodes, total)


def parties(look: Look, keys: Sequence[str], *, after: bool) -> list[MovedParty]:
    """Return departments by name, as they are before or after."""
    return [
        MovedParty(department=strawberry.ID(key), name=name, name_en=name_en)
        for key, name, name_en in look.names(keys, after=after)
    ]


def _side(
    one: account_impacts.AccountChange, side: Outcome | None, look: Look, *, after: bool
) -> OwnershipSide | None:
    if side is None:
        return None
    ownership = look.accounts.ownership
    asked = ownership.after if after else ownership.before
    cell = ownership.cells.cells[one.cell]
    return OwnershipSide(
        status=side.status,
        owner=next(iter(parties(look, [side.owner] if side.owner else [], after=after)), None),
        supporters=parties(look, sorted(side.supporters), after=after),
        candidates=parties(look, sorted(side.candidates), after=after),
        explain=lambda language: explained(cell, one.function, asked, language),
        look=look,
    )


def _named(side: Outcome | None) -> set[str]:
    if side is None:
        return set()
    owner = {side.owner} if side.owner else set[str]()
    return {*owner, *side.supporters, *side.candidates}


async def _names(reader: Pinned, things: list[Thing]) -> list[NamedThing | None]:
    return await names_of_things(reader, things)
