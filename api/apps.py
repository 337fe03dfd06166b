"""The application: GraphQL, its page and health, over one store."""

from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date, datetime

from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import HTTPConnection

from api import health
from api.contexts import Context, Shared
from api.guards import BodyLimit, SafeHeaders, SameOrigin
from api.pages import PagedRouter, add_static_files
from api.schemas import OrgatlasSchema, schema
from graph.store import Store
from graph.versions.trials import Trials
from graph.versions.warm_ups import WarmUp

OpenStore = Callable[[], AbstractAsyncContextManager[Store]]
"""Opens the store that the application reads while it runs."""

HOSTS = ("localhost", "127.0.0.1", "testserver")
"""Names that a request may call this server by: a page elsewhere cannot rebind its name to us."""


def local_today() -> date:
    """Return the date of this machine."""
    return datetime.now().astimezone().date()


def create_app(
    open_store: OpenStore,
    *,
    today: Callable[[], date] = local_today,
    graphql: OrgatlasSchema = schema,
    allow_changes: bool = False,
    warm_up: bool = False,
) -> FastAPI:
    """Return the application; it opens the store when it starts and closes it when it ends.

    Without `allow_changes`, mutations are refused. With `warm_up`, each newest version is read
    ahead for impacts, in the background.
    """
    trials = Trials()
    ahead = WarmUp(trials) if warm_up else None
    shared = Shared(may_change=allow_changes, trials=trials, warm_up=ahead)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
        async with open_store() as store:
            app.state.store = store
            if ahead is not None:
                ahead.begin(store)
            yield
            await shared.works.end()
            if ahead is not None:
                await ahead.end()
            await trials.end()

    async def context(request: HTTPConnection) -> Context:
        return Context(request.app.state.store, today(), shared)

    app = FastAPI(
        title="Orgatlas",
        lifespan=lifespan,
        openapi_url=None,  # GraphQL is the API; the pages of OpenAPI would load from elsewhere
        middleware=[
            Middleware(SafeHeaders),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(HOSTS)),
            Middleware(SameOrigin),
            Middleware(BodyLimit),
        ],
    )
    app.include_router(
        PagedRouter(
            graphql,
            "/graphql",
            context_getter=context,
            allow_queries_via_get=False,
            subscription_protocols=(),
        )
    )
    app.include_router(health.router)
    add_static_files(app)
    return app
