"""Days as a command line gives them."""

from __future__ import annotations

from datetime import date, datetime

import typer


def day_given(text: str | None) -> date:
    """Return the day that was given with `--as-of`; today where none was.

    Raises:
        typer.BadParameter: the text is no day.
    """
    if text is None:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(
            f"{text} is no day: write it like 2026-07-01", param_hint="--as-of"
        ) from error
