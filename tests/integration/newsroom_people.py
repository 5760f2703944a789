"""What tests of roles share: people at desks, their stories, and a table read from a file."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client
from wagtail.log_actions import log

from roznama.newsroom.flow.people import assign
from roznama.newsroom.models import ArticlePage, Role, User
from tests.factories import get_section, make_story
from tests.integration.copydesk import make_user

HERE, THERE = "khel", "dunya"
"""The section of one's own desk, and one where one has no role."""

CHIEF = "chief"
NOBODY = "nobody"
STORIES = ("own", "desk", "live", "away", "far", "gone")


def read_table(name: str) -> tuple[list[str], dict[str, dict[str, str]]]:
    """Return a table's roles, and its cells by action and role."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    rows = list(csv.DictReader(lines, delimiter="\t"))
    roles = [name for name in rows[0] if name != "action"]
    return roles, {row.pop("action"): row for row in rows}


def make_person(name: str, role: str = NOBODY, section: str = HERE) -> User:
    """Somebody with a role at one desk; `nobody` gets into the newsroom and has none."""
    if role == NOBODY:
        return make_user(name)
    person = User.objects.create_user(name, email=f"{name}@paper.example")
    if role == CHIEF:
        person.groups.add(Group.objects.get(name="مدیرِ اعلیٰ"))
    else:
        assign(person, {get_section(section).pk: Role(role)}, None)
    return person


def make_stories(person: User, other: User) -> dict[str, ArticlePage]:
    """The stories of the table, seen from one person."""
    where = {
        "own": (person, HERE, True), "desk": (other, HERE, True), "live": (other, HERE, False),
        "away": (person, THERE, True), "far": (other, THERE, True), "gone": (other, THERE, False),
    }  # fmt: skip
    made = {
        key: make_story(f"خبر {person.username} {key}", section=section, draft=draft, owner=owner)
        for key, (owner, section, draft) in where.items()
    }
    for story in made.values():
        log(instance=story, action="wagtail.edit", user=other)
    return made


@contextmanager
def undone() -> Iterator[None]:
    """Undo afterwards what is done inside."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def browser_of(user: User) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def fresh(story: ArticlePage) -> Any:
    """The story as it stands in the database; None where it is gone."""
    return ArticlePage.objects.filter(pk=story.pk).first()
