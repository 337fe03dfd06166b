"""A loader that dies: `python -m tests.killed_load PLAN STAGE` kills itself, as `kill -9` does."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

from graph.server.connections import connection
from graph.store import Store
from seed.loading.loads import load_plan
from seed.plan_folders import read_plan
from tests.loads import MAY_END_ALL


async def _load(plan: Path, last: str) -> None:
    def die(stage: str, done: int, total: int) -> None:
        if stage.startswith(last) and done == total:
            os.kill(os.getpid(), signal.SIGKILL)

    server = connection()
    async with Store.connect(server.uri, server.user, server.password) as store:
        await load_plan(store, read_plan(plan), die, options=MAY_END_ALL)


if __name__ == "__main__":
    asyncio.run(_load(Path(sys.argv[1]), sys.argv[2]))
