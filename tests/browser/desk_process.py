"""The doctors' process (`doctor.py`) as a test speaks to it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import trial

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120  # seconds


class Doctor:
    """Does in the served paper what it is told."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def __call__(self, name: str, *rest: Any) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([name, *rest]) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


@contextmanager
def doctors(folder: Path, address: str) -> Iterator[Doctor]:
    """Open the doctors' team in a served paper while the block lasts."""
    given = trial._environment(folder, address)
    given["PYTHONPATH"] += f":{ROOT}"
    command = [sys.executable, "-m", "tests.browser.doctor"]
    with subprocess.Popen(
        command, env=given, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        doctor = Doctor(process)
        doctor("found")
        until_told(address, "clinic")
        yield doctor
        doctor("leave")
        assert process.stdin is not None
        process.stdin.close()


def until_told(address: str, slug: str, *, is_online: bool = False) -> None:
    """Wait until the live file names a team: it is written every few seconds."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        teams = _told(address)
        if slug in teams and (teams[slug] or not is_online):
            return
        time.sleep(0.5)
    raise TimeoutError("the live file does not name the team")


def _told(address: str) -> dict[str, bool]:
    """Return the teams of the live file by their slugs, with who is online; none before it is."""
    try:
        with urlopen(f"{address}/live/desk.json") as answer:
            return {team["slug"]: team["online"] for team in json.load(answer)["teams"]}
    except HTTPError as error:
        if error.code != HTTPStatus.NOT_FOUND:
            raise
        return {}
