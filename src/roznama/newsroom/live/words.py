"""What a live coverage tells, in plain words, for whoever searches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from roznama.newsroom.models import LiveUpdate
from roznama.newsroom.text import html_text


def told_live(stories: Iterable[int]) -> dict[int, str]:
    """Return the words of the updates that readers see, by story, the newest first: one query.

    A story without updates is not in it.
    """
    updates = LiveUpdate.objects.filter(coverage__article__in=list(stories), removed_at=None)
    rows = updates.order_by("-number").values_list("coverage__article", "headline", "body")
    found: defaultdict[int, list[str]] = defaultdict(list)
    for story, headline, body in rows:
        found[story] += [line for line in (headline, html_text(body)) if line]
    return {story: "\n".join(lines) for story, lines in found.items()}
