"""The kinds of file a plan's folders may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seed.documents.accounts import (
    CustomerDocument,
    IndustryDocument,
    SubsidiaryDocument,
    TerritoryDocument,
)
from seed.documents.organization import (
    CoverageDocument,
    DepartmentDocument,
    HoldingDocument,
    PersonDocument,
    PostDocument,
    SourceDocument,
    SpecialtyDocument,
    UnitTemplateDocument,
)
from seed.documents.rules import ExceptionDocument, RuleDocument
from seed.documents.strategies import (
    IndicatorDocument,
    OpenQuestionDocument,
    ResponsibilityDocument,
    SplitDocument,
    StrategyDocument,
    TargetDocument,
)

if TYPE_CHECKING:
    from seed.documents.entries import Entry

ENTRIES: tuple[type[Entry], ...] = (
    SourceDocument,
    SpecialtyDocument,
    UnitTemplateDocument,
    DepartmentDocument,
    CoverageDocument,
    IndustryDocument,
    TerritoryDocument,
    CustomerDocument,
    SubsidiaryDocument,
    PersonDocument,
    PostDocument,
    HoldingDocument,
    StrategyDocument,
    ResponsibilityDocument,
    IndicatorDocument,
    TargetDocument,
    SplitDocument,
    RuleDocument,
    ExceptionDocument,
    OpenQuestionDocument,
)
"""Every kind, in the order in which the graph wants them: what is referred to comes first."""

BY_FILE: dict[str, type[Entry]] = {document.file_kind: document for document in ENTRIES}
"""The kinds by the first part of their files' names."""
