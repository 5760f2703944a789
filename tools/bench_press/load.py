"""Readers: wrk, with what it counted."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench_press.processes import BenchError

_SCRIPT = Path(__file__).with_name("load.lua")
_UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}
_LATENCY = re.compile(r"^\s+(\d+)%\s+([\d.]+)(us|ms|s|m)$", re.MULTILINE)
_REQUESTS = re.compile(r"(\d+) requests in ")
_FAULTS = re.compile(r"Non-2xx or 3xx responses: (\d+)|Socket errors: (.*)")


@dataclass(frozen=True)
class Load:
    """What readers met: how often they were answered, and how fast in milliseconds."""

    requests: int
    p50: float
    p99: float


def wrk(address: str, *, seconds: int, connections: int) -> Load:
    """Ask for one address as often as it is answered."""
    return _told(start(address, seconds=seconds, connections=connections))


def start(
    address: str,
    *,
    seconds: int,
    connections: int,
    paths: Sequence[str] = (),
    delay: int = 0,
) -> subprocess.Popen[str]:
    """Begin to ask, for `paths` in any order where some are given; `done` tells how it went.

    `delay` is what a reader waits before the next page on average, in milliseconds.
    """
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "--timeout", "30s"]
    command += ["-H", "Accept-Encoding: br"]
    environment = {**os.environ, "DELAY": str(delay)}
    if paths:
        with tempfile.NamedTemporaryFile("w", suffix=".paths", delete=False) as file:
            file.write("\n".join(paths))
        command += ["-s", str(_SCRIPT)]
        environment["PATHS"] = file.name
    return subprocess.Popen(
        [*command, address], env=environment, text=True, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )  # fmt: skip


def done(process: subprocess.Popen[str]) -> Load:
    """Wait for readers to finish."""
    return _told(process)


def _told(process: subprocess.Popen[str]) -> Load:
    told = process.communicate()[0]
    requests = _REQUESTS.search(told)
    if process.returncode or requests is None:
        raise BenchError(f"wrk: {told.strip()}")
    if faults := _FAULTS.search(told):
        raise BenchError(f"not every request was answered: {faults[0]}")
    times = {
        int(part): float(number) * _UNITS[unit] for part, number, unit in _LATENCY.findall(told)
    }
    return Load(int(requests[1]), times[50], times[99])


def is_there() -> bool:
    """Whether wrk is installed."""
    return shutil.which("wrk") is not None
