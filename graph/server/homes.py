"""Where the embedded server keeps its things."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of one embedded server: its data, logs, settings and password."""

    folder: Path

    @property
    def data(self) -> Path:
        """The databases themselves."""
        return self.folder / "data"

    @property
    def logs(self) -> Path:
        """What Neo4j logs; `console.log` is what it prints."""
        return self.folder / "logs"

    @property
    def conf(self) -> Path:
        """The folder of neo4j.conf, which each start writes anew."""
        return self.folder / "conf"

    @property
    def console_log(self) -> Path:
        """What the server prints."""
        return self.logs / "console.log"

    @property
    def debug_log(self) -> Path:
        """What Neo4j says of itself, with what went wrong inside."""
        return self.logs / "debug.log"

    @property
    def password_file(self) -> Path:
        """The password, for the user who owns the file alone."""
        return self.folder / "password"

    @property
    def running_file(self) -> Path:
        """The process and ports of the last start."""
        return self.folder / "running.json"

    @property
    def lock_file(self) -> Path:
        """Held while a server is being started or stopped."""
        return self.folder / "start.lock"


def home() -> Home:
    """Return the folder of this project's server: `.orgatlas/neo4j`, or in `ORGATLAS_HOME`."""
    return Home(Path(os.environ.get("ORGATLAS_HOME", ".orgatlas")).absolute() / "neo4j")


def jar_cache() -> Path:
    """Return where fetched jars are kept: the user's cache, or `ORGATLAS_CACHE`."""
    named = os.environ.get("ORGATLAS_CACHE")
    return Path(named).absolute() if named else user_cache_path("orgatlas") / "jars"
