"""An editor's language: Urdu unless told otherwise, English one click away, kept in the profile."""

from __future__ import annotations

import json

import pytest
from django.http import HttpResponse
from django.test import Client
from wagtail.users.models import UserProfile

from roznama.newsroom.models import User
from tests.integration import markup

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
STORIES = "/newsroom/stories/"


def tongue(response: HttpResponse) -> tuple[str, str]:
    """The page's language and direction."""
    root = markup.parse(response).getroottree().getroot()
    return root.get("lang"), root.get("dir")


def button(response: HttpResponse) -> dict[str, str]:
    """The menu's entry for the other language."""
    (props,) = markup.parse(response).xpath("//script[@id='wagtail-sidebar-props']/text()")
    found = [item for item in _items(json.loads(props)) if item.get("name") == "language"]
    assert len(found) == 1
    return found[0]


def _items(data: object) -> list[dict[str, str]]:
    if isinstance(data, list):
        return [item for part in data for item in _items(part)]
    if isinstance(data, dict):
        return [data, *(item for part in data.values() for item in _items(part))]
    return []


def test_one_click_to_english_and_one_back(newsroom: Client, editor: User) -> None:
    page = newsroom.get(f"{STORIES}?status=draft")
    assert tongue(page) == ("ur", "rtl")
    click = button(page)
    assert (click["label"], click["method"]) == ("English", "POST")
    page = newsroom.post(click["action"], follow=True)
    assert page.redirect_chain == [(f"{STORIES}?status=draft", 302)]
    assert tongue(page) == ("en", "ltr")
    assert UserProfile.get_for_user(editor).preferred_language == "en"
    click = button(page)
    assert click["label"] == "اردو"
    assert tongue(newsroom.post(click["action"], follow=True)) == ("ur", "rtl")


def test_the_others_keep_theirs(newsroom: Client, editor: User) -> None:
    other = User.objects.create_superuser("other", password="a long pass phrase")
    newsroom.post("/newsroom/language/en/")
    assert UserProfile.get_for_user(other).get_preferred_language() == "ur"


def test_a_link_changes_nothing(newsroom: Client, editor: User) -> None:
    assert newsroom.get("/newsroom/language/en/").status_code == 405
    assert UserProfile.get_for_user(editor).get_preferred_language() == "ur"


def test_a_click_needs_the_token(editor: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor, backend="django.contrib.auth.backends.ModelBackend")
    assert client.post("/newsroom/language/en/").status_code == 403


@pytest.mark.parametrize("code", ["de", "xx", "ur-pk"])
def test_a_language_that_is_not_offered(newsroom: Client, code: str) -> None:
    assert newsroom.post(f"/newsroom/language/{code}/").status_code == 404


@pytest.mark.parametrize(
    "back", ["https://elsewhere.example/", "//elsewhere.example", "", "words", "\\"]
)
def test_it_never_leads_away(newsroom: Client, back: str) -> None:
    response = newsroom.post(f"/newsroom/language/en/?next={back}")
    assert response.headers["Location"] == "/newsroom/"


def test_strangers_are_sent_to_the_login(client: Client) -> None:
    response = client.post("/newsroom/language/en/")
    assert response.headers["Location"].startswith("/newsroom/login/")
