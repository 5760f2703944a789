"""Putting other hands into the chains of stories, published and drafted, where they are stored."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any
from uuid import uuid4

from django.db.models import Q, QuerySet
from wagtail.blocks import StreamValue
from wagtail.models import ReferenceIndex, Revision

from roznama.newsroom.models import ArticlePage
from roznama.newsroom.sources.claims import Hand, hand_in
from roznama.newsroom.sources.uses import keep_uses

Change = Callable[[Hand], Hand]


def rewrite_hands(stories: Iterable[int], change: Change) -> set[int]:
    """Put `change(hand)` in the place of every hand of these stories; return those that changed.

    Rewritten are what readers see, the draft that an editor goes on with, and what is to be
    published at a set time. Older revisions stay as they were. Call it in a transaction.
    """
    return {story.pk for story in _locked(stories) if _rewrite(story, change)}


def _locked(stories: Iterable[int]) -> QuerySet[ArticlePage]:
    wanted = ArticlePage.objects.filter(pk__in=set(stories)).order_by("pk")
    return wanted.select_for_update(of=("self",)).only("pk", "live", "sources", "latest_revision")


def _rewrite(story: ArticlePage, change: Change) -> bool:
    blocks = list(story.sources.raw_data)
    changed = _change_blocks(blocks, change)
    if changed:
        story.sources = StreamValue(story.sources.stream_block, blocks, is_lazy=True)
        ArticlePage.objects.filter(pk=story.pk).update(sources=story.sources)
        keep_uses(story)
        ReferenceIndex.create_or_update_for_object(ArticlePage.objects.get(pk=story.pk))
    for revision in _open_revisions(story):
        blocks = json.loads(revision.content.get("sources") or "[]")
        if _change_blocks(blocks, change):
            revision.content["sources"] = json.dumps(blocks, ensure_ascii=False)
            Revision.objects.filter(pk=revision.pk).update(content=revision.content)
            changed = True
    return changed


def _open_revisions(story: ArticlePage) -> QuerySet[Revision]:
    """The revisions of a story that somebody will go on with."""
    still_open = Q(pk=story.latest_revision_id) | Q(approved_go_live_at__isnull=False)
    revisions: QuerySet[Revision] = Revision.page_revisions.filter(
        still_open, object_id=str(story.pk)
    )
    return revisions


def _change_blocks(blocks: list[dict[str, Any]], change: Change) -> bool:
    changed = False
    for block in blocks:
        chain = block["value"].get("chain") or []
        hands = [hand_in(item) for item in chain]
        others = [change(hand) for hand in hands]
        if hands != others:
            changed = True
            pairs = zip(chain, others, strict=True)
            block["value"]["chain"] = [_item(item, hand) for item, hand in pairs]
    return changed


def _item(item: Any, hand: Hand) -> dict[str, Any]:
    """Return an item of a chain with another hand in it; without an id Wagtail knows it not."""
    known = item if isinstance(item, dict) and "value" in item else {}
    value = {"source": hand.source, "name": hand.name}
    return {"id": str(uuid4()), **known, "type": "item", "value": value}


def stories_naming(text: str) -> set[int]:
    """Return the stories whose open drafts have `text` in their stored sources."""
    drafted = ArticlePage.objects.filter(Q(live=False) | Q(has_unpublished_changes=True))
    open_ones = Revision.page_revisions.filter(
        Q(pk__in=drafted.values("latest_revision")) | Q(approved_go_live_at__isnull=False),
        content__sources__icontains=text,
    )
    return {int(pk) for pk in open_ones.values_list("object_id", flat=True)}
