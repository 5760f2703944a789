"""Where a picture or an author is used is noted with the story, once a save."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ReferenceIndex

from roznama.newsroom.models import ArticlePage, Author, NewsImage
from tests.factories import make_author, make_image, make_story

pytestmark = pytest.mark.django_db


def stories_with(used: NewsImage | Author) -> set[int]:
    return {int(pk) for (pk,) in ReferenceIndex.get_references_to(used).values_list("object_id")}


def test_a_story_is_named_where_its_picture_and_its_author_are_used() -> None:
    first, second = make_image(), make_image()
    author = make_author()
    story = make_story("تصویر والی خبر", authors=[author], lead_image=first)
    assert stories_with(first) == stories_with(author) == {story.pk}

    story.lead_image = second
    story.save_revision().publish()
    assert stories_with(first) == set()
    assert stories_with(second) == {story.pk}

    story = ArticlePage.objects.get(pk=story.pk)
    story.bylines.set([])
    story.save_revision().publish()
    assert stories_with(author) == set()
    story.delete()
    assert stories_with(second) == set()


def test_a_draft_reads_no_reference_anew_and_each_byline_none_more() -> None:
    def reads(authors: int) -> int:
        names = [make_author(f"مصنف {authors} {number}") for number in range(authors)]
        story = make_story(f"{authors} نام", authors=names, lead_image=make_image())
        with CaptureQueriesContext(connection) as draft:
            story.save_revision()
        assert not [one for one in draft if "wagtailcore_referenceindex" in one["sql"]]
        revision = story.latest_revision
        assert revision is not None
        with CaptureQueriesContext(connection) as publication:
            revision.publish()
        return sum("wagtailcore_referenceindex" in one["sql"] for one in publication)

    assert reads(1) == reads(4) > 0
