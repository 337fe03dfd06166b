"""What is not placed of a removed department: each sort with what would settle it."""

from __future__ import annotations

from graph.reorganization.organizations import Part
from graph.reorganization.wordings.messages import Said, Wording


def _unplaced(code: str, *settled_by: str) -> Wording:
    *first, last = (f"{{op[{one}]}}" for one in settled_by)
    return Wording(
        f"{code}-not-placed",
        Said(
            "{sort} {thing} of {department} is not placed",
            f"use {' or '.join([', '.join(first), last] if first else [last])}",
        ),
        Said(
            "{department}的{sort}{thing}尚无去处",
            f"用{'或'.join(['、'.join(first), last] if first else [last])}",
        ),
    )


UNPLACED = {
    Part.COVERAGES: _unplaced("coverage", "transfer-territories", "sign-off-vacancy"),
    Part.POSTS: _unplaced("post", "move-posts", "sign-off-vacancy"),
    Part.RULES: _unplaced("rule", "change-rule", "end-rule", "sign-off-vacancy"),
    Part.EXCEPTIONS: _unplaced(
        "exception", "change-exception", "end-exception", "sign-off-vacancy"
    ),
    Part.RESPONSIBILITIES: _unplaced(
        "responsibility", "reassign-responsibility", "sign-off-vacancy"
    ),
    Part.TARGETS: _unplaced("target", "reallocate-target", "sign-off-vacancy"),
    Part.SPLITS: _unplaced("split", "reallocate-split"),
}
IN_ROLE = Wording("in-role", Said("{thing} as “{role}”", ""), Said("{thing}中的“{role}”角色", ""))
"""Not told by itself: a duty in one of its roles."""
DEPARTMENT_UNPLACED = Wording(
    "department-not-placed",
    Said(
        "{thing} was inside {department}, which is no more",
        "use {op[move-department]} or {op[dissolve-department]}",
    ),
    Said(
        "{thing}原在{department}之内，而后者已撤销",
        "用{op[move-department]}或{op[dissolve-department]}",
    ),
)
ACCOUNTS_TO_NOBODY = Wording(
    "accounts-to-nobody",
    Said(
        "{count} accounts that {department} has for {function} would go to nobody",
        "use {op[transfer-territories]}, {op[transfer-customers]}, {op[add-rule]} or"
        " {op[change-rule]}, or {op[sign-off-vacancy]} with this function",
    ),
    Said(
        "{department}名下{count}个客户的{function}将无人承接",
        "用{op[transfer-territories]}、{op[transfer-customers]}、{op[add-rule]}或{op[change-rule]}，"
        "或用写明该职能的{op[sign-off-vacancy]}",
    ),
)
ACCOUNTS_TO_SEVERAL = Wording(
    "accounts-to-several",
    Said(
        "{count} accounts that {department} has for {function} would go to several at once",
        "let one of them go before the others: {op[change-rule]} with a higher “priority”,"
        " {op[end-rule]} or {op[transfer-customers]}",
    ),
    Said(
        "{department}名下{count}个客户的{function}将同时归几个部门",
        "让其中一个优先：用提高“priority”的{op[change-rule]}，"
        "或用{op[end-rule]}、{op[transfer-customers]}",
    ),
)
