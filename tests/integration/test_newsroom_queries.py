"""The newsroom's screens cost the same queries however many stories and revisions there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from roznama.newsroom.models import ArticlePage, Author, Kill, User
from tests.factories import get_section, make_author, make_story
from tests.integration.newsroom_people import browser_of
from tests.integration.test_newsroom import form

# The queries are the ORM's, the same on both.
pytestmark = pytest.mark.any_database

# As measured, and a few more; what creeps further has to be looked at.
MOST = {
    "/newsroom/stories/": 29,
    "/newsroom/stories/?status=draft": 28,
    "/newsroom/stories/?q=خبر": 32,
    "/newsroom/my/": 35,
    "open": 70,
    "autosave": 83,
    "save": 62,
    "submit": 110,
    "publish": 134,
}
LISTS = [address for address in MOST if address.startswith("/")]


@pytest.fixture(autouse=True)
def _seen_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Note once that a session is used: on a slow machine the next note would fall into a test."""
    monkeypatch.setattr("roznama.newsroom.signing.tracking.PAUSE", 1_000_000)


@pytest.fixture
def chief(db: None) -> User:
    """The editor-in-chief: no superuser, so every right is looked up."""
    user = User.objects.create_user("chief", "chief@paper.example")
    user.groups.add(Group.objects.get(name="مدیرِ اعلیٰ"))
    return user


@pytest.fixture
def browser(chief: User) -> Client:
    return browser_of(chief)


def fill(amount: int, author: Author, chief: User) -> None:
    """So many stories of each kind that a row tells of: live, draft, withdrawn, at the desk."""
    for number in range(amount):
        make_story(f"خبر {number}", authors=[author])
        make_story(f"مسودہ {number}", draft=True, owner=chief)
        withdrawn = make_story(f"واپس لی گئی خبر {number}", draft=True, owner=chief)
        Kill.objects.create(article=withdrawn, path=withdrawn.url_path, reason="غلط", notice="")
        waiting = make_story(f"ڈیسک کی خبر {number}", draft=True, owner=chief)
        waiting.save_revision()
        waiting.get_workflow().start(waiting, chief)
        locked = make_story(f"مقفل خبر {number}", owner=chief)
        ArticlePage.objects.filter(pk=locked.pk).update(
            locked=True, locked_by=chief, locked_at=timezone.now()
        )


def cost(ask: Callable[..., HttpResponse], *told: Any) -> int:
    with CaptureQueriesContext(connection) as captured:
        answer = ask(*told)
    assert answer.status_code in {200, 302}
    return len(captured)


def over(costs: dict[str, int]) -> dict[str, int]:
    """What costs more than it may."""
    return {name: found for name, found in costs.items() if found > MOST.get(name, found)}


def test_a_list_costs_the_same_however_long_it_is(browser: Client, chief: User) -> None:
    author = make_author()
    addresses = [*LISTS, f"/newsroom/pages/{get_section().pk}/"]

    def costs() -> dict[str, int]:
        for address in addresses:
            browser.get(address)  # what is read once by each process
        return {address: cost(browser.get, address) for address in addresses}

    fill(2, author, chief)
    few = costs()
    fill(4, author, chief)
    assert costs() == few
    assert over(few) == {}


def story_with(revisions: int, author: Author) -> ArticlePage:
    """A published story with so many revisions."""
    story = make_story(f"{revisions} مسودوں والی خبر", authors=[author], body=["پہلا پیراگراف۔"])
    for number in range(revisions):
        story.deck = f"خلاصہ {number}"
        story.save_revision(log_action=True)
    return story


def does(browser: Client, story: ArticlePage, name: str) -> HttpResponse:
    address = f"/newsroom/pages/{story.pk}/edit/"
    if name == "open":
        return browser.get(address)
    data = form(title=story.title, slug=story.slug, deck="نیا خلاصہ")
    if name == "autosave":
        return browser.post(address, data, headers={"accept": "application/json"})
    action: dict[str, Any] = {} if name == "save" else {f"action-{name}": "1"}
    return browser.post(address, {**data, **action})


def test_a_story_costs_the_same_however_often_it_was_saved(browser: Client, chief: User) -> None:
    author = make_author()
    names = [name for name in MOST if not name.startswith("/")]

    def costs(revisions: int) -> dict[str, int]:
        for name in names:
            does(browser, story_with(1, author), name)
        stories = {name: story_with(revisions, author) for name in names}
        return {name: cost(does, browser, stories[name], name) for name in names}

    few = costs(3)
    fill(3, author, chief)
    many = costs(20)
    assert many == few
    assert over(few) == {}
