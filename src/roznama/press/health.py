"""How the press is: what `/live/health.json` and `roznama press status` tell."""

from __future__ import annotations

import json
import sqlite3
import time
from pathlib import Path
from typing import Any

from roznama.press.records import Records

_SILENT = 15.0  # seconds without a word from the printer
_LATE = 60.0  # seconds that a page of the first three ranks may wait
BEAT = "beat"


def health(folder: Path) -> dict[str, Any]:
    """Return the state of a store, with `status` "ok" or "degraded" and the reasons.

    Times are in seconds.
    """
    try:
        records = Records(folder / "records.sqlite3", read_only=True)
    except sqlite3.Error:
        return {"status": "degraded", "reasons": ["nothing was printed yet"]}
    try:
        summary = records.summary()
        beat = json.loads(records.state(BEAT) or "{}")
    except sqlite3.Error as error:
        return {"status": "degraded", "reasons": [f"the records do not answer: {error}"]}
    finally:
        records.close()
    now = time.time()
    reasons = [beat["trouble"]] if beat.get("trouble") else []
    if now - beat.get("time", 0.0) > _SILENT:
        reasons.append("the printer is silent")
    if summary["failing"]:
        reasons.append(f"{summary['failing']} pages could not be printed anew")
    oldest = summary.pop("oldest")
    return {
        "status": "degraded" if reasons else "ok",
        "reasons": reasons,
        **summary,
        "oldest_waiting": round(now - oldest, 1) if oldest else 0.0,
    }
