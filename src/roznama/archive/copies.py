"""Copies: the same agency text twice, or a story and its updated version.

Told from the stored vectors: two texts that share most of their terms are one story, which
is not offered beside itself and only once in a list. Where the line runs was measured on
reused news (docs/decisions/0009).
"""

from __future__ import annotations

import numpy as np

from roznama.archive.vectors import Vector

ALIKE = 0.6
"""From this share of all their terms on (Jaccard) two stories are one."""

_CONTAINED = 0.9  # of the shorter one's terms stand in the longer one
_GROWN = 0.5  # the shorter has at least so many of the longer one's terms


def is_same_story(one: Vector, other: Vector) -> bool:
    """Whether two stories are copies of one text, or one is the other's updated version.

    Two empty stories are not: there is nothing to tell.
    """
    shorter, longer = sorted((len(one.hashes), len(other.hashes)))
    if not shorter:
        return False
    shared = len(np.intersect1d(one.hashes, other.hashes, assume_unique=True))
    if shared / (shorter + longer - shared) >= ALIKE:
        return True
    return shared >= _CONTAINED * shorter and shorter >= _GROWN * longer


def overlap(one: Vector, other: Vector) -> float:
    """Return the share of both stories' terms that they have in common (Jaccard), 0 to 1."""
    every = len(one.hashes) + len(other.hashes)
    shared = len(np.intersect1d(one.hashes, other.hashes, assume_unique=True))
    return shared / (every - shared) if every > shared else 0.0


def contained(one: Vector, other: Vector) -> float:
    """Return the share of one story's terms that the other has too, 0 to 1."""
    shared = len(np.intersect1d(one.hashes, other.hashes, assume_unique=True))
    return shared / len(one.hashes) if len(one.hashes) else 0.0
