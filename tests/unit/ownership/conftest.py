"""The resolver's tests use the shared hypothesis profiles."""

from __future__ import annotations

from tests import profiles

profiles.load()
