"""Text reuse: what of a story was taken from another text, and where it stands in both.

`compare` and what it stands on are pure functions on text; `finding` and `views` know the paper.
Its page: docs/reuse.md.
"""

from roznama.archive.reuse.comparing import Kind, Passage, Reuse, compare

__all__ = ["Kind", "Passage", "Reuse", "compare"]
