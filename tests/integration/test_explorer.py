"""A section in the explorer: its stories, and whom they can be narrowed to."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import now

from roznama.newsroom.models import Role, User
from tests.factories import get_section, make_story
from tests.integration.newsroom_people import HERE, browser_of, make_person, make_stories

pytestmark = pytest.mark.django_db


def listed(client: Client, **asked: str) -> list[str]:
    response = client.get(f"/newsroom/pages/{get_section(HERE).pk}/", asked)
    assert response.status_code == 200
    return [page.title for page in response.context["object_list"]]


def offered(client: Client, name: str) -> list[User]:
    response = client.get(f"/newsroom/pages/{get_section(HERE).pk}/")
    return list(response.context["filters"].form.fields[name].queryset)


def test_stories_are_narrowed_to_who_owns_or_saved_them(newsroom: Client, editor: User) -> None:
    owner = User.objects.create_user("owner")
    User.objects.create_user("idle")
    make_story("پہلی", section=HERE, owner=owner)
    saved = make_story("دوسری", section=HERE)
    saved.save_revision(user=editor, log_action=True)
    make_story("کہیں اور", section="dunya", owner=owner)
    assert set(listed(newsroom)) == {"پہلی", "دوسری"}
    assert offered(newsroom, "owner") == [owner]
    assert offered(newsroom, "edited_by") == [editor]
    assert listed(newsroom, owner=str(owner.pk)) == ["پہلی"]
    assert listed(newsroom, edited_by=str(editor.pk)) == ["دوسری"]


def test_whoever_does_not_see_all_sees_what_a_role_lets_see() -> None:
    contributor = make_person("contributor", Role.CONTRIBUTOR)
    mine = make_stories(contributor, make_person("another", Role.REPORTER))
    assert listed(browser_of(contributor)) == [mine["own"].title]


def test_times_in_lists_have_one_unit(newsroom: Client) -> None:
    make_story("پرانی", section=HERE, published=now() - timedelta(hours=14, minutes=7))
    for screen in ("/newsroom/stories/", f"/newsroom/pages/{get_section(HERE).pk}/"):
        page = newsroom.get(screen).content.decode().replace("\xa0", " ")
        assert "ابھی ابھی" in page, screen  # when it was last worked on
        assert "7 منٹ" not in page
    assert "14 گھنٹے پہلے" in newsroom.get("/newsroom/stories/").content.decode().replace(
        "\xa0", " "
    )
