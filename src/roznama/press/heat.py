"""How busy a page is: requests that count half as much every few hours.

The number kept is a logarithm in absolute time, so a page that nobody asks for needs no
upkeep: it stays where it is while the others rise.
"""

from __future__ import annotations

import math

HALF_LIFE = 6 * 3600.0
"""Seconds in which a request comes to count half as much: what is most read is of today."""


def heated(heat: float, requests: int, now: float) -> float:
    """Return a page's heat after so many more requests; 0 is one never asked for.

    Heat is log2 of the requests weighed as of the epoch, `now` is seconds since then.
    """
    if requests <= 0:
        return heat
    present = now / HALF_LIFE
    before = 2.0 ** min(heat - present, 60.0) if heat else 0.0
    return present + math.log2(before + requests)
