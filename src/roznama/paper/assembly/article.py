"""A story's page."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import cast

from django.urls import reverse
from django.utils.timezone import localtime, now

from roznama.changes.reads import read_once, reads
from roznama.newsroom import keys
from roznama.newsroom.models import ArticlePage, Author, CorrectionKind, PaperSettings, Topic
from roznama.newsroom.sources.claims import claims_of
from roznama.paper.addresses import absolute
from roznama.paper.assembly.also_read import AlsoReadSlots
from roznama.paper.assembly.body import body_blocks, body_images
from roznama.paper.assembly.cards import card
from roznama.paper.assembly.coverage import live_board
from roznama.paper.assembly.frame import build_frame
from roznama.paper.assembly.marking import mark_claims
from roznama.paper.assembly.pictures import PAGE_SPECS, Pictures
from roznama.paper.assembly.sections import Sections
from roznama.paper.assembly.sources import source_lines
from roznama.paper.assembly.stories import StoryRow, published, rows_by_id
from roznama.paper.assembly.thread_box import thread_box
from roznama.paper.feed_links import feed_links
from roznama.paper.live_structured import live_blog
from roznama.paper.share import share_links
from roznama.paper.sheets import (
    ArticleSheet,
    AuthorMark,
    CorrectionLine,
    Head,
    Link,
    SectionMark,
)
from roznama.paper.social.cards import social_cards
from roznama.paper.structured import breadcrumbs, json_ld, news_article
from roznama.urdu.reading import reading_minutes

# A second look right after publication is not an update worth a line.
UPDATE_AFTER = timedelta(minutes=10)

ON_TOP = (CorrectionKind.CORRECTION, CorrectionKind.CLARIFICATION, CorrectionKind.NOTE)
"""The notices that a reader is to see before the story; what is merely new stands under it."""


def article_sheet(article: ArticlePage) -> ArticleSheet:
    """Gather a story's page; the story may be a draft that an editor previews."""
    reads(keys.article(article.pk), keys.beside(article.pk), keys.related(article.pk))
    sections = Sections()
    section = sections.of(article)
    topics = list(article.topics.all())
    slots = AlsoReadSlots(article, sections, topics)
    older, newer = _neighbors(article)
    stories = rows_by_id(published(), [*slots.wanted, *older, *newer])
    authors = [byline.author for byline in article.bylines.select_related("author")]
    pictures = _pictures(article, stories.values(), authors)
    slots.take(stories, pictures)
    claims = claims_of(article)
    body = mark_claims(body_blocks(article, slots, pictures), [claim.text for claim in claims])
    time = localtime(article.first_published_at or now())
    url = absolute(cast(str, article.url))
    words = article.words
    notices = corrections(article)
    board = live_board(article)
    sheet = ArticleSheet(
        frame=build_frame(sections, current=section.path),
        head=_head(article, section, pictures, url, time),
        section=section,
        kicker=article.kicker,
        headline=article.title,
        deck=article.deck,
        authors=tuple(author_mark(author, pictures) for author in authors),
        dateline_city=article.city,
        dateline_credit=article.credit_line,
        published=time,
        updated=board.changed if board and board.updates else updated_time(article),
        minutes=reading_minutes(words),
        picture=pictures.lead(
            article.lead_image_id, alt=article.lead_alt, caption=article.lead_caption
        ),
        body=body,
        sources=source_lines(claims, body),
        corrections=notices,
        note=next((line for line in notices if line.kind in ON_TOP), None),
        tags=_tags(topics),
        share=share_links(article.title, url),
        related=slots.rest(),
        latest=slots.latest(),
        older=next((card(stories[pk], sections, pictures) for pk in older if pk in stories), None),
        newer=next((card(stories[pk], sections, pictures) for pk in newer if pk in stories), None),
        thread=thread_box(article, sections),
        live=board,
        number=article.pk or 0,
    )
    picture = pictures.social(article.lead_image_id)
    # What the story shows comes before its headline on a card.
    images = [absolute(picture.src)] if picture else [sheet.head.image_url]
    return _with_data(sheet, article, words, [one for one in images if one])


