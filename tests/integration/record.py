"""What tests of the record share: editors with one right, and publishing again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import GroupPagePermission, Page

from roznama.newsroom.models import ArticlePage, Correction, User

REASON = "خبر کی بنیاد غلط ثابت ہوئی"
NOTICE = "یہ خبر ہمارے معیار پر پوری نہیں اتری، اس لیے واپس لے لی گئی۔"
ON_PAGES = ("add_page", "change_page", "publish_page")


def make_editor(name: str, rights: Iterable[str] = (), pages: Iterable[str] = ON_PAGES) -> User:
    """Somebody who works on all pages, with some rights of the newsroom's."""
    group = Group.objects.create(name=f"گروہ {name}")
    for codename in ("access_admin", *rights):
        group.permissions.add(Permission.objects.get(codename=codename))
    root = Page.get_first_root_node()
    for permission in Permission.objects.filter(codename__in=pages, content_type__model="page"):
        GroupPagePermission.objects.create(group=group, page=root, permission=permission)
    user = User.objects.create_user(name, password="a long pass phrase")
    user.groups.add(group)
    return user


def browser_of(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def publish_again(story: ArticlePage, user: User | None = None, **changes: Any) -> ArticlePage:
    """Change the newest draft and publish it, as the story's form does."""
    draft = story.get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.save_revision(user=user).publish(user=user)
    return ArticlePage.objects.get(pk=story.pk)


def with_notice(story: ArticlePage, text: str, kind: str = "correction") -> ArticlePage:
    """Publish a story again with one notice more; nobody dates it."""
    draft = story.get_latest_revision_as_object()
    draft.corrections.add(Correction(kind=kind, text=text))
    draft.save_revision().publish()
    return ArticlePage.objects.get(pk=story.pk)
