"""A conversation for its reader to keep: as JSON for programs, as a page to read."""

from roznama.desk.export.gathering import transcript
from roznama.desk.export.page import transcript_html

__all__ = ["transcript", "transcript_html"]
