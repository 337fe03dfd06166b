"""The closed vocabularies as GraphQL enums: values are the names in upper case."""

from enum import Enum

import strawberry

from graph.model.vocabularies import (
    Certainty,
    CustomerRole,
    DepartmentKind,
    Function,
    Kind,
    Pattern,
    Resource,
    ResponsibilityRole,
    Role,
    SplitBasis,
    StrategyKind,
    Tier,
)
from graph.ownership.answers import Status, Via
from graph.ownership.changes import Turn
from graph.ownership.phrases import Language
from graph.ownership.why_not import WhyNotKind
from graph.reorganization.summaries import Weight

__all__ = [
    "AuditStep",
    "Certainty",
    "ChangeOfThing",
    "CustomerRole",
    "DepartmentKind",
    "Function",
    "Kind",
    "Language",
    "Resource",
    "ResponsibilityRole",
    "Role",
    "ScenarioState",
    "SplitBasis",
    "StatedKind",
    "Status",
    "StrategyKind",
    "Tier",
    "Turn",
    "Via",
    "Weight",
    "WhyNotKind",
]


@strawberry.enum(
    description="The kinds of thing a plan states, those too that it states once for many."
)
class StatedKind(Enum):
    """Every kind and every pattern."""

    SOURCE = Kind.SOURCE
    DEPARTMENT = Kind.DEPARTMENT
    INDUSTRY = Kind.INDUSTRY
    TERRITORY = Kind.TERRITORY
    CUSTOMER = Kind.CUSTOMER
    SUBSIDIARY = Kind.SUBSIDIARY
    PERSON = Kind.PERSON
    POST = Kind.POST
    STRATEGY = Kind.STRATEGY
    STEP = Kind.STEP
    RESPONSIBILITY = Kind.RESPONSIBILITY
    INDICATOR = Kind.INDICATOR
    TARGET = Kind.TARGET
    REVENUE_SPLIT = Kind.REVENUE_SPLIT
    ASSIGNMENT_RULE = Kind.ASSIGNMENT_RULE
    NAMED_EXCEPTION = Kind.NAMED_EXCEPTION
    OPEN_QUESTION = Kind.OPEN_QUESTION
    SPECIALTY = Pattern.SPECIALTY
    UNIT_TEMPLATE = Pattern.UNIT_TEMPLATE
    TEMPLATE_DEPARTMENT = Pattern.TEMPLATE_DEPARTMENT
    TEMPLATE_POST = Pattern.TEMPLATE_POST
    UNIT_TARGET = Pattern.UNIT_TARGET


@strawberry.enum(description="What one plan does to a thing of another.")
class ChangeOfThing(Enum):
    """It is there, there otherwise, or there no more."""

    ADDED = "added"
    CHANGED = "changed"
    ENDED = "ended"


@strawberry.enum(description="How far a scenario is.")
class ScenarioState(Enum):
    """From draft to applied, and back."""

    DRAFT = "draft"
    CHECKED = "checked"
    APPROVED = "approved"
    APPLIED = "applied"
    ROLLED_BACK = "rolled-back"


@strawberry.enum(
    description="What was done to a scenario. OPERATION: one of its operations, as applied."
)
class AuditStep(Enum):
    """A step in the life of a scenario, or an operation as it was applied."""

    DRAFT = "draft"
    CHECKED = "checked"
    APPROVED = "approved"
    APPLIED = "applied"
    ROLLED_BACK = "rolled-back"
    OPERATION = "operation"


strawberry.enum(
    Weight,
    name="SummaryWeight",
    description="How bad a line of a summary is: BLOCKS is the worst, TELLS the least.",
)
strawberry.enum(
    Turn,
    name="OwnershipTurn",
    description="What becomes of a function of accounts. Of new accounts, only vacancies and"
    " conflicts are told; of ended ones, nothing.",
)
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
