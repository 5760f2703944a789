"""The paper that is measured: founded, filled and printed in a temporary folder."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from trial import free_port

from bench_press.processes import HOST, BenchError, running
from bench_press.sizes import PAGES, PRINTED

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = Path(__file__).with_name("programs")


@dataclass
class Paper:
    """A paper in a folder; its address stays the same, or the press would reprint it all."""

    folder: Path
    port: int

    @property
    def address(self) -> str:
        """Where it is served, without a slash at the end."""
        return f"http://{HOST}:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """The environment for its processes."""
        own = {name: text for name, text in os.environ.items() if not name.startswith("ROZNAMA_")}
        return {
            **own,
            "PYTHONPATH": f"{ROOT / 'src'}:{ROOT / 'tools'}",
            "DJANGO_SETTINGS_MODULE": "roznama.config.settings",
            "ROZNAMA_VAR": str(self.folder),
            "ROZNAMA_SITE_URL": self.address,
        }

    def command(self, *arguments: str) -> str:
        """Run one of the paper's commands; return what it said."""
        return self._run("-m", "roznama", *arguments)

    def program(self, name: str, *arguments: str) -> Any:
        """Run one of `programs/`; return what it printed last, as JSON."""
        said = self._run(str(PROGRAMS / f"{name}.py"), *arguments).strip()
        return json.loads(said.rpartition("\n")[2]) if said else None

    def _run(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments],
            env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            raise BenchError(f"{' '.join(arguments[:3])}: {done.stderr.strip()[-2000:]}")
        return done.stdout

    @contextmanager
    def served(self) -> Iterator[int]:
        """Serve it with its printer; yield the serving process."""
        command = [sys.executable, "-m", "roznama", "serve", "--host", HOST]
        command += ["--port", str(self.port)]
        log = self.folder / "serve.log"
        with running(command, f"{self.address}/", log, self.environment) as process:
            yield process

    @cached_property
    def printed(self) -> dict[str, Any]:
        """Every story and list is printed now: `stories`, `lists` (paths), and what it took."""
        found: dict[str, Any] = self.program("first_print", str(PRINTED))
        return found


@contextmanager
def made(pages: int = PAGES) -> Iterator[Paper]:
    """Make a paper with so many stories; nothing of it outlives the block."""
    with tempfile.TemporaryDirectory(prefix="roznama-bench-", ignore_cleanup_errors=True) as folder:
        paper = Paper(Path(folder), free_port())
        start = time.monotonic()
        paper.command("setup")
        paper.command("demo")
        paper.program("fill", str(pages))
        print(f"{pages:,} stories made in {time.monotonic() - start:.0f} s", flush=True)
        yield paper
