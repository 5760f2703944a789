"""A folder with a desk in it: a team, professionals who are logged in, and readers' secrets."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trial import SOURCE, TrialError, free_port

TOOLS = Path(__file__).resolve().parents[1]
SITE = "https://paper.example"


@dataclass(slots=True)
class Desk:
    """A desk in a folder. `people` are the sessions of professionals, by name."""

    folder: Path
    database: str
    people: dict[str, str]
    port: int = 0
    process: subprocess.Popen[str] | None = None

    @property
    def address(self) -> str:
        """Return host and port."""
        return f"127.0.0.1:{self.port}"

    def start(self) -> None:
        """Serve, on the same port as before if there was one."""
        self.port = self.port or free_port()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "desk.server", str(self.port)],
            cwd=TOOLS,
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        if self.process.stdout is None or self.process.stdout.readline().strip() != "ready":
            raise TrialError("the desk did not start")

    def kill(self) -> None:
        """End the server at whatever instruction it is."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End the server."""
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait()
            if self.process.stdout is not None:
                self.process.stdout.close()
            self.process = None

    @property
    def environment(self) -> dict[str, str]:
        """Return what its processes need."""
        return environment(self.folder, self.database)

    def run(self, function: str, *arguments: object) -> Any:
        """Call a function of `desk.inside` in a process of its own; return what it returns."""
        return run(self.folder, self.database, function, *arguments)


def environment(folder: Path, database: str = "") -> dict[str, str]:
    """Return the environment of a desk's processes."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ROZNAMA_")}
    return {
        **kept,
        "ROZNAMA_VAR": str(folder),
        "ROZNAMA_DATABASE_URL": database,
        "ROZNAMA_SITE_URL": SITE,
        "DJANGO_SETTINGS_MODULE": "roznama.config.settings",
        "PYTHONPATH": f"{SOURCE}{os.pathsep}{TOOLS}",
    }


def run(folder: Path, database: str, function: str, *arguments: object) -> Any:
    """Call a function of `desk.inside` on the desk in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "desk.inside", function, json.dumps(arguments)],
        cwd=TOOLS,
        env=environment(folder, database),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise TrialError(done.stderr)
    return json.loads(done.stdout)


@contextmanager
def desk(folder: Path, *, database: str = "", people: int = 2, teams: int = 1) -> Iterator[Desk]:
    """Make a desk in a folder and serve it."""
    one = Desk(folder, database, run(folder, database, "prepare", people, teams))
    one.start()
    try:
        yield one
    finally:
        one.stop()
