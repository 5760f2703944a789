"""Writing in the newsroom: what fields ask the server, what they refuse, and which way they go."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from wagtail.users.models import UserProfile

from roznama.newsroom.models import ArticlePage, User
from roznama.newsroom.writing import api
from roznama.urdu import encode_inpage
from tests.factories import make_story

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

TEXT = "آج کی خبر ہے"


def recover(client: Client, data: Any) -> HttpResponse:
    body = data if isinstance(data, str | bytes) else json.dumps(data)
    path = "/newsroom/writing/recover/"
    headers = {"X-Requested-With": "XMLHttpRequest"}
    return client.post(path, body, content_type="application/json", headers=headers)


def edited(client: Client, story: ArticlePage, **fields: str) -> HttpResponse:
    """Save the story's form as a draft, with some fields changed."""
    empty = {
        f"{name}-{part}": "0"
        for name in ("bylines", "corrections", "related_choices")
        for part in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")
    }
    data = {**empty, "title": story.title, "slug": story.slug, "priority": "normal"}
    data |= {"body-count": "0", "sources-count": "0", "kicker": "", "deck": "", "city": ""}
    data |= {"credit_line": "", "lead_image": "", "lead_caption": "", "lead_alt": ""}
    data |= {"topics": "", "seo_title": "", "search_description": "", **fields}
    return client.post(f"/newsroom/pages/{story.pk}/edit/", data)


def test_inpage_text_is_read(newsroom: Client) -> None:
    answer = recover(newsroom, {"text": encode_inpage(TEXT).decode("latin-1")}).json()
    assert answer == {"kind": "inpage", "text": TEXT, "unknown": 0}


def test_ordinary_text_comes_back_as_it_is(newsroom: Client) -> None:
    answer = recover(newsroom, {"text": "Größe"}).json()
    assert answer == {"kind": "", "text": "Größe", "unknown": 0}


@pytest.mark.parametrize("body", ["", "{", "[]", '"x"', "{}", '{"text": 1}', "[" * 9000, b"\xff"])
def test_bad_questions_get_one_line(newsroom: Client, body: str | bytes) -> None:
    answer = recover(newsroom, body)
    assert answer.status_code == 400
    assert answer.json()["error"] == "نیوز روم درخواست کو سمجھ نہ سکا۔"


def test_too_long_a_text_is_refused(newsroom: Client, settings: Any) -> None:
    assert recover(newsroom, {"text": "é" * (api.LONGEST + 1)}).status_code == 413
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    assert recover(newsroom, {"text": "é" * 1000}).status_code == 413


def test_only_a_post_with_the_token_by_whoever_works_here(editor: User, client: Client) -> None:
    assert recover(client, {"text": TEXT}).status_code == 403
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor, backend="django.contrib.auth.backends.ModelBackend")
    assert recover(strict, {"text": TEXT}).status_code == 403
    assert strict.get("/newsroom/writing/recover/").status_code == 405


def test_the_session_is_told_and_never_kept(newsroom: Client, editor: User) -> None:
    path, headers = "/newsroom/writing/session/", {"X-Requested-With": "XMLHttpRequest"}
    answer = newsroom.get(path, headers=headers)
    assert answer.json()["user"] == editor.pk
    assert "no-store" in answer["Cache-Control"]
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = newsroom.cookies
    token = {**headers, "X-CSRFToken": answer.json()["token"]}
    done = strict.post(
        "/newsroom/writing/recover/", "{}", content_type="application/json", headers=token
    )
    assert done.status_code == 400  # not 403: the token is good
    assert Client().get(path, headers=headers).status_code == 403


def test_a_long_headline_is_told_and_kept(newsroom: Client) -> None:
    story, long = make_story(draft=True), "ا" * 400
    page = edited(newsroom, story, title=long).content.decode()
    assert "یہاں زیادہ سے زیادہ 255 حروف آتے ہیں اور یہ 400 ہیں۔" in page
    assert f'value="{long}"' in page


def test_a_turned_headline_is_told_and_kept(newsroom: Client) -> None:
    story, turned = make_story(draft=True), "خبر \u202eالٹی\u202c ہے"
    page = edited(newsroom, story, title=turned).content.decode()
    assert "(U+202E)" in page
    assert f'value="{turned}"' in page
    story.refresh_from_db()
    assert "\u202e" not in story.get_latest_revision_as_object().title


def test_marks_that_do_no_harm_are_taken(newsroom: Client) -> None:
    story, title = make_story(draft=True), "\u2067ایک\u2069 خبر\u200f!"
    assert edited(newsroom, story, title=title).status_code == 302


@pytest.mark.parametrize(("language", "direction"), [("ur", "rtl"), ("en", "ltr")])
def test_every_screen_goes_the_editors_way(
    newsroom: Client, editor: User, language: str, direction: str
) -> None:
    profile = UserProfile.get_for_user(editor)
    profile.preferred_language = language
    profile.save()
    story = make_story(draft=True)
    for path in ("stories/", "pages/", f"pages/{story.pk}/edit/", f"pages/{story.pk}/history/"):
        page = newsroom.get(f"/newsroom/{path}").content.decode()
        assert re.search(rf'<html lang="{language}" dir="{direction}"', page), path
        assert 'id="newsroom-writing"' in page


def test_the_way_in_is_urdu(client: Client) -> None:
    page = client.get("/newsroom/login/").content.decode()
    assert '<html lang="ur" dir="rtl"' in page


def test_a_storys_text_goes_from_right_to_left_for_everybody(newsroom: Client) -> None:
    page = newsroom.get(f"/newsroom/pages/{make_story().pk}/edit/").content.decode()
    assert "textDirectionality" in page
