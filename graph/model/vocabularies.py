"""The closed vocabularies: what a kind, tier, function, role or certainty can be.

Values are written in plan files and stored in the graph exactly as here.
"""

from __future__ import annotations

from enum import StrEnum


class DepartmentKind(StrEnum):
    """What sort of unit of ours a department is; 大区 is a region, 分公司 a branch."""

    HEADQUARTERS = "headquarters"
    DIVISION = "division"
    REGION = "region"
    BRANCH = "branch"
    DEPARTMENT = "department"
    TEAM = "team"


class Tier(StrEnum):
    """How a customer group is treated: 战略大客户, VIP客户, 原型客户, or as any other."""

    STRATEGIC = "strategic"
    VIP = "vip"
    PROTOTYPE = "prototype"
    REGULAR = "regular"


class CustomerRole(StrEnum):
    """What a customer shows others: 样板用户 (reference) or 原型客户 (prototype)."""

    REFERENCE = "reference"
    PROTOTYPE = "prototype"


class Function(StrEnum):
    """What an account is owned or supported for."""

    SALES = "sales"
    RELATIONSHIP = "relationship"
    DELIVERY = "delivery"
    PRESALES = "presales"
    SALES_SUPPORT = "sales-support"
    MARKETING = "marketing"
    IMPLEMENTATION = "implementation"
    PARTNER = "partner"


class Role(StrEnum):
    """A department owns an account for a function, or supports the owner."""

    OWNER = "owner"
    SUPPORTER = "supporter"


class Resource(StrEnum):
    """People of its own that a department has: sales, consultants (顾问), implementation."""

    SALES = "sales"
    CONSULTING = "consulting"
    IMPLEMENTATION = "implementation"


class StrategyKind(StrEnum):
    """A business strategy, its simplified procedure, or how departments work together on it."""

    STRATEGY = "strategy"
    SIMPLIFIED_PROCEDURE = "simplified-procedure"
    COLLABORATION = "collaboration"


class ResponsibilityRole(StrEnum):
    """What a department does in a shared duty."""

    RESPONSIBLE = "responsible"
    INVITES = "invites"
    ORGANIZES = "organizes"
    PLANS = "plans"
    SPEAKS = "speaks"
    FOLLOWS_UP = "follows-up"
    SUPPORTS = "supports"


class Certainty(StrEnum):
    """How sure a target is: stated, written with a question mark, or not stated at all."""

    STATED = "stated"
    UNCERTAIN = "uncertain"
    UNKNOWN = "unknown"


class SplitBasis(StrEnum):
    """What a revenue split divides; unknown where the plan does not say."""

    REVENUE = "revenue"
    PROFIT = "profit"
    UNKNOWN = "unknown"


class Kind(StrEnum):
    """The kinds of entity a plan holds; the value is the label in the graph."""

    SOURCE = "Source"
    DEPARTMENT = "Department"
    INDUSTRY = "Industry"
    TERRITORY = "Territory"
    CUSTOMER = "Customer"
    SUBSIDIARY = "Subsidiary"
    PERSON = "Person"
    POST = "Post"
    STRATEGY = "Strategy"
    STEP = "Step"
    RESPONSIBILITY = "Responsibility"
    INDICATOR = "Indicator"
    TARGET = "Target"
    REVENUE_SPLIT = "RevenueSplit"
    ASSIGNMENT_RULE = "AssignmentRule"
    NAMED_EXCEPTION = "NamedException"
    OPEN_QUESTION = "OpenQuestion"


class Pattern(StrEnum):
    """What a plan states once for many, and its list of specialties; the value is the label."""

    SPECIALTY = "Specialty"
    UNIT_TEMPLATE = "UnitTemplate"
    TEMPLATE_DEPARTMENT = "TemplateDepartment"
    TEMPLATE_POST = "TemplatePost"
    UNIT_TARGET = "UnitTarget"
