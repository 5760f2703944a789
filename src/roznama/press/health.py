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

    Times are in seconds. `hit_ratio` is the share of requests for pages, in the last seven days,
    that the store had an answer for; None before any.
    """
    try:
        records = Records(folder / "records.sqlite3", mode="ro")
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
    # A beat in the future is one of before the clock was set back.
    if abs(now - beat.get("time", 0.0)) > _SILENT:
        reasons.append("the printer is silent")
    if summary["failing"]:
        reasons.append(f"{summary['failing']} pages could not be printed anew")
    oldest = summary.pop("oldest")
    served = summary.pop("served") or 0
    asked = served + (summary.pop("missed") or 0)
    return {
        "status": "degraded" if reasons else "ok",
        "reasons": reasons,
        **summary,
        "oldest_waiting": round(max(0.0, now - oldest), 1) if oldest else 0.0,
        "hit_ratio": round(served / asked, 4) if asked else None,
    }
