"""What tests of the copy desk share: a story with slips, and people who may do this or that."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import GroupPagePermission, Page

from roznama.newsroom.models import ArticlePage, RuleSetting, Severity, User
from tests.factories import HEADLINE, make_author, make_story

SLIP = "انہوں نے کہا کہ کہ سب ٹھیک ہے۔"
"""A sentence with a word typed twice."""

TWICE = "کہ کہ"


def weigh(rule: str, severity: Severity) -> None:
    RuleSetting.objects.update_or_create(rule=rule, defaults={"severity": severity})


def block_repetition() -> None:
    weigh("repeated_word", Severity.BLOCKING)
    weigh("cut_short", Severity.HINT)


def make_slip(headline: str = HEADLINE, **fields: Any) -> ArticlePage:
    """A draft with one slip, with an author, from a city."""
    given = {"body": [SLIP], "city": "لاہور", "authors": [make_author()], "draft": True, **fields}
    return make_story(headline, **given)


def make_user(
    name: str, *permissions: str, page: Page | None = None, on_page: tuple[str, ...] = ()
) -> User:
    """Somebody who gets into the newsroom and may do what is named."""
    group = Group.objects.create(name=f"group of {name}")
    for codename in ("access_admin", *permissions):
        group.permissions.add(Permission.objects.get(codename=codename))
    for codename in on_page:
        permission = Permission.objects.get(codename=codename, content_type__model="page")
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    user = User.objects.create_user(name, password="a long pass phrase")
    user.groups.add(group)
    return user


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client
