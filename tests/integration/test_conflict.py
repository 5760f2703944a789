"""Two who save one story: no words are lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse

from roznama.newsroom.models import ArticlePage, User
from tests.factories import make_story
from tests.integration import markup
from tests.integration.newsroom_people import HERE, browser_of, fresh, make_person
from tests.integration.test_newsroom import form

pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> tuple[User, User]:
    return make_person("sana", "sub_editor"), make_person("bilal", "sub_editor")


@pytest.fixture
def story(two: tuple[User, User]) -> ArticlePage:
    return make_story("پہلی سرخی", section=HERE, draft=True)


def opened(story: ArticlePage) -> dict[str, Any]:
    """The form as it is when somebody opens it now."""
    revision = fresh(story).get_latest_revision()
    base = {"loaded_revision_id": str(revision.pk)}
    base["loaded_revision_created_at"] = revision.created_at.isoformat()
    return {**form(title=story.title, slug=story.slug), **base}


def save(user: User, story: ArticlePage, data: dict[str, Any]) -> HttpResponse:
    return browser_of(user).post(f"/newsroom/pages/{story.pk}/edit/", data)


def hidden(response: HttpResponse) -> dict[str, str]:
    page = markup.parse(response)
    fields = page.xpath("//form//input[@type='hidden']")
    return {field.get("name"): field.get("value") for field in fields}


def decks(story: ArticlePage) -> list[str]:
    rows = fresh(story).revisions.order_by("created_at", "pk")
    return [row.as_object().deck for row in rows]


def test_the_second_decides_and_both_are_kept(two: tuple[User, User], story: ArticlePage) -> None:
    sana, bilal = two
    first, second = opened(story), opened(story)
    assert save(sana, story, {**first, "deck": "ثنا کا خلاصہ"}).status_code == 302
    response = save(bilal, story, {**second, "deck": "بلال کا خلاصہ"})
    assert response.status_code == 409
    text = response.content.decode()
    assert "sana" in text
    assert '<span class="deletion">ثنا</span>' in text
    assert '<span class="addition">بلال</span>' in text
    assert decks(story)[-1] == "ثنا کا خلاصہ"
    kept = hidden(response)
    assert kept["deck"] == "بلال کا خلاصہ"
    assert save(bilal, story, {**kept, "flow-conflict": "mine"}).status_code == 302
    assert decks(story)[-2:] == ["ثنا کا خلاصہ", "بلال کا خلاصہ"]


def test_a_third_save_in_between_asks_again(two: tuple[User, User], story: ArticlePage) -> None:
    sana, bilal = two
    first, second = opened(story), opened(story)
    save(sana, story, {**first, "deck": "ایک"})
    kept = hidden(save(bilal, story, {**second, "deck": "دو"}))
    save(sana, story, {**opened(story), "deck": "تین"})
    assert save(bilal, story, {**kept, "flow-conflict": "mine"}).status_code == 409
    assert decks(story)[-1] == "تین"


def test_one_goes_on_with_what_was_typed(two: tuple[User, User], story: ArticlePage) -> None:
    sana, bilal = two
    first, second = opened(story), opened(story)
    save(sana, story, {**first, "deck": "ایک"})
    kept = hidden(save(bilal, story, {**second, "deck": "دو"}))
    count = len(decks(story))
    response = save(bilal, story, {**kept, "flow-conflict": "edit"})
    assert response.status_code == 200
    page = markup.parse(response)
    assert page.xpath("//textarea[@name='deck']")[0].text.strip() == "دو"
    latest = str(fresh(story).latest_revision_id)
    assert page.xpath("//input[@name='loaded_revision_id']/@value")[0] == latest
    assert len(decks(story)) == count


@pytest.mark.parametrize("verb", ["action-submit", "action-publish"])
def test_nothing_goes_on_its_way_over_another_version(
    verb: str, two: tuple[User, User], story: ArticlePage
) -> None:
    sana, _ = two
    chief = make_person("chief", "chief")
    late = opened(story)
    save(sana, story, {**opened(story), "deck": "ثنا"})
    assert save(chief, story, {**late, "deck": "مدیر", verb: "1"}).status_code == 409
    now = fresh(story)
    assert not now.live
    assert not now.workflow_in_progress


def test_an_autosave_gives_way(two: tuple[User, User], story: ArticlePage) -> None:
    sana, bilal = two
    late = opened(story)
    save(sana, story, {**opened(story), "deck": "ثنا"})
    response = browser_of(bilal).post(
        f"/newsroom/pages/{story.pk}/edit/",
        {**late, "deck": "بلال"},
        headers={"accept": "application/json"},
    )
    assert response.json()["error_code"] == "invalid_revision"
    assert decks(story)[-1] == "ثنا"


def test_who_edits_now_is_told(two: tuple[User, User], story: ArticlePage) -> None:
    address = f"/newsroom/editing-sessions/ping/newsroom/articlepage/{story.pk}/0/"
    for user in two:
        response = browser_of(user).post(address, {"is_editing": "1"})
    names = [row["user"] for row in response.json()["other_sessions"]]
    assert names == [two[0].username]
