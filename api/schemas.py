"""The schema, and how an operation runs on it: within limits, in time, with errors masked."""

import asyncio
import logging
import sys
from typing import Any

import strawberry
from graphql import GraphQLError
from strawberry.types import ExecutionContext, ExecutionResult

from api.contexts import Context
from api.failures import public_error
from api.limits import LIMITS
from api.mutations import Mutation
from api.queries import Query
from graph.errors import Conflict, OrgGraphError

LOG = logging.getLogger(__name__)
SECONDS = 20.0
"""How long one operation may take."""
TIMES = 2
"""How often a query is run at most whose version is undone while it is read."""


class OrgatlasSchema(strawberry.Schema):
    """The schema, with what every operation has around it."""

    seconds = SECONDS

    async def execute(self, *args: Any, **kwargs: Any) -> ExecutionResult:
        """Run an operation; it ends after `seconds` in any case."""
        try:
            async with asyncio.timeout(self.seconds):
                result = await self._executed(*args, **kwargs)
        except OrgGraphError as error:
            failed = GraphQLError(str(error), original_error=error)
            result = ExecutionResult(data=None, errors=[failed])
        except TimeoutError:
            LOG.warning("An operation took longer than %s seconds", self.seconds)
            return ExecutionResult(data=None, errors=[_timeout(self.seconds)])
        if result.errors:
            result.errors = [public_error(error) for error in result.errors]
        return result

    async def _executed(self, *args: Any, **kwargs: Any) -> ExecutionResult:
        """Run an operation; a query once more if a version was undone while it was read.

        Raises:
            Conflict: that happened again.
            StoreUnavailable: nobody can tell whether it happened.
        """
        context = kwargs.get("context_value")
        for _ in range(TIMES):
            result = await super().execute(*args, **kwargs)
            if not isinstance(context, Context) or context.has_changed:
                return result
            if not await context.outlived():
                return result
            context.forget()
        raise Conflict("Revisions were undone while they were read: ask again")

    def process_errors(
        self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None
    ) -> None:
        """Log nothing here: `public_error` logs what nobody meant to say, with its id."""


def _timeout(seconds: float) -> GraphQLError:
    return GraphQLError(
        f"The operation took longer than {seconds:g} seconds and was ended: ask for less at once.",
        extensions={"code": "TIMEOUT"},
    )


schema = OrgatlasSchema(query=Query, mutation=Mutation, extensions=LIMITS)


def main() -> None:
    """Print the schema as `api/schema.graphql` holds it."""
    sys.stdout.write(schema.as_str() + "\n")


if __name__ == "__main__":
    main()
