"""How hard hypothesis tries: HYPOTHESIS_PROFILE=nightly looks at forty times as many examples."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "default", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("nightly", settings.get_profile("default"), max_examples=2000)


def load() -> None:
    """Use the profile that the environment names, else the default one."""
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
