"""The clock in its own process: several at once, and from the minute to the reader's page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
import trial

from tests.founding import Founded

ROOT = Path(__file__).resolve().parents[2]
STORIES = 8
SLACK = float(os.environ.get("TIMING_SLACK", "30"))
"""Seconds that a busy machine may take; how long it took is in the report of the run."""
SCHEDULE = """
import sys; sys.path.insert(0, {root!r})
from datetime import timedelta
from django.utils.timezone import now
from tests.factories import make_story
story = make_story("خبر جو وقت پر آئی", draft=True, {how}=now() + timedelta(seconds={wait}))
story.get_latest_revision().publish()
print(story.url, story.{how}.timestamp())
"""


def test_clocks_that_race_publish_once(own_paper: Founded) -> None:
    environment = trial._environment(own_paper.folder, database=own_paper.database)
    done = subprocess.run(
        [sys.executable, str(Path(__file__).parent / "faults" / "clocks.py"), str(STORIES)],
        env={**environment, "PYTHONPATH": f"{trial.SOURCE}:{ROOT}"},
        capture_output=True, text=True, timeout=400, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout)
    assert told == {"codes": [0, 0, 0, 0], "live": STORIES, "times": [1] * STORIES}


def schedule(paper: Founded, how: str, wait: float) -> tuple[str, float]:
    code = SCHEDULE.format(root=str(ROOT), how=how, wait=wait)
    said = trial.command(paper.folder, "shell", "--no-imports", "-c", code, database=paper.database)
    path, due = said.split()
    return path, float(due)


def status(address: str) -> int:
    try:
        with urlopen(address, timeout=30) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code


def seen_after(address: str, due: float) -> float:
    """Ask until the page is there; return how many seconds after its time that was."""
    while status(address) != 200:
        assert time.time() < due + SLACK, "it never came"
        time.sleep(0.05)
    return time.time() - due


def test_a_story_is_read_right_after_its_minute(
    own_paper: Founded, record_property: Callable[[str, object], None]
) -> None:
    late, _due = schedule(own_paper, "embargo_until", 0.5)  # falls due while no clock runs
    time.sleep(1)
    with trial.served(own_paper.folder, database=own_paper.database) as address:
        seen_after(address + late, time.time())
        for wait in (15, 60):  # planning and asking may take longer than the first
            path, due = schedule(own_paper, "embargo_until", wait)
            early = status(address + path)
            if time.time() < due:
                break
        else:
            pytest.fail("too slow to schedule")
        assert early == 404
        delay = seen_after(address + path, due)
        assert delay >= 0
        record_property("seconds", round(delay, 2))
