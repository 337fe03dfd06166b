"""Errors as API users see them: what they can act on in words and a code, the rest masked."""

import logging
from secrets import token_hex

from graphql import GraphQLError, GraphQLSyntaxError

from graph.errors import Conflict, StoreUnavailable

LOG = logging.getLogger(__name__)


class InvalidArgument(GraphQLError):
    """An argument cannot be used; the message says which, why, and what to give instead."""

    def __init__(self, message: str) -> None:
        super().__init__(message, extensions={"code": "BAD_USER_INPUT"})


class LimitExceeded(GraphQLError):
    """An operation asks for more than one may; the message says what, and by how much."""

    def __init__(self, message: str) -> None:
        super().__init__(message, extensions={"code": "LIMIT_EXCEEDED"})


class ChangesOff(GraphQLError):
    """A mutation where none is let in; the message says how to change that."""

    def __init__(self) -> None:
        super().__init__(
            "This server changes nothing: start it with orgatlas serve --allow-changes to let"
            " mutations in.",
            extensions={"code": "CHANGES_OFF"},
        )


def public_error(error: GraphQLError) -> GraphQLError:
    """Return the error as a caller may see it.

    Whatever we did not mean to say is logged under an id, and only the id is said.
    """
    original = _original(error)
    if original is None:
        return error if "code" in (error.extensions or {}) else _coded(error, _code(error))
    if isinstance(original, StoreUnavailable):
        LOG.warning("The graph database does not answer: %s", original)
        return _said(
            error,
            "The graph database does not answer now. Try again in a moment.",
            "SERVICE_UNAVAILABLE",
        )
    if isinstance(original, Conflict):
        return _said(error, str(original), "CONFLICT")
    error_id = token_hex(6)
    LOG.error("Error %s at %s", error_id, error.path, exc_info=original)
    masked = _said(
        error,
        f"Something went wrong inside Orgatlas. The log has it as {error_id}.",
        "INTERNAL_SERVER_ERROR",
    )
    masked.extensions = {**(masked.extensions or {}), "id": error_id}
    return masked


def _original(error: GraphQLError) -> BaseException | None:
    """Return the exception that is not GraphQL's own at the bottom of the error, if any."""
    original = error.original_error
    while isinstance(original, GraphQLError):
        original = original.original_error
    if error.path is None and isinstance(original, ValueError):
        return None  # an argument written so that its type refuses it
    return original


def _code(error: GraphQLError) -> str:
    if isinstance(error, GraphQLSyntaxError):
        if "Parsing aborted" in error.message:
            return "LIMIT_EXCEEDED"  # more tokens than MaxTokensLimiter lets pass
        return "GRAPHQL_PARSE_FAILED"
    if error.message.startswith("Variable "):
        return "BAD_USER_INPUT"
    return "GRAPHQL_VALIDATION_FAILED" if error.path is None else "BAD_USER_INPUT"


def _coded(error: GraphQLError, code: str) -> GraphQLError:
    return _said(error, error.message, code)


def _said(error: GraphQLError, message: str, code: str) -> GraphQLError:
    return GraphQLError(
        message,
        nodes=error.nodes,
        source=error.source,
        positions=error.positions,
        path=error.path,
        extensions={"code": code},
    )
