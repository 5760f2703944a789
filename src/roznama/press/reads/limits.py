"""How many reads one address may tell, with no address kept.

Of an address a hash stands in memory, made with a key that is never written anywhere and is
another each day. Whoever looks into memory learns no address; at midnight all is forgotten.
"""

from __future__ import annotations

import ipaddress
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b

_DAY = 86_400
_MOST = 50_000
"""Hashes in memory, about 10 MB; beyond that the one heard of longest ago goes."""


@dataclass(frozen=True, slots=True)
class Limit:
    """So many at once, and one more after so many seconds."""

    at_once: int
    every: float


OF_STORY = Limit(10, 120.0)
"""Of one story: 730 a day and address. Whole towns share an address at phone companies."""

OF_ALL = Limit(120, 2.0)
"""Of all stories together."""


class Limits:
    """Tells whether one read more is taken from an address."""

    def __init__(self, most: int = _MOST, clock: Callable[[], float] = time.time) -> None:
        self._most = most
        self._clock = clock
        self._day = -1
        self._key = b""
        self._free: OrderedDict[bytes, float] = OrderedDict()
        """When each hash has used up nothing: one number a hash (the GCRA's)."""

    def __len__(self) -> int:
        return len(self._free)

    def take(self, address: str, story: int) -> bool:
        """Whether a read of a story is taken from an address; if so, it is used up."""
        now = self._clock()
        self._renew(now)
        network = _network(address)
        asked = ((self._hash(network, story), OF_STORY), (self._hash(network, 0), OF_ALL))
        if not all(self._is_free(name, limit, now) for name, limit in asked):
            return False
        for name, limit in asked:
            self._use(name, limit, now)
        return True

    def _renew(self, now: float) -> None:
        day = int(now // _DAY)
        if day != self._day:
            self._day, self._key = day, secrets.token_bytes(32)
            self._free.clear()

    def _hash(self, network: str, story: int) -> bytes:
        return blake2b(f"{network} {story}".encode(), key=self._key, digest_size=12).digest()

    def _is_free(self, name: bytes, limit: Limit, now: float) -> bool:
        return self._free.get(name, 0.0) - now <= limit.every * (limit.at_once - 1)

    def _use(self, name: bytes, limit: Limit, now: float) -> None:
        self._free[name] = max(self._free.get(name, 0.0), now) + limit.every
        self._free.move_to_end(name)
        while len(self._free) > self._most:
            self._free.popitem(last=False)


def _network(address: str) -> str:
    """Return whose the address is: of IPv6 the 64 bits that a household or phone is given."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped:
            return str(found.ipv4_mapped)
        return str(ipaddress.IPv6Network((found, 64), strict=False))
    return str(found)
