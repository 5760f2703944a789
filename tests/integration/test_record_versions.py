"""Corrections and their dates, published versions, and what readers see of both."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any

import feedparser
import pytest
from django.test import Client
from django.utils.timezone import now
from wagtail.management.commands.purge_revisions import purge_revisions

from roznama.newsroom.models import ArticlePage, Correction
from roznama.newsroom.timing.moments import told
from tests.factories import make_image, make_story
from tests.integration.record import browser_of, make_editor, publish_again, with_notice

pytestmark = pytest.mark.django_db


def only(story: ArticlePage) -> Correction:
    return story.corrections.get()


def test_the_server_dates_a_correction_once() -> None:
    story = make_story("خبر")
    before = now()
    draft = story.get_latest_revision_as_object()
    draft.corrections.add(Correction(text="عدد غلط تھا۔"))
    revision = draft.save_revision()
    assert not ArticlePage.objects.get(pk=story.pk).corrections.exists()
    revision.publish()
    story = ArticlePage.objects.get(pk=story.pk)
    first = only(story).time
    assert before <= first <= now()
    # The next draft is made of the last: it names the row, and cannot bring another date.
    draft = story.get_latest_revision_as_object()
    assert draft.corrections.get().time == first
    row = draft.corrections.get()
    row.time, row.text = now() - timedelta(days=300), "عدد ۱۲ نہیں، ۲۱ تھا۔"
    draft.corrections = [row]
    draft.save_revision().publish()
    stored = only(ArticlePage.objects.get(pk=story.pk))
    assert (stored.time, stored.text) == (first, "عدد ۱۲ نہیں، ۲۱ تھا۔")


def test_no_form_takes_a_date(newsroom: Client) -> None:
    story = with_notice(make_story("خبر"), "نام غلط تھا۔")
    page = newsroom.get(f"/newsroom/pages/{story.pk}/edit/").content.decode()
    assert 'name="corrections-0-text"' in page
    assert 'name="corrections-0-kind"' in page
    assert 'name="corrections-0-time"' not in page
    # It shows the one that the server gave, and where there is none yet, when it will.
    assert told(only(story).time) in page
    assert "شائع ہوتے ہی درج ہو جائے گا" in page
    assert not re.search(r">\s*None\s*<", page)


def test_a_correction_stands_over_the_story_and_in_its_data(client: Client) -> None:
    story = with_notice(make_story("خبر"), "نئی تفصیل", "update")
    page = client.get(story.url).content.decode()
    assert "correction-note" not in page
    assert page.count("نئی تفصیل") == 1
    story = with_notice(story, "وزیر کا نام غلط تھا۔")
    page = client.get(story.url).content.decode()
    head, body = page.index("correction-note"), page.index('class="story"')
    assert head < body
    assert page.count("وزیر کا نام غلط تھا۔") == 3
    found = [json.loads(one) for one in re.findall(r'ld\+json">(.*?)</script>', page)]
    data = next(one for one in found if one["@type"] == "NewsArticle")
    assert [one["text"] for one in data["correction"]] == ["وزیر کا نام غلط تھا۔"]
    assert data["correction"][0]["@type"] == "CorrectionComment"


def test_corrections_have_pages_and_feeds(client: Client) -> None:
    for number in range(21):
        make_story(
            f"خبر {number}", corrections=[(now() - timedelta(hours=number), f"حصہ {number}۔")]
        )
    first = client.get("/corrections/").content.decode()
    assert "حصہ 0۔" in first
    assert "حصہ 20۔" not in first
    assert 'href="/corrections/?page=2"' in first
    assert "حصہ 20۔" in client.get("/corrections/?page=2").content.decode()
    assert client.get("/corrections/?page=3").status_code == 404
    for kind in ("rss", "atom"):
        assert f'href="/corrections/feed.{kind}"' in first
        entries = feedparser.parse(client.get(f"/corrections/feed.{kind}").content).entries
        assert "حصہ 0۔" in entries[0].description
        assert len({one.id for one in entries}) == 21
    items = client.get("/corrections/feed.json").json()["items"]
    assert items[0]["title"] == "تصحیح: خبر 0"


def test_only_another_text_is_an_update(client: Client) -> None:
    posted = now() - timedelta(hours=5)
    story = make_story("خبر", body=["کراچی ميں بارش ہوئی۔"], published=posted)
    story = publish_again(story, body=[("paragraph", "<p>کراچی میں بارش ہوئی ۔</p>")])
    assert story.changed_at is None
    assert "کو بدلا گیا" not in client.get(story.url).content.decode()
    story = publish_again(story, body=[("paragraph", "<p>لاہور میں بارش ہوئی۔</p>")])
    assert story.changed_at is not None
    assert "کو بدلا گیا" in client.get(story.url).content.decode()
    assert [one.is_update for one in story.versions.order_by("number")] == [False, False, True]


def test_versions_are_listed_and_compared_word_by_word(editor: Any, newsroom: Client) -> None:
    picture = make_image("پل کی تصویر")
    story = make_story("پل کا افتتاح", body=["وزیر نے کہا کہ پل جون میں بنے گا۔"])
    draft = story.get_latest_revision_as_object()
    draft.deck = "مسودہ جو کسی نے نہ دیکھا"
    draft.save_revision()
    story = publish_again(
        story,
        user=editor,
        deck="",
        lead_image=picture,
        change_note="تاریخ درست کی گئی",
        body=[("paragraph", "<p>وزیر نے کہا کہ پل جولائی میں بنے گا۔</p>")],
    )
    with_notice(story, "تاریخ غلط تھی۔")
    listed = newsroom.get(f"/newsroom/record/{story.pk}/versions/").content.decode()
    assert "تاریخ درست کی گئی" in listed
    assert "تاریخ غلط تھی۔" in listed
    assert story.versions.count() == 3
    page = newsroom.get(f"/newsroom/record/{story.pk}/versions/1/2/").content.decode()
    assert '<del class="record-gone">جون </del>' in page
    assert '<ins class="record-new">جولائی </ins>' in page
    assert "پل کی تصویر" in page
    assert "مسودہ جو کسی نے نہ دیکھا" not in page
    assert newsroom.get(f"/newsroom/record/{story.pk}/versions/1/9/").status_code == 404
    away = browser_of(make_editor("away", pages=[]))
    assert away.get(f"/newsroom/record/{story.pk}/versions/").status_code == 302


def test_a_published_revision_is_not_purged_and_goes_with_its_story() -> None:
    story = publish_again(publish_again(make_story("خبر"), deck="ایک"), deck="دو")
    purge_revisions()
    assert story.versions.count() == 3
    assert story.revisions.count() == 3
    story.delete()
    assert not ArticlePage.objects.filter(pk=story.pk).exists()
