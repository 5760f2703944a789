"""Finding the register's sources under names that stories have as written."""

from __future__ import annotations

from django.db import transaction

from roznama.changes.log import record
from roznama.newsroom import keys
from roznama.newsroom.models import SourceAlias, SourceUse
from roznama.newsroom.sources.claims import Hand
from roznama.newsroom.sources.names import name_key
from roznama.newsroom.sources.rewriting import rewrite_hands, stories_naming

_KEYS_A_ROW = 500


@transaction.atomic
def link_names() -> int:
    """Choose the register's source wherever a chain has one of its names; return how many stories.

    A name is taken as a whole: میڈیا is not every medium that there is.
    """
    rows = SourceAlias.objects.values_list("folded", "source", "source__merged_into")
    known = {folded: into or source for folded, source, into in rows}
    unlinked = SourceUse.objects.filter(source=None, name__in=SourceAlias.objects.values("folded"))
    drafted = stories_naming('"source": null')
    stories = set(unlinked.values_list("article_id", flat=True)) | drafted

    def linked(hand: Hand) -> Hand:
        return Hand(hand.source or known.get(name_key(hand.name)), hand.name)

    changed = rewrite_hands(stories, linked)
    _tell(changed)
    return len(changed)


def _tell(stories: set[int]) -> None:
    uses = SourceUse.objects.filter(article__in=stories).exclude(source=None)
    sources = set(uses.values_list("source_id", flat=True))
    found = [*map(keys.article, sorted(stories)), *map(keys.taken, sorted(sources))]
    for start in range(0, len(found), _KEYS_A_ROW):
        record([keys.SOURCES, *found[start : start + _KEYS_A_ROW]])
