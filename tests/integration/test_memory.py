"""The served process keeps the garbage collector away from what stays for good."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.any_database

COUNT = "import gc, roznama.config.asgi; print(gc.get_freeze_count(), len(gc.get_objects()))"


def test_a_full_collection_looks_at_little_of_a_server_that_started(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", COUNT],
        env={**os.environ, "ROZNAMA_VAR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    frozen, looked_at = map(int, told.split())
    assert frozen > 100_000
    assert looked_at < frozen / 20
