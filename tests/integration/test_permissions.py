"""Two tables of who may do what, tried through the newsroom's addresses, a test for each row."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from django.test import Client

from roznama.newsroom.flow.people import assign
from roznama.newsroom.models import ArticlePage, Role, User
from tests.factories import get_section
from tests.integration.newsroom_actions import ACTIONS
from tests.integration.newsroom_people import (
    CHIEF,
    HERE,
    NOBODY,
    STORIES,
    THERE,
    browser_of,
    make_person,
    make_stories,
    read_table,
    undone,
)
from tests.integration.newsroom_rights import RIGHTS

ROLES, STORY_ROWS = read_table("permissions.tsv")
_, RIGHT_ROWS = read_table("rights.tsv")


@dataclass(frozen=True)
class Place:
    """Somebody at a browser, and the stories seen from them."""

    person: User
    browser: Client
    stories: dict[str, ArticlePage]


pytestmark = pytest.mark.any_database


@pytest.fixture(scope="module")
def places(module_db: None) -> dict[str, Place]:
    """Somebody of each role, at a paper whose desks have people."""
    User.objects.create_superuser("engineer")
    other = make_person("another", "reporter")
    for section in (HERE, THERE):
        make_person(f"sub of {section}", "sub_editor", section)
    return {role: _place(role, other) for role in ROLES}


def _place(role: str, other: User) -> Place:
    person = make_person(role, role)
    if role not in {NOBODY, CHIEF}:
        assign(person, {get_section("sehat").pk: Role(role)}, None)
    return Place(person, browser_of(person), make_stories(person, other))


def test_the_tables_and_what_is_tried_are_the_same() -> None:
    assert set(STORY_ROWS) == set(ACTIONS)
    assert set(RIGHT_ROWS) == set(RIGHTS)


@pytest.mark.parametrize("name", STORY_ROWS)
def test_who_may_with_a_story(name: str, places: dict[str, Place]) -> None:
    found = {role: _tried(name, place) for role, place in places.items()}
    assert found == STORY_ROWS[name]


def _tried(name: str, place: Place) -> str:
    went = []
    for key, story in place.stories.items():
        with undone():
            if ACTIONS[name](place.browser, place.person, story):
                went.append(key)
    if len(went) == len(STORIES):
        return "all"
    return " ".join(went) or "-"


@pytest.mark.parametrize("name", RIGHT_ROWS)
def test_who_may_otherwise(name: str, places: dict[str, Place]) -> None:
    found = {}
    for role, place in places.items():
        with undone():
            found[role] = "+" if RIGHTS[name](place.browser) else "-"
    assert found == RIGHT_ROWS[name]
