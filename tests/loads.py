"""Ways to load that tests share."""

from __future__ import annotations

from seed.loading.loads import Options

MAY_END_ALL = Options(most_ending=1.0)
SMALL_TRANSACTIONS = 40
"""Rows of a transaction, so that also a small plan takes many."""
