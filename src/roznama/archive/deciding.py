"""Which thread a story belongs to: a decision about plain values, without a database.

A wrong thread is worse than none, so every step asks for much: stories that are about the same
event, not the same subject, and not far from each other in time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

ENOUGH = 0.35
"""The closeness from which two stories tell of one event, from 0 to 1.

Measured on reused news (docs/archive.md): from here on more of the closest others are of the
same event than not; between .30 and .35 a third are.
"""

LASTS = 14 * 24 * 3600
"""Seconds after a thread's newest story in which another joins it."""

OTHERS = 2
"""How many other stories a thread is opened with, at least."""

MOST = 12
"""How many neighbors are looked at."""


@dataclass(frozen=True, slots=True)
class Neighbor:
    """A story close to another: its id, how close from 0 to 1, and when it was published.

    `published` is in seconds since the epoch.
    """

    pk: int
    score: float
    published: int


Neighbors = Callable[[int], Sequence[Neighbor]]
"""Answers which stories are close to one, closest first."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where stories are now.

    `threads` has the thread of each story that has a place, None for one that an editor took
    out; `newest` is when the newest story of a thread was published, in seconds.
    """

    threads: Mapping[int, int | None]
    newest: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Join:
    """The story belongs to a thread that there is."""

    thread: int


@dataclass(frozen=True, slots=True)
class Open:
    """The story opens a thread with others; `stories` are all of them."""

    stories: frozenset[int]


Decision = Join | Open | None


def decide(pk: int, published: int, neighbors: Neighbors, places: Places) -> Decision:
    """Return where a story belongs that has no place yet, None for nowhere.

    It joins the thread of its closest neighbor that is in one, if that thread still runs; or
    it opens one with neighbors that are close to each other too.
    """
    if pk in places.threads:
        return None
    close = [near for near in neighbors(pk)[:MOST] if near.score >= ENOUGH and near.pk != pk]
    for near in close:
        thread = places.threads.get(near.pk)
        if thread is not None and abs(places.newest.get(thread, 0) - published) <= LASTS:
            return Join(thread)
    free = [
        near
        for near in close
        if near.pk not in places.threads and abs(near.published - published) <= LASTS
    ]
    return _opened(pk, [near.pk for near in free], neighbors)


def _opened(pk: int, free: Sequence[int], neighbors: Neighbors) -> Open | None:
    """Return the first group of free neighbors that are all close to each other."""
    if len(free) < OTHERS:
        return None
    close = {one: _close_to(one, neighbors) for one in free}
    for first in free:
        group = [first]
        for other in free:
            if other != first and all(_are_close(one, other, close) for one in group):
                group.append(other)
        if len(group) >= OTHERS:
            return Open(frozenset([pk, *group]))
    return None


def _are_close(one: int, other: int, close: Mapping[int, set[int]]) -> bool:
    # Each names its closest only, so that one may know of the other alone.
    return other in close[one] or one in close[other]


def _close_to(pk: int, neighbors: Neighbors) -> set[int]:
    return {near.pk for near in neighbors(pk) if near.score >= ENOUGH}
