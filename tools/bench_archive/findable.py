"""From publishing to being found, over HTTP: in a paper of its own that is served and printed.

The clock starts before a story is published and stops with the first answer of /search/ that
has it; /search/ is asked every 20 ms, each time in other words, so that no answer was kept.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

import trial

from bench_archive.coining import name

Row = tuple[str, str, str]

_STORIES = 10
_PATIENCE = 30.0  # seconds
_PROGRAM = Path(__file__).parent / "programs" / "publish.py"


def rows() -> Iterator[Row]:
    """Publish some stories one after the other; yield how long each could not be found."""
    with tempfile.TemporaryDirectory(prefix="roznama-bench-") as folder:
        trial.prepare(Path(folder))
        with trial.served(Path(folder)) as address:
            taken = sorted(_measured(Path(folder), address))
    told = f"{taken[len(taken) // 2] * 1000:.0f} / {taken[-1] * 1000:.0f}"
    yield f"published to found over HTTP, {_STORIES} stories: p50 / worst, ms", told, "1000"


def _measured(folder: Path, address: str) -> Iterator[float]:
    with subprocess.Popen(
        [sys.executable, str(_PROGRAM)], env=_environment(folder),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as program:  # fmt: skip
        if program.stdin is None or program.stdout is None:
            raise SystemExit("no way to the program that publishes")
        for number in range(_STORIES):
            word = name(number)
            print(f"{word} {name(number + 1000)}", file=program.stdin, flush=True)
            start = float(program.stdout.readline())
            yield _until_found(address, word) - start
        program.stdin.close()


def _until_found(address: str, word: str) -> float:
    end, asked = time.time() + _PATIENCE, 0
    while time.time() < end:
        asked += 1
        query = quote(f"{word} -{asked}")
        with urlopen(f"{address}/search/?q={query}", timeout=_PATIENCE) as answer:  # noqa: S310
            if b"<article" in answer.read():
                return time.time()
        time.sleep(0.02)
    raise SystemExit(f"{word} was not found within {_PATIENCE:.0f} seconds")


def _environment(folder: Path) -> dict[str, str]:
    return {**trial._environment(folder), "DJANGO_SETTINGS_MODULE": "roznama.config.settings"}
