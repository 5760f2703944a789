"""Which revisions readers were given, and whether one told them anything new."""

from __future__ import annotations

import json
from typing import Any

from django.utils import timezone
from wagtail.log_actions import get_active_log_context, log
from wagtail.models import Revision

from roznama.newsroom.models import ArticlePage, PublishedVersion
from roznama.newsroom.record.dating import noted_in
from roznama.newsroom.text import html_text
from roznama.urdu import fold

CORRECTED = "roznama.correction"
UNCORRECTED = "roznama.correction.removed"
_TEXTS = ("title", "kicker", "deck", "lead_caption", "city", "credit_line")
_WORDY = ("paragraph", "subhead", "quote", "fact_box")


def note_version(instance: Any, revision: Revision, **kwargs: Any) -> None:
    """Keep a row for each publication; a receiver of Wagtail's `page_published`.

    A story whose words are as they were has been published again, and was not updated.
    """
    if not isinstance(instance, ArticlePage) or not instance.live:
        return
    if noted_in(revision.content, instance.corrections.all()):
        Revision.objects.filter(pk=revision.pk).update(content=revision.content)
    before = instance.versions.select_related("revision").first()
    now = instance.last_published_at or timezone.now()
    is_update = before is not None and shown(before.revision.content) != shown(revision.content)
    PublishedVersion.objects.create(
        article=instance,
        revision=revision,
        number=before.number + 1 if before else 1,
        time=now,
        by=get_active_log_context().user or revision.user,
        reason=instance.change_note,
        is_update=is_update,
    )
    _log_notices(instance, before.revision.content if before else {}, revision)
    if is_update:
        instance.changed_at = now
        ArticlePage.objects.filter(pk=instance.pk).update(changed_at=now)


def _log_notices(story: ArticlePage, before: dict[str, Any], revision: Revision) -> None:
    """Put into the log which notices readers were given, and which were taken away."""
    old = [(row.get("kind"), row.get("text")) for row in before.get("corrections", ())]
    new = [(row.get("kind"), row.get("text")) for row in revision.content.get("corrections", ())]
    changes = [(CORRECTED, one) for one in new if one not in old]
    changes += [(UNCORRECTED, one) for one in old if one not in new]
    for action, (kind, text) in changes:
        log(instance=story, action=action, revision=revision, data={"kind": kind, "text": text})


def shown(content: dict[str, Any]) -> list[Any]:
    """Return what readers see of a revision, so that two can be compared.

    Words are folded: an ی of another keyboard or a lost space put back changes nothing.
    """
    return [
        [_plain(content.get(name) or "") for name in _TEXTS],
        [_block(block) for block in stream(content, "body")],
        [block["value"] for block in stream(content, "sources")],
        content.get("lead_image"),
        [row.get("author") for row in content.get("bylines", ())],
        [[row.get("kind"), _plain(row.get("text", ""))] for row in content.get("corrections", ())],
    ]


def _block(block: dict[str, Any]) -> list[Any]:
    value = block["value"]
    if block["type"] in _WORDY:
        parts = value.values() if isinstance(value, dict) else [value]
        return [block["type"], [_plain(html_text(str(part))) for part in parts]]
    return [block["type"], value]


def _plain(text: str) -> str:
    return fold(text).replace(" ", "")


def stream(content: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """Return a field of blocks in its stored form."""
    stored = content.get(name) or "[]"
    found: list[dict[str, Any]] = json.loads(stored) if isinstance(stored, str) else stored
    return found
