"""How much is measured; each size can be given in the environment: `PAGES=100000`."""

import os


def size(name: str, default: int) -> int:
    """A size by its name, the default where the environment has none."""
    return int(os.environ.get(name, default))


PAGES = size("PAGES", 2000)
"""Stories that have a page in the store."""
PRINTED = size("PRINTED", PAGES)
"""How many of them are printed, the newest; the others get copies of these pages."""
ROUNDS = size("ROUNDS", 7)
"""Interleaved rounds; medians of them are told."""
SECONDS = size("SECONDS", 2)
"""Seconds that each server is loaded in a round."""
PUBLISHED = size("PUBLISHED", 40)
"""Stories published one by one, 20 a minute."""
HOT = size("HOT", 10_000)
"""Pages that readers ask for."""
EVERY = 3.0
"""Seconds from one story to the next: 20 a minute."""
