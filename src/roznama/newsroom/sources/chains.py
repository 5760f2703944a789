"""Relay chains: who had a claim from whom."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


class Relays:
    """Who passed one claim on to whom, put together from chains."""

    def __init__(self) -> None:
        self._onward: dict[str, set[str]] = {}

    def add(self, chain: Sequence[str]) -> tuple[int, int] | None:
        """Add a chain, who said it first; None where the claim never comes back to anyone.

        Otherwise the two places in the chain, from 0, between which it comes back: that of the
        one it comes back to, and that of the one who stands there again or passes it back. A
        chain that comes back is not added.
        """
        for later, one in enumerate(chain):
            if one in chain[:later]:
                return chain.index(one), later
        for later, one in enumerate(chain):
            reached = self._reached_from(one)
            for earlier, before in enumerate(chain[:later]):
                if before in reached:
                    return earlier, later
        for giver, taker in pairwise(chain):
            self._onward.setdefault(giver, set()).add(taker)
        return None

    def _reached_from(self, start: str) -> set[str]:
        found: set[str] = set()
        waiting = [start]
        while waiting:
            new = self._onward.get(waiting.pop(), set()) - found
            found |= new
            waiting += new
        return found
