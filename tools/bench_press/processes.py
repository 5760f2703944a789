"""Server processes: started, waited for, asked what they have used, and ended."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

HOST = "127.0.0.1"
PATIENCE = 120.0  # seconds until a server that does not answer counts as broken
_TICKS = os.sysconf("SC_CLK_TCK")


class BenchError(RuntimeError):
    """Something that the bench needs did not work."""


def seconds(*processes: int) -> float:
    """Seconds of CPU that processes have used, in the kernel too."""
    return sum(_ticks(process) for process in processes) / _TICKS


def _ticks(process: int) -> int:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def precise_seconds(*processes: int) -> float:
    """The same in nanoseconds' steps, where the kernel tells them by thread."""
    total = 0
    for process in processes:
        for thread in Path(f"/proc/{process}/task").iterdir():
            with suppress(FileNotFoundError, ProcessLookupError):  # a thread that has just ended
                total += int((thread / "schedstat").read_text().split()[0])
    return total / 1e9


def resident(process: int, kind: str = "VmRSS") -> float:
    """Megabytes of memory that a process has now.

    `RssAnon` is its own alone: files that it maps, as the search index is, are the system's to
    take back.
    """
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith(f"{kind}:"):
            return int(line.split()[1]) * 1024 / 1e6
    raise BenchError(f"process {process} has ended")


def children(process: int) -> list[int]:
    """The processes that a process has started and that still run."""
    tasks = Path(f"/proc/{process}/task").iterdir()
    return [int(word) for task in tasks for word in (task / "children").read_text().split()]


@contextmanager
def running(
    command: Sequence[str], address: str, log: Path, environment: Mapping[str, str]
) -> Iterator[int]:
    """Run a server while the block lasts; yield its process once it answers at `address`."""
    with log.open("w") as output:
        process = subprocess.Popen(
            command, env={**environment}, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        _wait(process, address, log)
        yield process.pid
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            raise BenchError(f"{process.args!r} ended: {log.read_text().strip()[-2000:]}")
        try:
            with urlopen(address, timeout=PATIENCE):  # noqa: S310 - our own address
                return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    raise BenchError(f"{address} did not answer within {PATIENCE:.0f} seconds")
