"""How operations clash with what changed since their base, and what to do about each."""

from __future__ import annotations

from graph.reorganization.wordings.messages import Said, Wording

CANNOT_BE_DONE = Wording(
    "cannot-be-done",
    Said("it can no longer be done: {reason}", "{remedy}"),
    Said("已无法执行：{reason}", "{remedy}"),
)
ADDED_MEANWHILE = Wording(
    "added-meanwhile",
    Said(
        "it would add the {sort} {key}, which has been added meanwhile",
        "leave the operation out, or choose another key",
    ),
    Said("它要新增的{sort}“{key}”此间已经建立", "去掉此操作，或换一个编码"),
)
ENDED_MEANWHILE = Wording(
    "ended-meanwhile",
    Said(
        "it changes the {sort} {key}, which has ended meanwhile",
        "leave the operation out, or name what took its place",
    ),
    Said("它要改动的{sort}“{key}”此间已经终止", "去掉此操作，或改为替代它的事项"),
)
CHANGED_MEANWHILE = Wording(
    "changed-meanwhile",
    Said(
        "it changes the {sort} {key}, of which this changed meanwhile: {fields}",
        "see whether the operation is still right: if so, accept the clash",
    ),
    Said(
        "它要改动的{sort}“{key}”此间已有变化：{fields}",
        "核对此操作是否仍然合适；合适则接受此冲突",
    ),
)
FIELD = Wording("field", Said("{field}", ""), Said("{field}", ""))
FIELD_CHANGED = Wording(
    "field-changed",
    Said("{field} ({before} → {after})", ""),
    Said("{field}（{before} → {after}）", ""),
)
"""Not told by themselves: a field of a thing, with its values where they are short."""
