"""Signals that ask a command to end: all of them act like Ctrl-C."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator
    from types import FrameType

STOPPED = 130
"""Exit code after Ctrl-C."""
_ENDING = (signal.SIGTERM, signal.SIGHUP)
"""Sent by a service manager or `kill`, and by a terminal that closes."""


def end_like_ctrl_c() -> None:
    """Have every signal that asks to end do what Ctrl-C does, so that commands clean up.

    A signal that whoever started us had ignored (`nohup`) stays ignored.
    """
    for ending in _ENDING:
        if signal.getsignal(ending) is not signal.SIG_IGN:
            signal.signal(ending, _press_ctrl_c)


@contextmanager
def undisturbed() -> Generator[None]:
    """Ignore all requests to end while something is brought to its end."""
    before = {one: signal.signal(one, signal.SIG_IGN) for one in (signal.SIGINT, *_ENDING)}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _press_ctrl_c(_: int, frame: FrameType | None) -> None:
    """Do what Ctrl-C does now, also where it is ignored itself, as in a background job."""
    ctrl_c = signal.getsignal(signal.SIGINT)
    if callable(ctrl_c):
        ctrl_c(signal.SIGINT, frame)
    else:
        raise KeyboardInterrupt
