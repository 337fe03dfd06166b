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

__all__ = [
    "Certainty",
    "CustomerRole",
    "DepartmentKind",
    "Function",
    "Kind",
    "Resource",
    "ResponsibilityRole",
    "Role",
    "SplitBasis",
    "StrategyKind",
    "Tier",
]

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
