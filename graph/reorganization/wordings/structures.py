"""Refusals to move, merge, split, dissolve and close departments, and to hand territories over."""

from __future__ import annotations

from graph.reorganization.wordings.messages import Said, Wording

MOVED_INTO_ITSELF = Wording(
    "moved-into-itself",
    Said(
        "{department} cannot move to {to}, which is the same department or inside it",
        "name a department outside {department}",
    ),
    Said(
        "“{department}”不能移入“{to}”：后者就是它本身，或在它之内",
        "改为“{department}”以外的部门",
    ),
)
MERGED_INTO_ITSELF = Wording(
    "merged-into-itself",
    Said(
        "{department} cannot be merged into {into}, which is the same department or inside it",
        "let a department outside {department} take over",
    ),
    Said(
        "“{department}”不能并入“{into}”：后者就是它本身，或在它之内",
        "改由“{department}”以外的部门承接",
    ),
)
MERGED_KINDS_DIFFER = Wording(
    "merged-kinds-differ",
    Said(
        "{department} is a {kind}, and {into}, which would take over, a {other}",
        "let a {kind} take over, or use {op[close-unit]} without a successor and place each thing"
        " that {department} has",
    ),
    Said(
        "“{department}”是{kind}，而承接的“{into}”是{other}",
        "改由另一个{kind}承接，或用{op[close-unit]}"
        "（不写“successor”），再逐项安排“{department}”的事项",
    ),
)
SUCCESSOR_DISSOLVED = Wording(
    "successor-dissolved",
    Said(
        "{successor}, which would take over, is dissolved with {department}",
        "let a department outside {department} take over",
    ),
    Said("承接的“{successor}”随“{department}”一并撤销", "改由“{department}”以外的部门承接"),
)
UNIT_INSIDE = Wording(
    "unit-inside",
    Said(
        "{department} has the {kind} {unit} inside, which would go with it",
        "move it first ({op[move-department]}), or close it first ({op[close-unit]})",
    ),
    Said(
        "“{department}”之内有{kind}“{unit}”，会随之撤销",
        "先用{op[move-department]}移走它，或先用{op[close-unit]}撤销它",
    ),
)

PART_IS_SPLIT = Wording(
    "part-is-split",
    Said(
        "{part} cannot take over from {department}: it is the same department or inside it",
        "name departments that stay; where {department} itself stays, use"
        " {op[transfer-territories]} and its like in place of a split",
    ),
    Said(
        "“{part}”不能承接“{department}”：它就是被拆分的部门，或在其之内",
        "改为拆分后仍在的部门；若“{department}”保留，请改用{op[transfer-territories]}等操作",
    ),
)
PART_TWICE = Wording(
    "part-twice",
    Said(
        "{part} is named by two parts of the split",
        "put what both take into the “takes” of one part",
    ),
    Said("拆分中有两部分都是“{part}”", "把两处的“takes”合为一处"),
)
PART_COVERS = Wording(
    "part-cannot-cover",
    Said(
        "{part} is a {other}: it cannot take over what the {kind} {department} covers",
        "let a {kind} take its territories, such as one made before this by {op[open-unit]}",
    ),
    Said(
        "“{part}”是{other}，不能承接{kind}“{department}”覆盖的井田",
        "改由{kind}承接井田，例如在此操作之前用{op[open-unit]}新设一个",
    ),
)
REST_TWICE = Wording(
    "rest-twice",
    Said(
        "two parts take the rest of {department}: {part} and {other}",
        "leave “rest” to one of them, and name in “takes” what the other gets",
    ),
    Said(
        "有两部分都承接“{department}”的其余事项：“{part}”和“{other}”",
        "只留一个“rest”，另一个在“takes”中逐项列出",
    ),
)
TAKEN_TWICE = Wording(
    "taken-twice",
    Said("{part} and {other} both take over {key}", "leave it to one of them"),
    Said("“{part}”和“{other}”都承接“{key}”", "只留给其中一个"),
)
NOT_OF_DEPARTMENT = Wording(
    "not-of-department",
    Said(
        "{department} has nothing with the key {key} that {part} could take over",
        "correct the key: what it has are posts, rules, exceptions, responsibilities, targets,"
        " revenue splits, territories it covers or others inside these, and departments inside",
    ),
    Said(
        "“{department}”没有编码为“{key}”的事项可由“{part}”承接",
        "更正编码：可承接的有岗位、规则、例外、职责、指标值、分利、所覆盖的井田及其下级井田、"
        "内设部门",
    ),
)

COVERED_ALREADY = Wording(
    "covered-already",
    Said(
        "the {kind} {department} covers {territory} already",
        "open the unit without it, and hand it over then ({op[transfer-territories]} from"
        " {department})",
    ),
    Said(
        "井田“{territory}”已由{kind}“{department}”覆盖",
        "新设时先不写它，再用{op[transfer-territories]}从“{department}”划转",
    ),
)
NOT_COVERING = Wording(
    "not-covering",
    Said(
        "{department} does not cover {territory}, nor a territory around it",
        "correct the key, leave it out, or name in “from” who covers it: {covering}",
    ),
    Said(
        "“{department}”既不覆盖井田“{territory}”，也不覆盖其上级井田",
        "更正编码、去掉它，或在“from”中写覆盖它的单位：{covering}",
    ),
)
NO_UNIT = Wording(
    "no-unit",
    Said("{department} is a {kind}, no region or branch", "use {op[dissolve-department]} instead"),
    Said("“{department}”是{kind}，不是大区或分公司", "改用{op[dissolve-department]}"),
)
OTHER_KIND_OF_UNIT = Wording(
    "other-kind-of-unit",
    Said(
        "{to} is a {other}, and what {from_} covers only a {kind} takes over",
        "name a {kind} in “to”",
    ),
    Said("“{to}”是{other}，而“{from_}”覆盖的井田只能由{kind}承接", "在“to”中写一个{kind}"),
)
NO_UNIT_TO_COVER = Wording(
    "no-unit-to-cover",
    Said(
        "{to} is a {kind}, and only regions and branches cover territories",
        "name a region or branch in “to”",
    ),
    Said("“{to}”是{kind}，只有大区和分公司覆盖井田", "在“to”中写一个大区或分公司"),
)
