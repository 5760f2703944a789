"""Addresses on this site."""

from __future__ import annotations

from django.conf import settings
from wagtail.models import Site

from roznama.changes.reads import read_once


def absolute(path: str) -> str:
    """Return the public address of a path ("/dunya/…/"). Absolute addresses pass through."""
    return path if path.startswith(("http://", "https://")) else f"{settings.SITE_URL}{path}"


def tree_path(url_path: str) -> str:
    """Return the path of a page by its place in Wagtail's tree ("/home/dunya/…/").

    The same as the page's `url`, without a page in hand; empty for a place that no site has.
    """
    sites = read_once("sites", Site.get_site_root_paths)
    ours = [site for site in sites if url_path.startswith(site.root_path)]
    if not ours:
        return ""
    path = f"/{url_path[len(ours[0].root_path) :]}"
    return path if len({site.site_id for site in sites}) == 1 else f"{ours[0].root_url}{path}"
