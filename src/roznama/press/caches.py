"""Caches outside, and how each is told to drop what has changed.

Wagtail's backends purge addresses. Two networks know tags as well: there one request drops
every page that carries a key, however many pages that are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol
from urllib.parse import urlsplit

import requests
from wagtail.contrib.frontend_cache.backends.base import BaseBackend
from wagtail.contrib.frontend_cache.backends.cloudflare import CloudflareBackend
from wagtail.contrib.frontend_cache.backends.http import HTTPBackend

_PATIENCE = 20  # seconds


class CacheError(Exception):
    """The cache did not take a purge, or none such can be told anything."""


class TagCache(Protocol):
    """A cache that drops pages by the keys they carry."""

    most: int
    """How many tags one request may name."""

    def purge_tags(self, tags: Sequence[str]) -> None:
        """Drop all that carries one of the tags.

        Raises:
            CacheError: the cache did not take it.

        """


class Cloudflare:
    """A Cloudflare zone; pages carry their keys in `Cache-Tag`."""

    most = 30  # tags in one request, as its documentation says
    endpoint = "https://api.cloudflare.com/client/v4/zones/{zone}/purge_cache"

    def __init__(self, zone: str, token: str) -> None:
        self._address = self.endpoint.format(zone=zone)
        self._headers = {"Authorization": f"Bearer {token}"}

    def purge_tags(self, tags: Sequence[str]) -> None:
        """Drop all that carries one of the tags."""
        _post(self._address, self._headers, {"tags": list(tags)})


class Fastly:
    """A Fastly service; pages carry their keys in `Surrogate-Key`."""

    most = 256  # keys in one request, as its documentation says
    endpoint = "https://api.fastly.com/service/{service}/purge"

    def __init__(self, service: str, token: str) -> None:
        self._address = self.endpoint.format(service=service)
        self._headers = {"Fastly-Key": token, "Accept": "application/json"}

    def purge_tags(self, tags: Sequence[str]) -> None:
        """Drop all that carries one of the keys."""
        _post(self._address, self._headers, {"surrogate_keys": list(tags)})


def outside_cache(place: str, token: str) -> TagCache | BaseBackend | None:
    """Return the cache that a setting names, None for none.

    `place` is `cloudflare:ZONE`, `fastly:SERVICE`, `cloudflare-urls:ZONE` for a zone whose plan
    has no tags, or the http address of a cache that takes PURGE, such as Varnish.

    Raises:
        CacheError: the setting names none of these.

    """
    if not place:
        return None
    kind, _, name = place.partition(":")
    if kind in ("http", "https") and urlsplit(place).netloc:
        return HTTPBackend({"LOCATION": place})
    if not name or not token:
        raise CacheError(f"{place!r} is no cache, or ROZNAMA_CACHE_TOKEN is missing")
    if kind == "cloudflare-urls":
        return CloudflareBackend({"ZONEID": name, "BEARER_TOKEN": token})
    kinds: dict[str, type[Cloudflare] | type[Fastly]] = {"cloudflare": Cloudflare, "fastly": Fastly}
    if kind not in kinds:
        raise CacheError(f"{kind!r} is no kind of cache; see docs/settings.md")
    return kinds[kind](name, token)


def _post(address: str, headers: dict[str, str], body: dict[str, Any]) -> None:
    try:
        answer = requests.post(address, json=body, headers=headers, timeout=_PATIENCE)
    except requests.RequestException as error:
        raise CacheError(f"the outside cache does not answer: {type(error).__name__}") from None
    if not answer.ok:
        raise CacheError(f"the outside cache refused a purge: {answer.status_code}")
