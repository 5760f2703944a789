"""Several nodes that see the same stories at once make one thread of them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import trial

from tests.founding import Founded

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 5
STORIES = 6


def test_nodes_that_race_make_one_thread(own_paper: Founded) -> None:
    environment = trial._environment(own_paper.folder, database=own_paper.database)
    done = subprocess.run(
        [sys.executable, str(Path(__file__).parent / "faults" / "racing.py"), str(ROUNDS)],
        env={**environment, "PYTHONPATH": f"{trial.SOURCE}:{ROOT}"},
        capture_output=True, text=True, timeout=400, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Traceback" not in done.stderr
    assert json.loads(done.stdout) == [[STORIES]] * ROUNDS
