"""Content negotiation and conditional requests (RFC 9110, 12.5.3 and 13.1)."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from functools import lru_cache

from roznama.press.files import ENCODINGS


@lru_cache(maxsize=512)
def preferred(accept: bytes) -> tuple[str, ...]:
    """Return the encodings that a client takes, best first; identity is always among them.

    `accept` is the value of Accept-Encoding. Between equal weights the smaller form wins.
    """
    weights: dict[str, float] = {}
    for part in accept.decode("latin-1").lower().split(","):
        name, _, parameter = part.partition(";")
        weights[name.strip()] = _weight(parameter)
    rest = weights.get("*", 0.0)
    order = {name: weights.get(name, rest) for name in ENCODINGS}
    taken = [name for name, weight in order.items() if weight > 0 and name != "identity"]
    return (*sorted(taken, key=lambda name: -order[name]), "identity")


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return min(1.0, max(0.0, float(value)))
    except ValueError:
        return 0.0


def is_unchanged(headers: dict[bytes, bytes], etag: str, changed: int) -> bool:
    """Whether the client already has what it asks for.

    If-None-Match decides alone where it is sent; If-Modified-Since is whole seconds.
    """
    if (tags := headers.get(b"if-none-match")) is not None:
        sent = [tag.strip().removeprefix("W/") for tag in tags.decode("latin-1").split(",")]
        return etag in sent or "*" in sent
    since = headers.get(b"if-modified-since")
    if since is None or not changed:
        return False
    try:
        return changed <= parsedate_to_datetime(since.decode("latin-1")).timestamp()
    except (ValueError, TypeError, OverflowError):
        return False