def _pictures(
    article: ArticlePage, stories: Iterable[StoryRow], authors: Iterable[Author]
) -> Pictures:
    """Fetch all pictures of a story's page."""
    wanted = [
        article.lead_image_id,
        *(story.lead_image_id for story in stories),
        *(author.portrait_id for author in authors),
        *body_images(article),
    ]
    return Pictures(wanted, PAGE_SPECS)


def updated_time(article: ArticlePage) -> datetime | None:
    """Return when readers were last given other words, None where they were not."""
    first, last = article.first_published_at, article.changed_at
    if first is None or last is None or last - first < UPDATE_AFTER:
        return None
    return localtime(last)


def author_mark(author: Author, pictures: Pictures) -> AuthorMark:
    """Return an author as bylines name them; `pictures` has the portrait."""
    reads(keys.author(author.pk))
    return AuthorMark(
        name=author.name,
        path=reverse("author", args=[author.slug]),
        role=author.role,
        initial=author.name[:1],
        portrait=pictures.face(author.portrait_id, author.name),
    )


def corrections(article: ArticlePage) -> tuple[CorrectionLine, ...]:
    """Return a story's corrections, newest first; one that a preview shows has no time yet."""
    present = now()
    rows = sorted(article.corrections.all(), key=lambda row: row.time or present, reverse=True)
    return tuple(
        CorrectionLine(localtime(row.time or present), row.text, str(row.kind)) for row in rows
    )


def _tags(topics: Iterable[Topic]) -> tuple[Link, ...]:
    reads(*(keys.tag(topic.pk) for topic in topics))
    return tuple(Link(topic.name, reverse("tag", args=[topic.slug])) for topic in topics)


def _neighbors(article: ArticlePage) -> tuple[list[int], list[int]]:
    """Return the ids of the section's stories before and after this one in time, one each."""
    time = article.first_published_at
    if time is None:
        return [], []
    same = published().sibling_of(article, inclusive=False).values_list("pk", flat=True)
    older = same.filter(first_published_at__lt=time)
    newer = same.filter(first_published_at__gt=time).reverse()
    return [*older[:1]], [*newer[:1]]


def _head(
    article: ArticlePage, section: SectionMark, pictures: Pictures, url: str, time: datetime
) -> Head:
    picture = pictures.social(article.lead_image_id)
    cards = social_cards(article, section, pictures)
    shown = cards.wide if cards else picture
    return Head(
        title=article.seo_title or article.title,
        description=article.search_description or article.deck,
        canonical=url,
        og_type="article",
        image_url=absolute(shown.src) if shown else "",
        image_width=shown.width if shown else 0,
        image_height=shown.height if shown else 0,
        image_alt=article.title if cards else article.lead_alt or (picture.alt if picture else ""),
        square_url=absolute(cards.square.src) if cards else "",
        square_side=cards.square.width if cards else 0,
        published=time,
        updated=updated_time(article),
    )


def _with_data(
    sheet: ArticleSheet, article: ArticlePage, words: int, images: list[str]
) -> ArticleSheet:
    """Return the sheet with its head completed from the rest of it."""
    settings = read_once("settings", PaperSettings.load)
    url = sheet.head.canonical
    story = news_article(sheet, settings, url=url, images=images, words=words)
    if sheet.live is not None:
        story = live_blog(story, sheet.live)
    way = breadcrumbs(
        Link(settings.name, "/"),
        Link(sheet.section.title, sheet.section.path),
        Link(sheet.headline, cast(str, article.url)),
    )
    head = dataclasses.replace(
        sheet.head,
        updated=sheet.updated,
        section=sheet.section.title,
        authors=tuple(author.name for author in sheet.authors),
        tags=tuple(tag.title for tag in sheet.tags),
        feeds=feed_links(sheet.section.title, sheet.section.path),
        json_ld=(json_ld(story), json_ld(way)),
    )
    return dataclasses.replace(sheet, head=head)
