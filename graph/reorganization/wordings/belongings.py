"""Refusals about what departments have: duties, targets, splits, posts, rules, sign-offs."""

from __future__ import annotations

from graph.reorganization.wordings.messages import Said, Wording

DUTY_TO_ITSELF = Wording(
    "duty-to-itself",
    Said(
        "the responsibility {key} would go from {department} to {department}",
        "name another department in “to”",
    ),
    Said("职责“{key}”的移交方和接收方都是“{department}”", "在“to”中写另一个部门"),
)
NO_PART_IN_DUTY = Wording(
    "no-part-in-duty",
    Said(
        "{department} has no part in the responsibility {key}",
        "name in “from” who has: {parties}",
    ),
    Said("“{department}”不承担职责“{key}”", "在“from”中写承担该职责的部门：{parties}"),
)
NO_SUCH_PART_IN_DUTY = Wording(
    "no-such-part-in-duty",
    Said(
        "{department} does not have the responsibility {key} in the role “{role}”",
        "give the role that it has, leave “role” out, or name in “from” who has it so: {parties}",
    ),
    Said(
        "“{department}”在职责“{key}”中没有“{role}”这一角色",
        "改为其实际角色，去掉“role”，或在“from”中写担任该角色的部门：{parties}",
    ),
)

TARGET_TO_OR_SHARES = Wording(
    "target-to-or-shares",
    Said(
        "the target {key} goes either to one department or to several by shares",
        "give exactly one of “to” and “shares”",
    ),
    Said("指标值“{key}”要么归一个部门，要么分给几个部门", "“to”与“shares”只写其一"),
)
TARGET_WITHOUT_NUMBER = Wording(
    "target-without-number",
    Said(
        "the target {key} has no certain number to share out (written: {written})",
        "give it whole to one department, in “to”",
    ),
    Said("指标值“{key}”没有确定的数值，无法分配（原文：{written}）", "用“to”整体交给一个部门"),
)
TARGET_SHARES_DIFFER = Wording(
    "target-shares-differ",
    Said(
        "the shares of {key} are {total} together, and the target is {value}",
        "let the shares add up to {value}",
    ),
    Said("“{key}”各份合计为{total}，而指标值为{value}", "使各份合计等于{value}"),
)
TARGET_SHARED_TWICE = Wording(
    "target-shared-twice",
    Said("{department} has two shares of {key}", "give it one share, with their sum"),
    Said("“{department}”在“{key}”中有两份", "合为一份，数值相加"),
)
SPLIT_NOT_WHOLE = Wording(
    "split-not-whole",
    Said("the shares of {key} are {total} % together", "let the shares add up to 100 %"),
    Said("“{key}”各方合计为{total}%", "使各方合计等于100%"),
)
SPLIT_SHARE_OF = Wording(
    "split-share-of",
    Said(
        "a share of {key} names both a department and a role, or neither",
        "give each share exactly one of “department” and “role”",
    ),
    Said("“{key}”中有一方同时写了部门和角色，或两者都没写", "每一方的“department”与“role”只写其一"),
)
SPLIT_SIGNED_OFF = Wording(
    "split-signed-off",
    Said(
        "the revenue split {key} cannot be left to nobody: its shares must be 100 %",
        "give all its shares anew: {op[reallocate-split]}",
    ),
    Said("分利“{key}”不能无人承接：各方合计须为100%", "用{op[reallocate-split]}重新写全各方"),
)

NOT_IN_POST = Wording(
    "not-in-post",
    Said("{person} does not hold the post {post} on {day}", "name in “from” a post held that day"),
    Said("“{person}”在{day}不担任岗位“{post}”", "在“from”中写其当日担任的岗位"),
)

RULE_ASSIGNS_ONE = Wording(
    "rule-assigns-one",
    Said(
        "a rule assigns to one of three: a department, a specialty within units, nobody",
        "give exactly one of “department”, “within” with “specialty”, and “vacant”",
    ),
    Said(
        "规则的归属只能是三者之一：某个部门、单位内的某个专业、无人",
        "只写其一：“department”，“within”加“specialty”，或“vacant”",
    ),
)
SUBSIDIARIES_OR_WHERE = Wording(
    "subsidiaries-or-where",
    Said(
        "accounts are named either one by one or by what they are like",
        "give exactly one of “subsidiaries” and “where”",
    ),
    Said("客户要么逐个列出，要么按条件选取", "“subsidiaries”与“where”只写其一"),
)

STILL_THERE = Wording(
    "still-there",
    Said(
        "{department} is still there, and keeps what it has",
        "put the sign-off after the operation that removes it, such as {op[dissolve-department]}",
    ),
    Said(
        "“{department}”仍在，其事项并未失去归属",
        "把签批放到撤销它的操作之后，例如{op[dissolve-department]}之后",
    ),
)
NOTHING_LEFT = Wording(
    "nothing-left",
    Said(
        "{department} left nothing with the key {key} that still needs a place",
        "correct the key, or leave it out: it is placed already",
    ),
    Said("“{department}”没有留下编码为“{key}”而尚无去处的事项", "更正编码；如已安排去处，去掉它"),
)
