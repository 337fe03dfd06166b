"""Refusals of keys: those that nothing has, and those that something has already."""

from __future__ import annotations

from graph.reorganization.wordings.messages import Said, Wording


def _no_such(sort: str, english: str, chinese: str, *, made_by: tuple[str, ...] = ()) -> Wording:
    """Return the wording for a key that nothing of a sort has when an operation is done."""
    operations = [f"{{op[{one}]}}" for one in made_by]
    return Wording(
        f"no-such-{sort}",
        Said(
            f"there is no {english} {{key}} at this point",
            f"correct the key, or create it before this operation ({' or '.join(operations)})"
            if made_by
            else "correct the key: use one of those in the plan",
        ),
        Said(
            f"执行到此处时没有{chinese}“{{key}}”",
            f"更正编码，或在此操作之前先用{'或'.join(operations)}建立"
            if made_by
            else "更正编码，使用计划中已有的编码",
        ),
    )


NO_DEPARTMENT = _no_such(
    "department", "department", "部门", made_by=("create-department", "open-unit")
)
NO_RULE = _no_such("rule", "rule", "规则", made_by=("add-rule",))
NO_EXCEPTION = _no_such("exception", "exception", "例外", made_by=("add-exception",))
NO_POST = _no_such("post", "post", "岗位")
NO_TARGET = _no_such("target", "target", "指标值")
NO_SPLIT = _no_such("split", "revenue split", "分利")
NO_RESPONSIBILITY = _no_such("responsibility", "responsibility", "职责")
NO_ACCOUNT = _no_such("account", "group or subsidiary", "客户集团或下级单位")
NO_INDUSTRY = _no_such("industry", "industry", "行业")
NO_TERRITORY = _no_such("territory", "territory", "井田")
NO_SPECIALTY = _no_such("specialty", "specialty", "专业")
NO_TEMPLATE = _no_such("template", "unit template", "单位模板")

KEY_TAKEN = Wording(
    "key-taken",
    Said(
        "there is a {sort} {key} already",
        "choose another key, or leave the operation out if that is what it would make",
    ),
    Said("已有编码为“{key}”的{sort}", "换一个编码；如果要建立的就是它，去掉此操作"),
)
