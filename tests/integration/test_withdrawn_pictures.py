"""What of a withdrawn story's pictures and cards is still to be had: nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from roznama.changes.later import waiting
from roznama.newsroom.models import ArticlePage, NewsImage
from roznama.newsroom.record.killing import kill, lift
from roznama.paper.assembly.article import article_sheet
from roznama.paper.social import making
from roznama.press.extras import Extras
from roznama.press.front.application import Front
from roznama.press.front.folders import Folder
from roznama.press.printer import Printer
from tests.factories import make_author, make_image, make_story
from tests.integration.press_store import _nothing, _request
from tests.integration.record import NOTICE, REASON, publish_again

pytestmark = pytest.mark.django_db

OWNED = {"credit": "اے ایف پی", "licence": "ایجنسی", "description": "سڑک پر بس"}


@pytest.fixture
def extras(tmp_path: Path, settings: Any) -> Iterator[Extras]:
    settings.MEDIA_ROOT = tmp_path / "media"
    waiting.clear()
    yield Extras(Printer(tmp_path / "press"))
    waiting.is_collecting = False
    waiting.clear()


@pytest.fixture
def story(extras: Extras) -> ArticlePage:
    """A story that was printed, with its pictures cut and its cards drawn."""
    inline = make_image(size=(900, 600), **OWNED)
    blocks = [("image", {"image": inline, "alt": "", "caption": ""})]
    made = make_story(lead_image=make_image(size=(900, 600), **OWNED), body=blocks)
    printed(made, extras)
    return made


def printed(story: ArticlePage, extras: Extras) -> None:
    article_sheet(ArticlePage.objects.get(pk=story.pk))
    while extras.step():
        pass


def cards(settings: Any) -> list[str]:
    folder = Path(settings.MEDIA_ROOT) / "images"
    return [f"/media/images/{path.name}" for path in folder.glob("social-*.jpg")]


def sizes(*pictures: NewsImage) -> list[str]:
    return [one.url for picture in pictures for one in picture.renditions.all()]


def pictures(story: ArticlePage) -> list[NewsImage]:
    return [story.lead_image, story.body[0].value["image"]]


def gone(story: ArticlePage, commits: Any) -> None:
    with commits(execute=True):
        kill(story, reason=REASON, notice=NOTICE)


def statuses(client: Client, addresses: list[str]) -> set[int]:
    return {client.get(address).status_code for address in addresses}


def test_its_pictures_and_cards_are_at_no_old_address(
    client: Client, story: ArticlePage, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    known = sizes(*pictures(story)) + cards(settings)
    assert len(known) > 12
    assert statuses(client, known) == {200}
    gone(story, django_capture_on_commit_callbacks)
    assert statuses(client, known) == {404}
    assert NewsImage.objects.count() == 2
    # Whatever an editor looks at afterwards has other addresses.
    library = NewsImage.objects.get(pk=story.lead_image_id)
    assert library.get_rendition("max-165x165").url not in known
    article_sheet(ArticlePage.objects.get(pk=story.pk))
    assert statuses(client, known) == {404}


def test_a_front_that_has_them_in_memory_forgets_them(
    story: ArticlePage, settings: Any, tmp_path: Path, django_capture_on_commit_callbacks: Any
) -> None:
    images = Path(settings.MEDIA_ROOT) / "images"
    folder = Folder("/media/images/", images, kinds="image/", immutable=True)
    front = Front(_nothing, tmp_path / "front", (folder,))

    def status(path: str) -> int:
        return asyncio.run(_request(front, path, "GET", "", {}))[0]

    known = sizes(*pictures(story)) + cards(settings)
    assert {status(path) for path in known} == {200}
    gone(story, django_capture_on_commit_callbacks)
    assert {status(path) for path in known} == {599}


def test_pictures_that_readers_see_elsewhere_stay(
    client: Client, story: ArticlePage, django_capture_on_commit_callbacks: Any
) -> None:
    lead, inline = pictures(story)
    make_author("نوشین طارق", portrait=inline)
    other = make_story("دوسری خبر", lead_image=lead)
    other.save_revision().publish()
    known = sizes(lead, inline)
    gone(story, django_capture_on_commit_callbacks)
    assert statuses(client, known) == {200}


def test_a_picture_of_an_earlier_version_goes_and_one_of_a_draft_elsewhere_does_not_keep_it(
    client: Client,
    extras: Extras,
    story: ArticlePage,
    django_capture_on_commit_callbacks: Any,
) -> None:
    first = story.lead_image
    known = sizes(first)
    publish_again(story, lead_image=make_image(size=(900, 600), **OWNED))
    make_story("مسودہ", lead_image=first, draft=True)
    assert statuses(client, known) == {200}
    gone(ArticlePage.objects.get(pk=story.pk), django_capture_on_commit_callbacks)
    assert statuses(client, known) == {404}


def test_given_back_it_has_its_pictures_at_new_addresses(
    client: Client, extras: Extras, story: ArticlePage, django_capture_on_commit_callbacks: Any
) -> None:
    known = sizes(*pictures(story))
    gone(story, django_capture_on_commit_callbacks)
    with django_capture_on_commit_callbacks(execute=True):
        lift(story, reason=REASON, publish=True)
    story = ArticlePage.objects.get(pk=story.pk)
    printed(story, extras)
    page = client.get(story.url).content.decode()
    now = sizes(*pictures(story))
    assert now
    assert not set(now) & set(known)
    assert any(address in page for address in now)
    assert statuses(client, now) == {200}


@pytest.mark.any_database
def test_cards_go_when_a_story_is_taken_down_deleted_or_restricted(
    client: Client, extras: Extras, story: ArticlePage, settings: Any,
    django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    known = cards(settings)
    with django_capture_on_commit_callbacks(execute=True):
        story.unpublish()
    assert statuses(client, known) == {404}
    publish_again(story)
    printed(story, extras)
    assert statuses(client, known) == {200}
    with django_capture_on_commit_callbacks(execute=True):
        PageViewRestriction.objects.create(page=story.get_parent(), restriction_type="login")
    assert statuses(client, known) == {404}
    PageViewRestriction.objects.all().delete()
    printed(story, extras)
    assert statuses(client, known) == {200}
    with django_capture_on_commit_callbacks(execute=True):
        story.delete()
    assert statuses(client, known) == {404}
    assert not [path for path in cards(settings) if f"social-{story.pk}-" in path]


@pytest.mark.any_database
def test_a_card_that_is_being_drawn_when_the_story_goes_is_not_left(
    extras: Extras, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = make_story(lead_image=make_image(size=(900, 600), **OWNED))
    draw = making.draw

    def slow(*args: Any) -> Any:
        ArticlePage.objects.get(pk=story.pk).unpublish()
        return draw(*args)

    monkeypatch.setattr(making, "draw", slow)
    printed(story, extras)
    assert not extras.trouble
    assert cards(settings) == []


def test_the_printer_removes_a_size_that_was_being_cut(
    client: Client, story: ArticlePage, tmp_path: Path, django_capture_on_commit_callbacks: Any
) -> None:
    printer = Printer(tmp_path / "another")
    printer.follow()
    before = NewsImage.objects.get(pk=story.lead_image_id)
    gone(story, django_capture_on_commit_callbacks)
    late = before.renditions.create(
        filter_spec="width-480|format-webp", file="images/late.webp", width=4, height=4
    )
    with django_capture_on_commit_callbacks(execute=True):
        printer.follow()
    assert not before.renditions.filter(pk=late.pk).exists()


def test_the_name_of_a_size_keeps_what_nobody_guesses(extras: Extras) -> None:
    image = make_image(size=(900, 600), **OWNED)
    image.file.save(
        "سیلاب کے بعد بحالی کا کام اور متاثرین کی واپسی کی ایک لمبی تصویر.jpg", image.file
    )
    image.save()
    secret = Path(image.file.name).stem.rpartition("-")[2]
    assert len(secret) == 16
    for spec in ("cut-social-1200|format-jpeg|jpegquality-80", "max-165x165"):
        assert secret in image.get_rendition(spec).url
