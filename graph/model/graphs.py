"""The graph, declared once: every label and relationship, with its properties.

What analysts see in Neo4j Browser is exactly this. Tests compare it with what statements name
and with what a load writes. `SchemaMigration` and `LoadLock` are housekeeping, not knowledge.

Everything that loads bring has `since` and may have `ended`: the numbers of the loads that brought
and ended it. Properties that a thing had before stand on a `Former`, reached by `WAS`.
"""

from __future__ import annotations

from dataclasses import dataclass

NAMED = ("key", "name", "name_en", "illustrative", "folder", "digest", "linked")
VALID = ("from", "until")
UNCERTAIN = (*VALID, "from_unknown", "until_unknown")
FOUND = ("illustrative", "folder")
VERSIONED = ("since", "ended")


@dataclass(frozen=True, slots=True)
class Relationship:
    """A type of relationship: which labels it leads from and to, and its properties."""

    type: str
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    properties: tuple[str, ...] = VERSIONED


_STATED: dict[str, tuple[str, ...]] = {
    "Source": (*NAMED, "document", "section"),
    "Department": (
        *(*NAMED, *VALID, "kind", "functions", "specialties", "resources", "template"),
        "made_from",
    ),
    "Industry": NAMED,
    "Territory": NAMED,
    "Customer": (*NAMED, *UNCERTAIN, "aliases", "tier", "level", "roles", "tags"),
    "Subsidiary": (*NAMED, *UNCERTAIN, "aliases", "level", "own_industry", "tags"),
    "Person": NAMED,
    "Post": (*NAMED, *VALID, "functions", "fte", "made_from"),
    "Strategy": (*NAMED, "kind", "purpose", "purpose_en"),
    "Step": (*NAMED, "ordinal", "conditional", "condition", "own_sources"),
    "Responsibility": (*NAMED, "function", "outside", "stated"),
    "Indicator": (*NAMED, "unit"),
    "Target": (
        *(*NAMED, "value", "unit", "own_unit", "period", "certainty", "as_written"),
        "made_from",
    ),
    "RevenueSplit": (*NAMED, "basis", "shares"),
    "AssignmentRule": (
        *(*NAMED, *VALID, "function", "role", "tiers", "level_from", "level_to", "tags"),
        *("priority", "within", "specialty", "vacant_reason"),
    ),
    "NamedException": (*NAMED, *VALID, "function", "role", "reason"),
    "OpenQuestion": (*NAMED, "assumption", "stated"),
    "Specialty": NAMED,
    "UnitTemplate": (*NAMED, "kind"),
    "TemplateDepartment": (*NAMED, "kind", "functions", "specialties", "resources"),
    "TemplatePost": (*NAMED, "functions"),
    "UnitTarget": (*(*NAMED, "within", "specialty", "unit", "period", "certainty", "as_written"),),
}

ENTITIES: dict[str, tuple[str, ...]] = {
    label: (*properties, *VERSIONED, "changed") for label, properties in _STATED.items()
}
"""Labels of what a plan states, with the properties a node may have."""

LABELS: dict[str, tuple[str, ...]] = {
    **ENTITIES,
    "Segment": ("key", "name", "digest", "level", "tier", "tags", *VERSIONED, "changed"),
    "Plan": ("key", "name", "name_en", "organization", *VALID),
    "Load": (
        *("key", "number", "state", "plan", "name", "name_en", "organization", *VALID, "digest"),
        *("loaded_at", "loaded_by", "undone_at", "undone_by", "sources", "sections"),
        *("counts", "scenario"),
        *("written", "writing", "swept"),
    ),
    "Former": (
        *dict.fromkeys(name for properties in _STATED.values() for name in properties),
        *(*VERSIONED, "changed", "absent"),
    ),
    "Scenario": (
        *("key", "name", "name_en", "author", "approver", "why", "effective", "base", "state"),
        *("operations", "capacities", "digest"),
    ),
    "Change": ("key", "step", "number", "op", "who", "what", "why", "load", "at"),
    "LoadLock": ("key", "holder", "since"),
    "SchemaMigration": ("version", "name", "checksum", "applied_at"),
}
"""All labels, with the properties a node may have."""

