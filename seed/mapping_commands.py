"""`orgatlas plan map`: what a mapping makes of its tables, to be looked at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.bulk import uncollected
from graph.terminals import say, say_error
from seed.listings import REPORT, list_problems, tell_findings
from seed.mappings.codes import Policy
from seed.mappings.files import write_section
from seed.mappings.sections import mapped_section

MappingFile = Annotated[Path, typer.Argument(help="A mapping.yaml, or the folder that holds it.")]
Out = Annotated[Path, typer.Argument(help="A new folder for the section.")]
Report = Annotated[Path | None, REPORT]


def register(commands: typer.Typer) -> None:
    """Add the command to `orgatlas plan`."""
    commands.command("map")(map_tables)


def map_tables(mapping: MappingFile, out: Out, *, report: Report = None) -> None:
    """Write what a mapping makes of its tables as an ordinary section."""
    file = mapping / "mapping.yaml" if mapping.is_dir() else mapping
    with uncollected():
        section = mapped_section(file, file.name)
    findings = section.outcome.findings
    refused = [one.problem() for one in findings if one.policy is Policy.ERROR]
    said = [one.problem() for one in findings if one.policy is not Policy.ERROR]
    problems = sorted([*section.problems, *refused])
    list_problems(sorted(said), "warning", file.parent)
    list_problems(problems, "problem", file.parent)
    tell_findings(findings, report)
    if problems:
        say_error("Nothing was written.")
        raise typer.Exit(1)
    counts = write_section(section.outcome, out)
    say(f"Wrote {out}: {', '.join(f'{number} {kind}' for kind, number in counts.items())}.")
