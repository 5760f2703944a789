"""The tags proposed to an editor, in whatever letters they are typed."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from roznama.newsroom.models import Topic

ADDRESS = ("wagtailadmin_tag_model_autocomplete", ["newsroom", "topic"])


@pytest.fixture
def tags(db: None) -> None:
    for name in ("کراچی", "کراچی بندرگاہ", "نئی کتابیں", "آبپاشی"):
        Topic.objects.create(name=name)


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("كراچي", ["کراچی", "کراچی بندرگاہ"]),
        ("کرا", ["کراچی", "کراچی بندرگاہ"]),
        ("بندر", ["کراچی بندرگاہ"]),
        ("ا\u0653بپاشی", ["آبپاشی"]),
        ("نئی کتاب", ["نئی کتابیں"]),
        ("لاہور", []),
        ("", []),
    ],
)
def test_tags_are_proposed_in_any_letters(
    newsroom: Client, tags: None, typed: str, proposed: list[str]
) -> None:
    address = reverse(ADDRESS[0], args=ADDRESS[1])
    assert newsroom.get(address, {"term": typed}).json() == proposed


def test_a_stranger_is_told_nothing(client: Client, tags: None) -> None:
    response = client.get(reverse(ADDRESS[0], args=ADDRESS[1]), {"term": "کرا"})
    assert response.status_code == 302
