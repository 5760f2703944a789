"""The programs of the bench: run to their end, or asked for one thing after the other."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench_newsroom.sizes import FOLDER, NAME

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = Path(__file__).with_name("programs")
SITE = "http://127.0.0.1:8000"
VAR = FOLDER / f"paper_{NAME}"


class BenchError(RuntimeError):
    """Something that the bench needs did not work."""


def environment(database: str) -> dict[str, str]:
    """Return the environment of a program that works on a database."""
    own = {name: text for name, text in os.environ.items() if not name.startswith("ROZNAMA_")}
    return {
        **own,
        "PYTHONPATH": f"{ROOT / 'src'}:{ROOT / 'tools'}:{PROGRAMS}",
        "ROZNAMA_VAR": str(VAR),
        "ROZNAMA_SITE_URL": SITE,
        "ROZNAMA_DATABASE_URL": database,
    }


def run(database: str, *arguments: str) -> str:
    """Run Python with these arguments; return what it said. Raises BenchError where it failed."""
    done = subprocess.run(
        [sys.executable, *arguments], env=environment(database), capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    if done.returncode:
        raise BenchError(f"{' '.join(arguments[:3])}: {done.stderr.strip()[-3000:]}")
    return done.stdout


class Asked:
    """A program that does one thing at a time, as it is told on its input."""

    def __init__(self, name: str, database: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(PROGRAMS / f"{name}.py")], env=environment(database), text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        self.things: list[str] = self._read()
        """What it can be asked to do."""

    def does(self, thing: str) -> dict[str, float]:
        """Let it do one thing; return what that took."""
        if self._process.stdin is None:
            raise BenchError("the program takes no input")
        self._process.stdin.write(f"{thing}\n")
        self._process.stdin.flush()
        found: dict[str, float] = self._read()
        return found

    def close(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()

    def _read(self) -> Any:
        line = self._process.stdout.readline() if self._process.stdout else ""
        if not line:
            raise BenchError(f"{self._process.args!r} ended")
        return json.loads(line)
