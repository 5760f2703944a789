"""Telling the change log what readers may see differently, in the transaction of the change.

Every receiver runs inside the save that it is about: Wagtail saves, moves and deletes pages in
one transaction. What goes round the models (`update()`, SQL by hand) is not seen; after that,
`roznama press print --all`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete
from django.utils.timezone import localdate, make_aware
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_slug_changed, post_page_move, pre_page_move

from roznama.changes.log import record
from roznama.newsroom import keys
from roznama.newsroom.models import (
    ArticleAuthor,
    ArticlePage,
    ArticleTopic,
    Author,
    BreakingLine,
    FrontPage,
    InfoPage,
    NewsImage,
    PaperSettings,
    SectionPage,
    Source,
    SourceUse,
    Topic,
)
from roznama.newsroom.sources.claims import claims_of

# What saving a draft, locking or sending to the desk writes to a page's own row.
_BOOKKEEPING = {
    *("latest_revision", "latest_revision_created_at", "has_unpublished_changes", "draft_title"),
    *("locked", "locked_by", "locked_at", "go_live_at", "expire_at", "expired", "alias_of"),
}
_PATHS_A_ROW = 500


def connect() -> None:
    """Listen to every model that readers' pages are made of."""
    post_save.connect(_article_saved, ArticlePage)
    pre_delete.connect(_article_goes, ArticlePage)
    pre_page_move.connect(_page_moves)
    post_page_move.connect(_page_moved)
    for model in (SectionPage, InfoPage, FrontPage):
        post_save.connect(_frame_saved, model)
        post_delete.connect(_frame_saved, model)
    for model in _THINGS:
        post_save.connect(_thing_saved, model)
        pre_delete.connect(_thing_saved, model)
    for model in (PaperSettings, Site):
        post_save.connect(_site_saved, model)
    post_save.connect(_breaking_saved, BreakingLine)
    post_save.connect(_source_saved, Source)
    pre_delete.connect(_source_saved, Source)
    page_slug_changed.connect(_slug_changed)
    for signal in (post_save, post_delete):
        signal.connect(_redirect_changed, Redirect)
    for signal in (post_save, post_delete):
        signal.connect(_restriction_changed, PageViewRestriction)


def article_keys(article: ArticlePage) -> set[str]:
    """Return the keys of a story and of every list that it stands in, or stood in until now."""
    found = {keys.article(article.pk), keys.FRONT, keys.section(article.get_parent().pk)}
    found |= {keys.author(pk) for pk in _authors(article)}
    found |= {keys.tag(pk) for pk in _tags(article)}
    if article.corrections.all() or ArticlePage(pk=article.pk).corrections.exists():
        found.add(keys.CORRECTIONS)
    found |= _sources(article)
    return found | set(_neighbors(article)) | set(_days(article))


def _article_saved(
    instance: ArticlePage, update_fields: Collection[str] | None = None, **kwargs: Any
) -> None:
    was_public = instance.live or instance.first_published_at is not None
    if was_public and not is_bookkeeping(update_fields):
        record(article_keys(instance), _paths(instance))


def _article_goes(instance: ArticlePage, **kwargs: Any) -> None:
    if instance.first_published_at is not None:
        record(article_keys(instance), _paths(instance))


def _page_moves(instance: Page, url_path_before: str, url_path_after: str, **kwargs: Any) -> None:
    if url_path_before != url_path_after:
        for article in _articles_under(instance):
            record(article_keys(article), _paths(article))


def _page_moved(instance: Page, url_path_before: str, url_path_after: str, **kwargs: Any) -> None:
    if url_path_before != url_path_after:
        moved = Page.objects.get(pk=instance.pk)
        _page_moves(moved, url_path_before, url_path_after)
        _slug_changed(moved, instance_before=_at(moved, url_path_before))
    elif isinstance(instance.specific_deferred, SectionPage | InfoPage):
        record([keys.SITE])  # the order of the menu


def _at(page: Page, url_path: str) -> Page:
    """The page as if it still stood at `url_path`, to ask for its address."""
    there: Page = Page.objects.get(pk=page.pk)
    there.url_path = url_path
    return there


def _articles_under(page: Page) -> Iterator[ArticlePage]:
    stories = ArticlePage.objects.descendant_of(page, inclusive=True)
    yield from stories.filter(first_published_at__isnull=False).iterator()


