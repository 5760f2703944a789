"""Absolute addresses on this site."""

from __future__ import annotations

from django.conf import settings


def absolute(path: str) -> str:
    """Return the public address of a path ("/dunya/…/"). Absolute addresses pass through."""
    return path if path.startswith(("http://", "https://")) else f"{settings.SITE_URL}{path}"
