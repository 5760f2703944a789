"""Plain links that hand a story to other services; no script of theirs."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from roznama.paper.sheets import ShareLink


def share_links(title: str, url: str) -> tuple[ShareLink, ...]:
    """Return the share links for a story's headline and absolute address."""
    return (
        ShareLink("whatsapp", "واٹس ایپ", _link("https://wa.me/", text=f"{title}\n{url}")),
        ShareLink("facebook", "فیس بک", _link("https://www.facebook.com/sharer/sharer.php", u=url)),
        ShareLink("x", "ایکس", _link("https://x.com/intent/post", text=title, url=url)),
        ShareLink("telegram", "ٹیلی گرام", _link("https://t.me/share/url", url=url, text=title)),
    )


def _link(base: str, **query: str) -> str:
    return f"{base}?{urlencode(query, quote_via=quote)}"
