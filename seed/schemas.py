"""The JSON Schema of plan files, for editors; made from the documents that read them."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from graph.reorganization.scenarios import Scenario
from seed.documents.kinds import ENTRIES
from seed.documents.plans import PlanDocument
from seed.mappings.documents import MappingDocument

COMMITTED = "plan.schema.json"


class _WithoutTitles(GenerateJsonSchema):
    """Leaves out titles: they repeat the names of the fields."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002
        """Set none."""
        return False


def plan_schema() -> dict[str, Any]:
    """Return the schema: any file of a plan is valid against it as a whole.

    `$defs` has one definition for each kind of file, by its name: `plan`, `departments`, …
    """
    _, documents = models_json_schema(
        [(PlanDocument, "validation"), *((kind, "validation") for kind in ENTRIES)],
        ref_template="#/$defs/{model}",
        schema_generator=_WithoutTitles,
    )
    kinds: dict[str, Any] = {"plan": {"$ref": f"#/$defs/{PlanDocument.__name__}"}}
    for kind in ENTRIES:
        kinds[kind.file_kind] = {
            "description": (kind.__doc__ or "").partition("\n")[0],
            "type": "array",
            "items": {"$ref": f"#/$defs/{kind.__name__}"},
        }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Orgatlas plan files",
        "description": "One file of a plan folder; see docs/plan-format.md.",
        "anyOf": [{"$ref": f"#/$defs/{name}"} for name in kinds],
        "$defs": {**kinds, **documents["$defs"]},
    }


def mapping_schema_text() -> str:
    """Return the schema of `mapping.yaml`."""
    schema = MappingDocument.model_json_schema(schema_generator=_WithoutTitles)
    described = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "Orgatlas mapping",
    }
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def scenario_schema_text() -> str:
    """Return the schema of a scenario's file."""
    schema = Scenario.model_json_schema(schema_generator=_WithoutTitles, by_alias=True)
    described = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "Orgatlas scenario",
    }
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def plan_schema_text() -> str:
    """Return the schema as it is committed."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n"


def committed_schema_text() -> str:
    """Return the committed schema."""
    return files("seed").joinpath(COMMITTED).read_text(encoding="utf-8")
