"""How hard tests try: HYPOTHESIS_PROFILE=nightly looks at forty times as many examples."""

from __future__ import annotations

import os
import random
from typing import TypeVar

from hypothesis import HealthCheck, settings

T = TypeVar("T")
NIGHTLY = "nightly"

settings.register_profile(
    "default", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(NIGHTLY, settings.get_profile("default"), max_examples=2000)


def load() -> None:
    """Use the profile that the environment names, else the default one."""
    settings.load_profile(_profile())


def points(few: int, many: int) -> list[float]:
    """Return random parts of a whole, evenly spread: `few` of them, or `many` at night.

    They are the same in each run, so that one that fails can be tried again.
    """
    count = many if is_night() else few
    dice = random.Random(count)  # noqa: S311 - no secret
    return [round((place + dice.random()) / count, 3) for place in range(count)]


def examples(few: int, many: int) -> settings:
    """Return how many examples a test looks at whose examples are cheap, by day and at night."""
    return settings(max_examples=many if is_night() else few, deadline=None)


def by_night(all_of_them: list[T], some: list[T]) -> list[T]:
    """Return all cases at night, else some of them."""
    return all_of_them if is_night() else some


def is_night() -> bool:
    """Tell whether there is time for everything."""
    return _profile() == NIGHTLY


def _profile() -> str:
    return os.environ.get("HYPOTHESIS_PROFILE", "default")
