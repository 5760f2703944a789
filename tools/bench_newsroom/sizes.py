"""How much is measured; each size can be given in the environment: `STORIES=2000`."""

import os
import tempfile
from pathlib import Path

STORIES = int(os.environ.get("STORIES", "120000"))
REVISIONS = int(os.environ.get("REVISIONS", str(25 * STORIES)))
"""Revisions of all stories together; each story has as many as the others."""
ROUNDS = int(os.environ.get("ROUNDS", "30"))
"""How often each thing is done, after it was done WARM times."""
WARM = int(os.environ.get("WARM", "3"))
FOLDER = Path(os.environ.get("FOLDER", Path(tempfile.gettempdir()) / "bench-newsroom")).absolute()
"""Where the grown papers stay, so that a second run begins at once."""

EACH = max(1, REVISIONS // STORIES)
"""Revisions of one story."""
NAME = f"{STORIES}_{REVISIONS}"
"""What is in the names of databases and folders of this size."""
