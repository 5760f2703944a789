"""Making two sources one, when they turn out to be."""

from __future__ import annotations

from django.db import transaction
from wagtail.log_actions import log

from roznama.changes.log import record
from roznama.newsroom import keys
from roznama.newsroom.models import Source, SourceAlias, SourceUse, User
from roznama.newsroom.sources.claims import Hand
from roznama.newsroom.sources.rewriting import rewrite_hands, stories_naming

MERGED = "roznama.source.merged"
"""The action under which the newsroom's log keeps a merge."""


class MergeError(Exception):
    """Two sources cannot be made one."""


@transaction.atomic
def merge(source: Source, into: Source, user: User | None = None) -> int:
    """Make `source` a part of `into`; return how many stories were pointed there.

    Names, uses and the chains of stories and drafts go over. The row stays for its address,
    which leads to the other from now on, and for old revisions that still name it.

    Raises:
        MergeError: both are one, or one of them was merged before.

    """
    source, into = _locked(source, into)
    used = set(SourceUse.objects.filter(source=source).values_list("article_id", flat=True))
    stories = used | stories_naming(f'"source": {source.pk}')

    def other(hand: Hand) -> Hand:
        return Hand(into.pk, hand.name) if hand.source == source.pk else hand

    count = len(rewrite_hands(stories, other))
    SourceUse.objects.filter(source=source).update(source=into)
    names = [alias.text for alias in source.aliases.all()]
    SourceAlias.objects.filter(source=source).update(source=into)
    Source.objects.filter(merged_into=source).update(merged_into=into)
    _fill(into, source)
    source.merged_into = into
    source.save(update_fields=["merged_into"])
    _tell(source, into)
    told = {"source": source.name, "slug": source.slug, "names": names, "stories": count}
    log(instance=into, action=MERGED, user=user, data=told)
    return count


def _locked(source: Source, into: Source) -> tuple[Source, Source]:
    pair = [source.pk, into.pk]
    if source.pk == into.pk:
        raise MergeError("a source is merged into another, not into itself")
    found = Source.objects.select_for_update().filter(pk__in=pair, merged_into=None)
    by_id = {one.pk: one for one in found.order_by("pk")}
    if len(by_id) < 2:
        raise MergeError("one of the two was merged before")
    return by_id[source.pk], by_id[into.pk]


def _fill(into: Source, source: Source) -> None:
    """Take over what the other leaves open."""
    into = Source.objects.get(pk=into.pk)  # its names have just become more
    for field in ("name_latin", "country", "home_page", "note"):
        setattr(into, field, getattr(into, field) or getattr(source, field))
    into.save()


def _tell(source: Source, into: Source) -> None:
    both = (source.pk, into.pk)
    found = [*map(keys.source, both), *map(keys.taken, both), keys.SOURCES]
    record(found, [source.path, into.path])
