"""The closed vocabularies as GraphQL enums: values are the names in upper case."""

import strawberry

from graph.model.vocabularies import (
    Certainty,
    CustomerRole,
    DepartmentKind,
    Function,
    Kind,
    Resource,
    ResponsibilityRole,
    Role,
    SplitBasis,
    StrategyKind,
    Tier,
)
from graph.ownership.answers import Status, Via
from graph.ownership.phrases import Language
from graph.ownership.why_not import WhyNotKind

__all__ = [
    "Certainty",
    "CustomerRole",
    "DepartmentKind",
    "Function",
    "Kind",
    "Language",
    "Resource",
    "ResponsibilityRole",
    "Role",
    "SplitBasis",
    "Status",
    "StrategyKind",
    "Tier",
    "Via",
    "WhyNotKind",
]

strawberry.enum(Language, description="The language of an explanation.")
strawberry.enum(
    Status, name="CoverageStatus", description="How a function of an account is covered on a day."
)
strawberry.enum(
    Via, description="EXPLICIT: an exception names the account. INHERITED: a rule covers it."
)
strawberry.enum(WhyNotKind, description="Why a department does not own an account.")
strawberry.enum(
    Certainty, description="How sure a target is: stated, written with a question mark, or unknown."
)
strawberry.enum(CustomerRole, description="What a customer shows others: 样板用户 or 原型客户.")
strawberry.enum(
    DepartmentKind,
    description="What sort of unit a department is; 大区 is a region, 分公司 a branch.",
)
strawberry.enum(Function, description="What an account is owned or supported for.")
strawberry.enum(Kind, description="The kinds of thing a plan states.")
strawberry.enum(Resource, description="People of its own that a department has.")
strawberry.enum(ResponsibilityRole, description="What a department does in a shared duty.")
strawberry.enum(
    Role, description="A department owns an account for a function, or supports its owner."
)
strawberry.enum(
    SplitBasis, description="What a revenue split divides; unknown where the plan does not say."
)
strawberry.enum(
    StrategyKind,
    description="A strategy, its simplified procedure, or how departments work together on it.",
)
strawberry.enum(
    Tier,
    description="How a customer group is treated: 战略大客户, VIP客户, 原型客户, or as any other.",
)
