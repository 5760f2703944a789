"""Other libraries for Urdu beside ours, in one run: speed on equal input, and quality.

They have an environment of their own, `.venv-peers` (requirements/peers.txt), in which this part
of the bench runs itself again together with our engine.
"""

import json
import os
import subprocess

from bench_urdu.data import ROOT

Row = tuple[str, str, str]

_PYTHON = ROOT / ".venv-peers" / "bin" / "python"


def rows() -> list[Row]:
    if not _PYTHON.exists():
        return [("not installed: make bench-urdu builds it", "", "")]
    done = subprocess.run(
        [_PYTHON, "-W", "ignore", "-m", "bench_urdu.peers"],
        cwd=ROOT / "tools",
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        check=False,
        text=True,
    )
    if done.returncode:
        return [("failed: " + done.stderr.strip().rpartition("\n")[2], "", "")]
    return [(what, measured, target) for what, measured, target in json.loads(done.stdout)]
