"""A draft that points at what was deleted since opens without it, and asks little to know."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from roznama.newsroom.models import ArticleAuthor, ArticlePage, ArticleTopic, NewsImage, Topic
from tests.factories import make_author, make_image, make_story
from tests.integration.test_newsroom import form

pytestmark = pytest.mark.django_db


def draft_of(story: ArticlePage) -> ArticlePage:
    found: ArticlePage = ArticlePage.objects.get(pk=story.pk).get_latest_revision_as_object()
    return found


def test_a_draft_opens_without_the_author_who_was_deleted(newsroom: Client) -> None:
    """Only what is published holds an author; a draft cannot."""
    stays, goes = make_author("عائشہ خان"), make_author("بلال احمد")
    story = make_story(authors=[stays])
    draft = draft_of(story)
    draft.bylines.add(ArticleAuthor(author=goes))
    draft.save_revision()
    goes.delete()
    response = newsroom.get(f"/newsroom/pages/{story.pk}/edit/")
    assert response.status_code == 200
    assert [byline.author for byline in draft_of(story).bylines.all()] == [stays]


def test_a_draft_opens_without_the_tag_and_the_picture_that_were_deleted(newsroom: Client) -> None:
    picture = make_image()
    story = make_story(tags=["سیلاب", "کراچی"], lead_image=picture, lead_caption="بند کا منظر")
    draft_of(story).save_revision()
    Topic.objects.get(name="سیلاب").delete()
    NewsImage.objects.filter(pk=picture.pk).delete()
    draft = draft_of(story)
    assert [topic.name for topic in draft.topics.all()] == ["کراچی"]
    assert draft.lead_image is None
    assert draft.lead_caption == "بند کا منظر"
    assert newsroom.get(f"/newsroom/pages/{story.pk}/edit/").status_code == 200


def test_rows_that_an_old_revision_does_not_speak_of_stay() -> None:
    story = make_story(tags=["سیلاب"], corrections=[(now(), "تاریخ غلط تھی۔")])
    revision = ArticlePage.objects.get().get_latest_revision()
    del revision.content["corrections"]  # as before there were any
    Topic.objects.all().delete()
    draft = revision.as_object()
    assert not draft.topics.all()
    assert [one.text for one in draft.corrections.all()] == ["تاریخ غلط تھی۔"]
    assert story.corrections.count() == 1


def test_more_tags_cost_no_more_questions() -> None:
    def cost(story: ArticlePage) -> int:
        revision = ArticlePage.objects.get(pk=story.pk).get_latest_revision()
        with CaptureQueriesContext(connection) as captured:
            [topic.name for topic in revision.as_object().topics.all()]
        return len(captured)

    few = make_story("ایک ٹیگ", tags=["سیلاب"])
    many = make_story("چار ٹیگ", tags=["سیلاب", "کراچی", "بارش", "بند"])
    assert cost(many) == cost(few)


def publish(newsroom: Client, story: ArticlePage, **fields: Any) -> None:
    data = form(title=story.title, slug=story.slug, **fields)
    address = f"/newsroom/pages/{story.pk}/edit/"
    assert newsroom.post(address, {**data, "action-publish": "1"}).status_code == 302


def test_tags_that_stay_keep_their_rows(newsroom: Client) -> None:
    story = make_story(tags=["سیلاب", "کراچی"])
    rows = set(ArticleTopic.objects.values_list("pk", flat=True))
    publish(newsroom, story, topics="کراچی, سیلاب", deck="نیا خلاصہ")
    assert set(ArticleTopic.objects.values_list("pk", flat=True)) == rows
    (stays,) = ArticleTopic.objects.filter(tag__name="کراچی")
    publish(newsroom, story, topics="کراچی, بارش")
    assert {topic.name for topic in ArticlePage.objects.get().topics.all()} == {"کراچی", "بارش"}
    assert ArticleTopic.objects.get(tag__name="کراچی") == stays
    publish(newsroom, story, topics="")
    assert not ArticleTopic.objects.exists()
