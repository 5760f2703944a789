"""What tests are about: a paper, its stories, pictures and authors, made in one line each."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import nullcontext
from datetime import datetime
from io import BytesIO
from typing import Any

from django.core.files.images import ImageFile
from PIL import Image
from wagtail.signal_handlers import disable_reference_index_auto_update

from roznama.newsroom.founding import found_paper
from roznama.newsroom.models import (
    ArticleAuthor,
    ArticlePage,
    Author,
    Correction,
    FrontPage,
    NewsImage,
    SectionPage,
)

HEADLINE = "پشاور میں نئی بس سروس کا آغاز"


def make_paper() -> FrontPage:
    """The paper's frame; the one that is there when there is one."""
    found_paper()
    return FrontPage.objects.get()


def get_section(slug: str = "dunya") -> SectionPage:
    return SectionPage.objects.get(slug=slug)


def make_author(name: str = "ثنا اقبال", **fields: Any) -> Author:
    return Author.objects.create(name=name, **fields)


def make_image(
    title: str = "ایک تصویر", *, size: tuple[int, int] = (640, 400), **fields: Any
) -> NewsImage:
    """A small picture with a gradient, so that its renditions differ."""
    picture = Image.linear_gradient("L").resize(size).convert("RGB")
    file = BytesIO()
    picture.save(file, "JPEG")
    file.seek(0)
    return NewsImage.objects.create(
        title=title, file=ImageFile(file, name="gradient.jpg"), **fields
    )


def make_story(
    headline: str = HEADLINE,
    *,
    section: str = "dunya",
    body: Iterable[str | tuple[str, Any]] = (),
    authors: Iterable[Author] = (),
    tags: Iterable[str] = (),
    corrections: Iterable[tuple[datetime, str]] = (),
    published: datetime | None = None,
    updated: datetime | None = None,
    draft: bool = False,
    **fields: Any,
) -> ArticlePage:
    """A story published through a revision, as the newsroom does; a draft when asked for.

    A plain string in `body` is a paragraph. `published` and `updated` set the
    times back afterwards.
    """
    blocks = [("paragraph", f"<p>{part}</p>") if isinstance(part, str) else part for part in body]
    story = ArticlePage(title=headline, body=blocks, live=False, **fields)
    # Publishing notes what a story refers to; noting it of the drafts before takes as long again.
    with nullcontext() if draft else disable_reference_index_auto_update():
        get_section(section).add_child(instance=story)
        story.topics.add(*tags)
        for author in authors:
            story.bylines.add(ArticleAuthor(author=author))
        for time, text in corrections:
            story.corrections.add(Correction(time=time, text=text))
        revision = story.save_revision()
    if not draft:
        revision.publish()
        _set_times(story, published, updated)
    return ArticlePage.objects.get(pk=story.pk)


def _set_times(story: ArticlePage, published: datetime | None, updated: datetime | None) -> None:
    last = updated or published
    times = {"first_published_at": published, "last_published_at": last, "changed_at": updated}
    given = {name: time for name, time in times.items() if time}
    if given:
        ArticlePage.objects.filter(pk=story.pk).update(**given)
