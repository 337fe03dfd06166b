"""Work on a whole plan at once."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator


@contextmanager
def uncollected() -> Generator[None]:
    """Run without Python's cycle collector, for work that allocates millions of objects.

    The collector would go through all of them again and again to find nothing: plans, facts and
    answers hold no cycles, and what is dropped is freed at once. What does make cycles, step by
    step, collects the recent ones itself (`graph/versions/batches.py`).
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
