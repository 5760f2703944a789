"""A live coverage as schema.org's LiveBlogPosting, as search engines ask for it."""

from __future__ import annotations

from typing import Any

from roznama.paper.addresses import absolute
from roznama.paper.live_sheets import LiveBoard, UpdateLine


def live_blog(story: dict[str, Any], board: LiveBoard) -> dict[str, Any]:
    """Return a story's data, a NewsArticle, as a LiveBlogPosting with the updates on its page.

    While the coverage is on it has no end: nobody knows it yet.
    """
    return {
        **story,
        "@type": "LiveBlogPosting",
        "coverageStartTime": board.started.isoformat(),
        "coverageEndTime": board.ended.isoformat() if board.ended else "",
        "liveBlogUpdate": [_update(one, story) for one in board.updates],
    }


def _update(line: UpdateLine, story: dict[str, Any]) -> dict[str, Any]:
    author = line.author
    person = (
        {"@type": "Person", "name": author.name, "url": absolute(author.path)} if author else {}
    )
    return {
        "@type": "BlogPosting",
        "@id": absolute(line.path),
        "url": absolute(line.path),
        "headline": line.name[:110] or story["headline"],
        "articleBody": line.text,
        "datePublished": line.time.isoformat(),
        "dateModified": max(line.changed or line.time, line.time).isoformat(),
        "image": absolute(line.picture.src) if line.picture else "",
        "author": person or story["publisher"],
        "publisher": {"@id": story["publisher"]["@id"]},
        "correction": {
            "@type": "CorrectionComment",
            "text": line.correction,
            "datePublished": line.corrected.isoformat(),
        }
        if line.corrected
        else "",
    }
