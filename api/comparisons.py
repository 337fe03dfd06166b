"""Scenarios side by side: the same figures of each, on the same revision."""

from typing import Annotated

import strawberry

from api.connections import checked_keys
from api.contexts import Info
from api.explanations import In
from api.scenarios import Scenario
from api.vocabularies import Language
from graph.reorganization import figures
from graph.versions.lifecycles import tried_on

FEWEST, MOST = 1, 10
"""Scenarios that are compared at once."""


@strawberry.type(description="A number of every scenario that is compared.")
class ComparedFigure:
    """A row of the comparison."""

    key: str = strawberry.field(
        description="Which one: `accounts`, `owner-changes`, `missing` …: it stays the same."
    )
    values: list[int] = strawberry.field(
        description="The number of each scenario, in the order of `scenarios`."
    )
    first: strawberry.Private[figures.Figure]

    @strawberry.field(description="What it is called.")
    def label(self, language: In = Language.EN) -> str:
        """Say it in a language."""
        return self.first.label(language)


@strawberry.type(description="Scenarios side by side, each tried by itself on the same revision.")
class ScenarioComparison:
    """A comparison, as the schema shows one."""

    revision: int = strawberry.field(description="The revision that all are tried on.")
    scenarios: list[Scenario] = strawberry.field(description="The scenarios, as asked for.")
    figures: list[ComparedFigure] = strawberry.field(
        description="All figures, always in the same order."
    )


async def compare_scenarios(
    info: Info,
    keys: Annotated[
        list[strawberry.ID],
        strawberry.argument(description=f"The keys of the scenarios, {FEWEST} to {MOST}."),
    ],
    revision: Annotated[
        int | None,
        strawberry.argument(
            description="The revision they are tried on; null: the newest. One that is applied is"
            " compared on its `base`, or an earlier revision."
        ),
    ] = None,
) -> ScenarioComparison | None:
    """Return the comparison; None where a scenario or the revision is not there."""
    checked_keys(keys, FEWEST, MOST)
    context = info.context
    latest = (await context.timeline()).latest
    version = latest if revision is None else await context.version(revision)
    rows = {row.key: row for row in await context.scenarios()}
    if version is None or not rows.keys() >= {*keys}:
        return None
    asked = [rows[key] for key in keys]
    columns: list[list[figures.Figure]] = []
    for row in asked:
        found = (await tried_on(context.store, row.scenario(), version, context.trials)).impact
        columns.append(await context.trials.alone(lambda found=found: figures.figures(found)))
    return ScenarioComparison(
        revision=version.number,
        scenarios=[Scenario.from_row(row) for row in asked],
        figures=[
            ComparedFigure(key=row[0].key, values=[one.value for one in row], first=row[0])
            for row in zip(*columns, strict=True)
        ],
    )
