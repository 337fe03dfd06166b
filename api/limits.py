"""Limits on what one operation may ask for, so that no caller can stop the others."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    ValidationContext,
    ValidationRule,
    VariableNode,
)
from strawberry.extensions import MaxTokensLimiter, SchemaExtension

from api.connections import FIRST
from api.failures import ChangesOff, LimitExceeded

DEEPEST = 16
ALIASES = 30
TOKENS = 2_000
NODES = 50_000
PAGED = ("Connection", "Edge")
UNPAGED = 10
"""How many nodes a list without pages counts for."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much a selection asks for: levels of fields, aliases, and nodes at most."""

    depth: int = 0
    aliases: int = 0
    nodes: int = 0

    def beside(self, other: "Size") -> "Size":
        """Return the size of both selections together."""
        return Size(
            max(self.depth, other.depth), self.aliases + other.aliases, self.nodes + other.nodes
        )


class OperationSizes:
    """The sizes of the operations of a document; each fragment is measured once."""

    def __init__(
        self, schema: GraphQLSchema, document: DocumentNode, variables: Mapping[str, Any]
    ) -> None:
        self._schema = schema
        self._variables = variables
        self._document = document
        self._fragments = {
            definition.name.value: definition
            for definition in document.definitions
            if isinstance(definition, FragmentDefinitionNode)
        }
        self._measured: dict[str, Size] = {}

    def largest(self) -> Size:
        """Return the most that any operation of the document asks for."""
        size = Size()
        for definition in self._document.definitions:
            if isinstance(definition, OperationDefinitionNode):
                root = self._schema.get_root_type(definition.operation)
                one = self._selected(definition.selection_set, root)
                size = Size(
                    max(size.depth, one.depth),
                    max(size.aliases, one.aliases),
                    max(size.nodes, one.nodes),
                )
        return size

    def _selected(
        self, selections: SelectionSetNode | None, parent: GraphQLNamedType | None
    ) -> Size:
        size = Size()
        for selection in selections.selections if selections else ():
            match selection:
                case FieldNode():
                    size = size.beside(self._field(selection, parent))
                case InlineFragmentNode(type_condition=on):
                    inner = self._schema.get_type(on.name.value) if on else parent
                    size = size.beside(self._selected(selection.selection_set, inner))
                case FragmentSpreadNode():
                    size = size.beside(self._fragment(selection.name.value))
                case _:
                    pass
        return size

    def _fragment(self, name: str) -> Size:
        fragment = self._fragments.get(name)
        if fragment is None:
            return Size()
        if name not in self._measured:
            self._measured[name] = Size()  # a fragment inside itself is refused elsewhere
            on = self._schema.get_type(fragment.type_condition.name.value)
            self._measured[name] = self._selected(fragment.selection_set, on)
        return self._measured[name]

    def _field(self, field: FieldNode, parent: GraphQLNamedType | None) -> Size:
        definition = (
            parent.fields.get(field.name.value)
            if isinstance(parent, GraphQLObjectType | GraphQLInterfaceType)
            else None
        )
        written = "" if definition is None else str(definition.type)
        named = self._schema.get_type(written.strip("[]!"))
        within = self._selected(field.selection_set, named)
        times = 0 if parent is None else self._times(field, parent.name, written)
        return Size(
            depth=1 + within.depth,
            aliases=within.aliases + (1 if field.alias else 0),
            nodes=times * (1 + within.nodes) if times else within.nodes,
        )

    def _times(self, field: FieldNode, parent: str, written: str) -> int:
        """Return how many nodes a field of the written type may hold, besides those inside."""
        if field.selection_set is None or parent.endswith(PAGED):
            return 0
        if "[" in written:
            return self._first(field, UNPAGED)
        return self._first(field, FIRST) if written.strip("!").endswith(PAGED) else 1

    def _first(self, field: FieldNode, without: int) -> int:
        for argument in field.arguments or ():
            if argument.name.value == "first":
                match argument.value:
                    case IntValueNode(value=value):
                        return max(int(value), 1)
                    case VariableNode(name=name):
                        given = self._variables.get(name.value)
                        return max(given, 1) if isinstance(given, int) else without
                    case _:
                        return without
        return without


class SizeLimiter(SchemaExtension):
    """Refuses an operation that is too deep, has too many aliases, or may hold too many nodes."""

    def on_operation(self) -> Iterator[None]:
        """Add the check to the validation of this operation."""
        variables = self.execution_context.variables or {}

        class SizeRule(ValidationRule):
            def __init__(self, context: ValidationContext) -> None:
                super().__init__(context)
                size = OperationSizes(context.schema, context.document, variables).largest()
                for message in exceeded(size):
                    context.report_error(LimitExceeded(message))

        rules = self.execution_context.validation_rules
        self.execution_context.validation_rules = (*rules, SizeRule)
        yield


class ChangesGuard(SchemaExtension):
    """Refuses mutations where changes are off."""

    def on_operation(self) -> Iterator[None]:
        """Add the check to the validation of this operation."""
        asked = self.execution_context

        class ChangesRule(ValidationRule):
            def enter_operation_definition(self, node: OperationDefinitionNode, *_: object) -> None:
                name = node.name.value if node.name else None
                runs = asked.operation_name in {None, name}
                if runs and node.operation is OperationType.MUTATION:
                    self.report_error(ChangesOff())

        if not asked.context.may_change:
            asked.validation_rules = (*asked.validation_rules, ChangesRule)
        yield


def exceeded(size: Size) -> list[str]:
    """Return what is too much, each with what to do."""
    found: list[str] = []
    if size.depth > DEEPEST:
        found.append(
            f"The operation is {size.depth} levels deep; at most {DEEPEST} are allowed:"
            " ask for the inner things by key in another operation."
        )
    if size.aliases > ALIASES:
        found.append(
            f"The operation has {size.aliases} aliases; at most {ALIASES} are allowed:"
            " ask in several operations."
        )
    if size.nodes > NODES:
        found.append(
            f"The operation asks for up to {size.nodes} nodes (an unpaged list counts as"
            f" {UNPAGED}); at most {NODES} are allowed: give a smaller `first`, or ask in several"
            " operations."
        )
    return found


LIMITS: list[Callable[[], SchemaExtension]] = [
    lambda: MaxTokensLimiter(max_token_count=TOKENS),
    SizeLimiter,
    ChangesGuard,
]
"""The extensions that hold every operation within its limits."""