ACCOUNTS = ("Customer", "Subsidiary")

RELATIONSHIPS: tuple[Relationship, ...] = (
    Relationship("STATED_IN", tuple(ENTITIES), ("Source",)),
    Relationship("PART_OF", ("Department",), ("Department",)),
    Relationship("PART_OF", ("Industry",), ("Industry",)),
    Relationship("PART_OF", ("Territory",), ("Territory",)),
    Relationship("PART_OF", ("Strategy",), ("Strategy",)),
    Relationship("PART_OF", ("Subsidiary",), ("Customer",)),
    Relationship("SUBSIDIARY_OF", ("Subsidiary",), ACCOUNTS, ("share", *UNCERTAIN, *VERSIONED)),
    Relationship("HELD_BY", ACCOUNTS, ACCOUNTS, ("share", *UNCERTAIN, *VERSIONED)),
    Relationship("SUCCEEDED_BY", ACCOUNTS, ACCOUNTS),
    Relationship("IN_INDUSTRY", ACCOUNTS, ("Industry",)),
    Relationship("LOCATED_IN", ACCOUNTS, ("Territory",)),
    Relationship("IN_SEGMENT", ACCOUNTS, ("Segment",)),
    Relationship("COVERS", ("Department",), ("Territory",), (*VALID, *FOUND, *VERSIONED)),
    Relationship("OWNS", ("Department",), ("Segment",), ("function", *VALID, "rule", *VERSIONED)),
    Relationship(
        "SUPPORTS", ("Department",), ("Segment",), ("function", *VALID, "rule", *VERSIONED)
    ),
    Relationship("OWNS", ("Department",), ACCOUNTS, ("function", *VALID, "exception", *VERSIONED)),
    Relationship(
        "SUPPORTS", ("Department",), ACCOUNTS, ("function", *VALID, "exception", *VERSIONED)
    ),
    Relationship("RESPONSIBLE_FOR", ("Department",), ("Responsibility",), ("role", *VERSIONED)),
    Relationship("HAS_TARGET", ("Department",), ("Target",)),
    Relationship("MEASURES", ("Target", "UnitTarget"), ("Indicator",)),
    Relationship("HOLDS", ("Person",), ("Post",), ("acting", "fte", *VALID, *FOUND, *VERSIONED)),
    Relationship("POST_IN", ("Post",), ("Department",), ("further", *VERSIONED)),
    Relationship("POST_IN", ("TemplatePost",), ("TemplateDepartment",)),
    Relationship("PART_OF", ("TemplateDepartment",), ("TemplateDepartment", "UnitTemplate")),
    Relationship("REPORTS_TO", ("Post",), ("Post",)),
    Relationship("LIMITED_TO", ("Post",), (*ACCOUNTS, "Industry", "Territory")),
    Relationship("HAS_STEP", ("Strategy",), ("Step",)),
    Relationship("ABOUT", ("Responsibility",), ("Step",)),
    Relationship("ABOUT", ("RevenueSplit",), ("Strategy",)),
    Relationship("ABOUT", ("AssignmentRule",), (*ACCOUNTS, "Industry", "Territory")),
    Relationship("ABOUT", ("NamedException",), ACCOUNTS),
    Relationship("ABOUT", ("OpenQuestion",), tuple(ENTITIES)),
    Relationship("ASSIGNS", ("AssignmentRule", "NamedException"), ("Department",)),
    Relationship("SPLITS_BY", ("AssignmentRule", "NamedException"), ("RevenueSplit",)),
    Relationship("WAS", (*ENTITIES, "Segment"), ("Former",), ()),
    Relationship("LOADED", ("Load",), ("Plan",), ()),
    Relationship("STEP_OF", ("Change",), ("Scenario",), ()),
    Relationship("APPLIED_AS", ("Scenario",), ("Load",), ()),
    Relationship("RESULTED_FROM", ("Department",), ("Change",), ("since",)),
    Relationship("ENDED", ("Change",), ("Department",), ("since",)),
)
"""All relationships; a type that means the same in several places has several entries."""
