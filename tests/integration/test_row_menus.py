"""The menus behind headlines in lists: fetched alone, and only by whoever sees the story listed."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

import pytest
from django.test import Client

from roznama.newsroom.models import Role
from tests.factories import get_section, make_story
from tests.integration.newsroom_people import HERE, browser_of, make_person

# What a menu offers hangs on rights, which are tried on both elsewhere.
pytestmark = pytest.mark.any_database

LISTS = ["/newsroom/stories/", "/newsroom/pages/{section}/", "/newsroom/pages/search/?q=موسم"]


@pytest.mark.parametrize("screen", LISTS)
def test_a_row_has_the_address_of_its_menu(newsroom: Client, screen: str) -> None:
    story = make_story("موسم کی خبر", section=HERE)
    page = newsroom.get(screen.format(section=get_section(HERE).pk)).content.decode()
    address = re.findall(r'data-row-menu="(/newsroom/menus/\d+/[^"]*)"', page)
    assert len(address) == 1
    menu = newsroom.get(address[0]).content.decode()
    offered = set(re.findall(r'href="([^"?]*)', menu))
    for action in ("edit", "delete", "unpublish", "history", "move", "copy"):
        assert f"/newsroom/pages/{story.pk}/{action}/" in menu
        assert f"/newsroom/pages/{story.pk}/{action}/" in offered
        assert action == "edit" or f"/newsroom/pages/{story.pk}/{action}/" not in page
    assert "ordering=ord" not in menu  # nothing stands below a story


def test_who_goes_to_an_action_comes_back_to_the_list(newsroom: Client) -> None:
    story = make_story()
    address = f"/newsroom/menus/{story.pk}/"
    menu = newsroom.get(address, {"next": "/newsroom/stories/"}).content.decode()
    assert "/delete/?next=/newsroom/stories/" in unquote(menu)
    elsewhere = newsroom.get(address, {"next": "https://evil.example/"}).content.decode()
    assert "evil" not in elsewhere


def test_a_menu_offers_what_a_role_may(db: None) -> None:
    story = make_story("ڈیسک کی خبر", section=HERE)
    address = f"/newsroom/menus/{story.pk}/"
    reporter = browser_of(make_person("reporter", Role.REPORTER)).get(address).content.decode()
    head = browser_of(make_person("head", Role.DESK_HEAD)).get(address).content.decode()
    assert "unpublish" in head
    assert "unpublish" not in reporter
    assert f"/newsroom/pages/{story.pk}/history/" in reporter


def test_nobody_fetches_the_menu_of_what_no_list_shows(db: None) -> None:
    story = make_story("کسی اور کا مسودہ", section=HERE, draft=True)
    address = f"/newsroom/menus/{story.pk}/"
    contributor = browser_of(make_person("contributor", Role.CONTRIBUTOR))
    assert contributor.get(address).status_code == 404
    assert browser_of(make_person("stranger")).get(address).status_code == 404
    assert contributor.get("/newsroom/menus/99999999/").status_code == 404
    assert contributor.post(address).status_code == 405
    away = Client().get(address)
    assert away.status_code == 302
    assert urlsplit(away["Location"]).path == "/newsroom/login/"
