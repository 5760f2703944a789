"""Which saved states of a story stay, under what name, and which go."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from roznama.newsroom.drafts.pruning import KEEP, prune
from roznama.newsroom.models import ArticlePage, Author, KeptDraft, KeptKind, User
from tests.factories import make_story
from tests.integration.test_newsroom import form

pytestmark = pytest.mark.django_db

OLD = KEEP + timedelta(days=1)


@pytest.fixture
def story() -> ArticlePage:
    return make_story("نہر میں پانی آ گیا", draft=True)


def person(name: str) -> User:
    return User.objects.create_superuser(name, f"{name}@paper.example", "x")


def saved(story: ArticlePage, user: User, *, ago: timedelta = timedelta()) -> Revision:
    revision = story.save_revision(user=user, clean=False)
    if ago:
        Revision.objects.filter(pk=revision.pk).update(created_at=timezone.now() - ago)
        revision.refresh_from_db()
    return revision


def kinds(story: ArticlePage) -> list[str]:
    found = KeptDraft.objects.filter(revision__in=story.revisions.all())
    return [*found.order_by("revision__created_at").values_list("kind", flat=True)]


def typed(story: ArticlePage, title: str) -> dict[str, Any]:
    return form(title=title, slug=story.slug)


def test_what_is_published_stays_for_good(story: ArticlePage) -> None:
    revision = saved(story, person("asma"), ago=OLD)
    revision.publish()
    saved(story, person("bilal"))
    assert kinds(story) == [KeptKind.PUBLISHED]
    assert prune(timezone.now()) == 0


def test_what_stood_before_another_hand_wrote_stays(story: ArticlePage) -> None:
    asma, bilal = person("asma"), person("bilal")
    saved(story, asma)
    before = saved(story, asma)
    saved(story, bilal)
    version = KeptDraft.objects.get()
    assert (version.revision, version.kind, version.person) == (before, KeptKind.BEFORE, bilal)


def test_another_thing_with_the_same_number_is_not_the_story(story: ArticlePage) -> None:
    saved(story, person("asma"))
    of_authors = ContentType.objects.get_for_model(Author)
    Revision.objects.create(
        content_type=of_authors,
        base_content_type=of_authors,
        object_id=str(story.pk),
        user=person("bilal"),
        content={},
    )
    assert kinds(story) == []


def test_saving_by_hand_keeps_a_version_and_an_autosave_does_not(
    story: ArticlePage, client: Client
) -> None:
    client.force_login(person("asma"), backend="django.contrib.auth.backends.ModelBackend")
    address = reverse("wagtailadmin_pages:edit", args=[story.pk])
    auto = client.post(address, typed(story, "ایک"), headers={"accept": "application/json"})
    assert auto.json()["success"], auto.content
    assert kinds(story) == []
    client.post(address, typed(story, "دو"), headers={"accept": "text/html"})
    assert kinds(story) == [KeptKind.SAVED]


def test_autosaves_of_one_sitting_are_one_revision(story: ArticlePage, client: Client) -> None:
    client.force_login(person("asma"), backend="django.contrib.auth.backends.ModelBackend")
    address = reverse("wagtailadmin_pages:edit", args=[story.pk])
    json = {"accept": "application/json"}
    said = client.post(address, typed(story, "ایک"), headers=json).json()
    count = story.revisions.count()
    for title in ("دو", "تین", "چار"):
        more = {"overwrite_revision_id": said["revision_id"]}
        said = client.post(address, {**typed(story, title), **more}, headers=json).json()
    assert story.revisions.count() == count
    story.refresh_from_db()
    assert story.get_latest_revision_as_object().title == "چار"


def test_an_open_autosave_gets_its_name_on_a_copy(story: ArticlePage, client: Client) -> None:
    asma = person("asma")
    client.force_login(asma, backend="django.contrib.auth.backends.ModelBackend")
    open_one = saved(story, asma)
    address = reverse("story_version_name", args=[story.pk, open_one.pk])
    client.post(address, {"name": "عدالت کو دکھانے کے لیے"})
    version = KeptDraft.objects.get()
    assert version.name == "عدالت کو دکھانے کے لیے"
    assert version.revision != open_one
    assert version.revision.content["title"] == open_one.content["title"]
    assert story.revisions.order_by("-created_at").first() == open_one
    page = client.get(reverse("story_versions", args=[story.pk]))
    assert "عدالت کو دکھانے کے لیے" in page.content.decode()


@pytest.mark.parametrize("name", ["", "   ", "ا" * 81])
def test_a_name_that_is_none_changes_nothing(story: ArticlePage, client: Client, name: str) -> None:
    asma = person("asma")
    client.force_login(asma, backend="django.contrib.auth.backends.ModelBackend")
    address = reverse("story_version_name", args=[story.pk, saved(story, asma).pk])
    answer = client.post(address, {"name": name}, follow=True)
    assert "80" in answer.content.decode()
    assert not KeptDraft.objects.exists()


def test_versions_are_for_whoever_may_edit(story: ArticlePage, client: Client) -> None:
    revision = saved(story, person("asma"))
    client.force_login(
        User.objects.create_user("guest"), backend="django.contrib.auth.backends.ModelBackend"
    )
    page = client.get(reverse("story_versions", args=[story.pk]))
    named = client.post(reverse("story_version_name", args=[story.pk, revision.pk]), {"name": "x"})
    assert {page.status_code, named.status_code} <= {302, 403}
    assert not KeptDraft.objects.exists()


def test_old_autosaves_go_and_young_ones_stay(story: ArticlePage) -> None:
    asma = person("asma")
    old = saved(story, asma, ago=OLD)
    scheduled = saved(story, asma, ago=OLD)
    Revision.objects.filter(pk=scheduled.pk).update(approved_go_live_at=timezone.now() + OLD)
    young, newest = saved(story, asma), saved(story, asma)
    prune(timezone.now())
    left = set(story.revisions.values_list("pk", flat=True))
    assert old.pk not in left
    assert {scheduled.pk, young.pk, newest.pk} <= left


def test_the_command_counts_prunes_and_refuses(story: ArticlePage) -> None:
    asma = person("asma")
    saved(story, asma, ago=OLD)
    saved(story, asma)
    out = StringIO()
    call_command("versions", "prune", dry_run=True, stdout=out)
    call_command("versions", "prune", stdout=out)
    assert out.getvalue().split("\n")[:2] == ["1 autosaves would go", "1 autosaves are gone"]
    with pytest.raises(CommandError, match="a day at least"):
        call_command("versions", "prune", days=0)


def test_the_newest_revision_has_an_index() -> None:
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, "wagtailcore_revision")
    columns = found["newsroom_revision_newest"]["columns"]
    assert columns == ["base_content_type_id", "object_id", "created_at", "id"]
