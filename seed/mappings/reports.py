"""Reports of what was found in foreign tables: CSV for planners, JSON for programs."""

from __future__ import annotations

import csv
import json
from collections import Counter
from typing import TYPE_CHECKING

from seed.documents.formulas import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from seed.mappings.findings import Finding

COLUMNS = ("file", "row", "column", "code", "policy", "values", "what", "done", "remedy")


def write_report(findings: Sequence[Finding], file: Path) -> tuple[Path, Path]:
    """Write both reports beside each other, `.csv` and `.json`; return their paths."""
    bare = file.with_suffix("") if file.suffix.lower() in {".csv", ".json"} else file
    bare.parent.mkdir(parents=True, exist_ok=True)
    as_csv, as_json = bare.with_name(bare.name + ".csv"), bare.with_name(bare.name + ".json")
    with as_csv.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(_cells(finding) for finding in findings)
    as_json.write_text(_json(findings), encoding="utf-8")
    return as_csv, as_json


def counts_of(findings: Iterable[Finding]) -> list[str]:
    """Return how many of each code were found, and under which policy, as words."""
    counted = Counter((finding.code.value, finding.policy.value) for finding in findings)
    return [f"{number} {code} ({policy})" for (code, policy), number in sorted(counted.items())]


def _cells(finding: Finding) -> list[str | int]:
    values = "; ".join(f"{name}={value}" for name, value in finding.values)
    texts = (finding.column, finding.code.value, finding.policy.value, values)
    rest = (*texts, finding.what, finding.done, finding.remedy)
    return [harmless(finding.file), finding.row, *map(harmless, rest)]


def _json(findings: Iterable[Finding]) -> str:
    listed = [
        {
            "file": finding.file,
            "row": finding.row,
            "column": finding.column,
            "code": finding.code.value,
            "policy": finding.policy.value,
            "values": dict(finding.values),
            "what": finding.what,
            "done": finding.done,
            "remedy": finding.remedy,
        }
        for finding in findings
    ]
    return json.dumps({"findings": listed}, ensure_ascii=False, indent=2) + "\n"
