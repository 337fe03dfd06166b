"""Health: whether the process is up, and whether it can answer."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse

from graph.errors import OrgGraphError
from graph.queries.loads import LoadRow, latest_load
from graph.store import Store
from graph.store.migrations import schema_state

router = APIRouter(prefix="/health")


@dataclass(frozen=True, slots=True)
class NotReady:
    """Why the API cannot answer yet, and what to do."""

    reason: str


@router.get("/live")
async def live() -> JSONResponse:
    """Say that the process is up."""
    return JSONResponse({"status": "live"})


@router.get("/ready")
async def ready(request: Request) -> JSONResponse:
    """Say whether questions can be answered: Neo4j is there, its schema is ours, a plan loaded."""
    match await readiness(request.app.state.store):
        case NotReady(reason=reason):
            return JSONResponse({"status": "not ready", "reason": reason}, status_code=503)
        case LoadRow(plan=key, number=revision):
            return JSONResponse({"status": "ready", "plan": key, "revision": revision})


async def readiness(store: Store) -> LoadRow | NotReady:
    """Return the plan that answers come from, or why there are none."""
    try:
        if not await store.answers():
            return NotReady("Neo4j does not answer")
        state = await schema_state(store)
        if state.pending:
            return NotReady(
                f"The database's schema is at version {state.version} and lacks"
                f" {len(state.pending)} migrations: load a plan with `orgatlas plan load`"
            )
        plan = await latest_load(store)
    except OrgGraphError as error:
        return NotReady(str(error))
    return plan or NotReady("No plan is loaded: load one with `orgatlas plan load`")
