"""Addresses: which requests a printed page can answer, and what file it is."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl

_NEVER = (
    *("/newsroom/", "/media/", "/static/", "/live/", "/search/", "/desk/", "/preview/"),
    "/documents/",
)
_SEGMENT = r"[A-Za-z0-9_-]+"
_PRINTABLE = re.compile(rf"/(?:{_SEGMENT}/)*(?:[A-Za-z0-9_-]+\.(?:xml|txt|rss|atom|json))?")
_LONGEST = 300
_PAGE = re.compile(r"[1-9][0-9]{0,5}")
_NUMBERED = ("page", "p")  # lists and sitemaps come in pages

PagePath = str
"""The name of a page in the store: its path, with `?page=2` where it is a list's second."""


def page_path(path: str, query: str = "") -> PagePath | None:
    """Return the page that answers a request, None where none can.

    Parameters that no page knows (what social networks hang on) make no difference. The
    characters allowed leave no way out of the store's folder.
    """
    if len(path) > _LONGEST or path.startswith(_NEVER) or not _PRINTABLE.fullmatch(path):
        return None
    if not query:
        return path
    for name, value in parse_qsl(query[:_LONGEST], keep_blank_values=True):
        if name in _NUMBERED:
            if not _PAGE.fullmatch(value):
                return None
            return path if value == "1" else f"{path}?{name}={value}"
    return path


def file_name(page: PagePath) -> str:
    """Return where a page's bytes are, under the store's folder: `dunya/index.html`.

    A page with a number is beside it (`dunya/@page=2.html`): no address has an @.
    """
    path, _, query = page.partition("?")
    if query:
        folder, _, name = path[1:].rpartition("/")
        return f"{folder}/@{name}{query}.html".lstrip("/")
    return f"{path[1:]}index.html" if path.endswith("/") else path[1:]


def page_of(name: str) -> PagePath | None:
    """Return the page whose plain bytes are in a file: the other way round of `file_name`."""
    folder, _, last = f"/{name}".rpartition("/")
    if last == "index.html":
        return page_path(f"{folder}/")
    if last.startswith("@") and last.endswith(".html"):
        before, _, number = last[1:].removesuffix(".html").partition("=")
        words = re.match(rf"(.*?)({'|'.join(_NUMBERED)})$", before)
        return page_path(f"{folder}/{words[1]}", f"{words[2]}={number}") if words else None
    return page_path(f"{folder}/{last}")


def is_deep(page: PagePath) -> bool:
    """Whether a page is one that nobody waits for: a later page of a list, a section's sitemap."""
    return "?" in page or page.startswith("/sitemap-")
