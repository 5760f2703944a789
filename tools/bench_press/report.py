"""The tables, and what they were measured on."""

import os
import platform
import shutil
import subprocess
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

Row = tuple[str, str, str]
"""What was measured, the figure, the target (empty where there is none)."""

_PACKAGES = ("django", "wagtail", "uvicorn", "uvloop", "httptools", "brotli")


def machine() -> str:
    """Date, processor, load and versions, in two lines."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    load = os.getloadavg()[0]
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    rivals = f"{_said('nginx', '-v')}, {_said('wrk', '-v')}"
    return (
        f"{datetime.now():%Y-%m-%d}, {os.cpu_count()} cores ({model}), load {load:.1f}, "
        f"Linux {platform.release()}\n"
        f"Python {platform.python_version()}, {packages}, {rivals}"
    )


def _said(name: str, option: str) -> str:
    path = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if path is None:
        return f"no {name}"
    done = subprocess.run([path, option], capture_output=True, text=True, check=False)
    words = (done.stdout + done.stderr).strip().splitlines()[0]
    return words.removeprefix("nginx version: ").partition(" [")[0]


def show(row: Row) -> None:
    """Print a line of a table."""
    what, figure, target = row
    print(f"  {what:68}  {figure:>16}  {target}", flush=True)