def _frame_saved(
    instance: Page, update_fields: Collection[str] | None = None, **kwargs: Any
) -> None:
    if is_bookkeeping(update_fields):
        return
    own = {SectionPage: keys.section, InfoPage: keys.info}.get(type(instance))
    record([keys.SITE, own(instance.pk) if own else keys.FRONT], _paths(instance))


_THINGS = {
    Author: keys.author,
    Topic: keys.tag,
    NewsImage: keys.picture,
    get_document_model(): keys.document,
}


def _thing_saved(instance: Model, created: bool = False, **kwargs: Any) -> None:
    # A new picture, author or tag stands on no page yet.
    if not created:
        record([_THINGS[type(instance)](instance.pk)])


def _site_saved(**kwargs: Any) -> None:
    record([keys.SITE])


def _breaking_saved(**kwargs: Any) -> None:
    record([keys.BREAKING])


def _source_saved(instance: Source, created: bool = False, **kwargs: Any) -> None:
    if not created:
        record([keys.source(instance.pk), keys.SOURCES], [instance.path])


def _slug_changed(instance: Page, instance_before: Page, **kwargs: Any) -> None:
    """Old addresses lead to the new ones from now on; Wagtail has just written the redirects."""
    old, new = instance_before.url, instance.url
    if not old or not new:
        return
    below = (article.url or "" for article in _articles_under(instance))
    paths = [old, *(old + path.removeprefix(new) for path in below)]
    for start in range(0, len(paths), _PATHS_A_ROW):
        record([], paths[start : start + _PATHS_A_ROW])


def _redirect_changed(instance: Redirect, **kwargs: Any) -> None:
    record([], [f"{instance.old_path}/"])


def _restriction_changed(instance: PageViewRestriction, **kwargs: Any) -> None:
    page = instance.page
    for article in _articles_under(page):
        record(article_keys(article), _paths(article))
    record([keys.SITE], _paths(page))


def is_bookkeeping(update_fields: Collection[str] | None) -> bool:
    """Whether a save of these fields of a page is none of the readers' business."""
    return update_fields is not None and _BOOKKEEPING.issuperset(update_fields)


def _paths(page: Page) -> list[str]:
    return [page.url] if page.url else []


def _authors(article: ArticlePage) -> set[int]:
    """The authors on the page in hand and those still in its rows."""
    stored = ArticleAuthor.objects.filter(article_id=article.pk)
    now = {byline.author_id for byline in article.bylines.all()}
    return now | set(stored.values_list("author_id", flat=True))


def _tags(article: ArticlePage) -> set[int]:
    stored = ArticleTopic.objects.filter(content_object_id=article.pk)
    now = {topic.pk for topic in article.topics.all() if topic.pk}
    return now | set(stored.values_list("tag_id", flat=True))


def _sources(article: ArticlePage) -> set[str]:
    """The lists of what was taken from the story's sources, now and in its rows until now."""
    stored = SourceUse.objects.filter(article=article.pk).exclude(source=None)
    found = set(stored.values_list("source_id", flat=True))
    hands = (hand for claim in claims_of(article) for hand in claim.hands)
    found |= {hand.source for hand in hands if hand.source}
    merged = Source.objects.filter(pk__in=found).exclude(merged_into=None)
    found |= set(merged.values_list("merged_into", flat=True))
    return {keys.SOURCES, *map(keys.taken, found)} if found else set()


def _neighbors(article: ArticlePage) -> Iterator[str]:
    """The stories on either side, whose pages name this one, and this one, which names them."""
    moment = article.first_published_at
    if moment is None:
        return
    yield keys.beside(article.pk)
    same = ArticlePage.objects.live().sibling_of(article, inclusive=False).order_by()
    older = same.filter(first_published_at__lte=moment).order_by("-first_published_at")
    newer = same.filter(first_published_at__gte=moment).order_by("first_published_at")
    for stories in (older, newer):
        for pk in stories.values_list("pk", flat=True)[:1]:
            yield keys.beside(pk)


def _days(article: ArticlePage) -> Iterator[str]:
    """The story's day; its month too when the day gets its first story or loses its last."""
    if article.first_published_at is None:
        return
    day = localdate(article.first_published_at)
    yield keys.day(day)
    start = make_aware(datetime.combine(day, time.min))
    # A range, for a function of the column would have every story read.
    same_day = ArticlePage.objects.live().filter(
        first_published_at__gte=start, first_published_at__lt=start + timedelta(days=1)
    )
    if not same_day.exclude(pk=article.pk).exists():
        yield from (keys.days(day), keys.MONTHS)
