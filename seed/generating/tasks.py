"""What rules hand out, and to whom they may give it."""

from __future__ import annotations

from typing import NamedTuple

from graph.model.vocabularies import DepartmentKind, Function, Role

TAGS = {
    "large-project": "大项目",
    "undeployed-area": "未部署地区",
    "new-product": "新产品",
    "high-end-project": "高端项目",
}
"""The tags that rules look at, and what they are called."""

_REGION, _BRANCH = DepartmentKind.REGION, DepartmentKind.BRANCH


class Task(NamedTuple):
    """A function in a role; who may have it: specialties within units, or named departments."""

    function: Function
    role: Role
    within: tuple[tuple[DepartmentKind, str], ...]
    named: tuple[str, ...]


TASKS = (
    Task(
        Function.SALES,
        Role.OWNER,
        ((_REGION, "vip-accounts"), (_BRANCH, "industry-accounts"), (_REGION, "large-projects")),
        ("strategic-accounts", "industry-customers", "new-products"),
    ),
    Task(
        Function.SALES,
        Role.SUPPORTER,
        ((_REGION, "industry-promotion"), (_BRANCH, "regular-sales")),
        ("key-accounts-support", "new-products"),
    ),
    Task(
        Function.RELATIONSHIP,
        Role.OWNER,
        ((_REGION, "vip-accounts"), (_BRANCH, "industry-accounts"), (_BRANCH, "regular-sales")),
        ("strategic-accounts", "industry-customers"),
    ),
    Task(
        Function.RELATIONSHIP,
        Role.SUPPORTER,
        ((_BRANCH, "industry-accounts"),),
        ("key-accounts-support", "strategic-accounts"),
    ),
    Task(
        Function.DELIVERY,
        Role.OWNER,
        ((_REGION, "implementation"), (_REGION, "industry-promotion")),
        ("delivery-center", "industry-customers"),
    ),
    Task(
        Function.DELIVERY,
        Role.SUPPORTER,
        ((_REGION, "industry-promotion"),),
        ("delivery-center", "key-accounts-support"),
    ),
    Task(
        Function.IMPLEMENTATION,
        Role.OWNER,
        ((_REGION, "implementation"),),
        ("delivery-center", "new-products"),
    ),
    Task(
        Function.MARKETING,
        Role.OWNER,
        ((_REGION, "marketing"),),
        ("strategic-marketing", "key-accounts-support"),
    ),
    Task(Function.PARTNER, Role.OWNER, (), ("partners", "strategic-accounts")),
    Task(
        Function.PRESALES,
        Role.SUPPORTER,
        ((_REGION, "presales"), (_BRANCH, "presales")),
        ("key-accounts-support",),
    ),
    Task(
        Function.SALES_SUPPORT,
        Role.SUPPORTER,
        ((_REGION, "industry-promotion"), (_BRANCH, "presales")),
        ("key-accounts-support", "sales-support"),
    ),
)
