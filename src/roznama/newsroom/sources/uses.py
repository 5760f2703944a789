"""Which sources the published stories stand on, kept as rows beside them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save, pre_delete

from roznama.newsroom.announcing import is_bookkeeping
from roznama.newsroom.models import ArticlePage, Source, SourceKind, SourceUse
from roznama.newsroom.sources.claims import Claim, Hand, claims_of
from roznama.newsroom.sources.names import claim_key, name_key

Progress = Callable[[Iterable[Any]], Iterable[Any]]
_AT_ONCE = 500
_NOBODY = Hand(None, "")

Known = dict[int, tuple[int, str]]
"""By the id in a chain: the id of the source that it stands for now, and its kind."""


def connect() -> None:
    """Keep the rows of every story that is saved. After `announcing`, which tells the old ones."""
    post_save.connect(_story_saved, ArticlePage)
    pre_delete.connect(_source_goes, Source)


def _story_saved(
    instance: ArticlePage, update_fields: Collection[str] | None = None, **kwargs: Any
) -> None:
    if not is_bookkeeping(update_fields):
        keep_uses(instance)


def _source_goes(instance: Source, **kwargs: Any) -> None:
    """Its name stays behind, as it does in the chains of stories."""
    SourceUse.objects.filter(source=instance.pk).update(name=name_key(instance.name))


@transaction.atomic
def keep_uses(article: ArticlePage) -> None:
    """Write what a story stands on; nothing for one that readers do not see."""
    SourceUse.objects.filter(article=article.pk).delete()
    claims = claims_of(article) if article.live else ()
    if claims:
        SourceUse.objects.bulk_create(uses_in(article.pk, claims, known_sources([claims])))


def rebuild_uses(progress: Progress = iter) -> int:
    """Write the rows of all stories anew, some hundred at once; return how many stories have any.

    `progress` wraps the loop over stories.
    """
    SourceUse.objects.filter(article__live=False).delete()
    live = ArticlePage.objects.live().order_by("pk").values_list("pk", flat=True)
    return sum(_rebuild(some) for some in _chunks(progress(live.iterator(chunk_size=_AT_ONCE))))


@transaction.atomic
def _rebuild(pks: list[int]) -> int:
    # Locked, or a story that is published just now would get the rows of its former text.
    stories = ArticlePage.objects.live().filter(pk__in=pks).only("pk", "sources")
    found = {story.pk: claims_of(story) for story in stories.select_for_update(of=("self",))}
    known = known_sources(found.values())
    SourceUse.objects.filter(article__in=pks).delete()
    SourceUse.objects.bulk_create(
        use for pk, claims in found.items() for use in uses_in(pk, claims, known)
    )
    return sum(1 for claims in found.values() if claims)


def _chunks(pks: Iterable[int]) -> Iterator[list[int]]:
    some: list[int] = []
    for pk in pks:
        some.append(pk)
        if len(some) == _AT_ONCE:
            yield some
            some = []
    yield some


def known_sources(stories: Iterable[Iterable[Claim]]) -> Known:
    """Look up the sources of some stories' claims, in one query."""
    ids = {hand.source for claims in stories for claim in claims for hand in claim.hands}
    rows = Source.objects.filter(pk__in=ids - {None}).values_list("pk", "merged_into", "kind")
    return {pk: (merged_into or pk, kind) for pk, merged_into, kind in rows}


def uses_in(article: int, claims: Iterable[Claim], known: Known) -> Iterator[SourceUse]:
    """Yield the rows of a story's claims, hand by hand. An own claim without hands has one."""
    for number, claim in enumerate(claims, start=1):
        hands = claim.hands or (_NOBODY,)
        is_own = claim.is_own or any(
            known.get(hand.source or 0, (0, ""))[1] == SourceKind.OWN for hand in hands
        )
        for position, hand in enumerate(hands, start=1):
            source = known.get(hand.source or 0, (None, ""))[0]
            yield SourceUse(
                article_id=article,
                number=number,
                claim=claim.text,
                claim_key=claim_key(claim.text),
                source_id=source,
                name="" if source else name_key(hand.name),
                position=position,
                of=len(hands),
                is_own=is_own,
            )
