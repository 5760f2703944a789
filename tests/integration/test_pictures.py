"""Pictures: what keeps a story from print, what is taken in, what readers get."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate, now
from PIL import Image, ImageCms
from wagtail.log_actions import LogContext
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from roznama.changes.later import UNFINISHED, waiting
from roznama.changes.reads import recorded
from roznama.newsroom import keys
from roznama.newsroom.models import (
    ArticlePage,
    Licence,
    LiveCoverage,
    LiveUpdate,
    NewsImage,
    PaperSettings,
    User,
)
from roznama.newsroom.pictures.guard import PicturesHeld
from roznama.newsroom.pictures.rights import Lack, faults
from roznama.paper.assembly.article import article_sheet
from roznama.press.extras import Extras
from roznama.press.printer import Printer
from tests.factories import get_section, make_image, make_story
from tests.integration.test_newsroom import form

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
OWNED = {"credit": "اے ایف پی", "licence": "ایجنسی", "description": "سڑک پر بس"}


def lacks(story: ArticlePage, day: date | None = None) -> dict[int, set[Lack]]:
    return {fault.image.pk: set(fault.lacks) for fault in faults(story, day) if fault.image}


def publish(newsroom: Client, story: ArticlePage) -> Any:
    """Publish a draft as somebody does from its form's revision, by Wagtail's list."""
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return newsroom.post(
        f"{address}?id={story.pk}&next=/newsroom/", {"include_descendants": ""}, follow=True
    )


def test_every_picture_of_a_story_is_asked_for_its_rights() -> None:
    lead, inline, shown = make_image("م"), make_image("ت"), make_image("گ", **OWNED)
    blocks = [
        ("image", {"image": inline, "alt": "", "caption": ""}),
        ("gallery", [{"image": one, "alt": "", "caption": ""} for one in (shown, inline)]),
    ]
    story = make_story(lead_image=lead, body=blocks, draft=True)
    assert lacks(story) == {
        lead.pk: {Lack.CREDIT, Lack.LICENCE, Lack.ALT},
        inline.pk: {Lack.CREDIT, Lack.LICENCE},
    }
    NewsImage.objects.update(**OWNED)
    assert not faults(story)


def test_alternative_text_is_the_storys_or_the_pictures_or_not_needed() -> None:
    bare = {**OWNED, "description": ""}
    assert lacks(make_story(lead_image=(image := make_image(**bare)), draft=True)) == {
        image.pk: {Lack.ALT}
    }
    assert not faults(make_story(lead_image=image, lead_alt="سڑک", draft=True))
    assert not faults(make_story(lead_image=make_image(**bare, is_decorative=True), draft=True))


def test_rights_that_ran_out_bar_a_new_use_and_not_a_story_that_is_out() -> None:
    image = make_image(**OWNED)
    old = make_story(lead_image=image)
    image.rights_end = localdate() - timedelta(days=1)
    image.save()
    assert not faults(old)
    assert lacks(make_story(lead_image=image, draft=True)) == {image.pk: {Lack.ENDED}}
    image.rights_end, image.is_barred = (last_day := localdate()), True
    image.save()
    draft = make_story(lead_image=image, draft=True)
    assert lacks(draft, last_day) == {image.pk: {Lack.BARRED}}


def test_a_list_with_such_a_story_is_not_published_and_told_why(newsroom: Client) -> None:
    image = make_image("بے نام تصویر")
    story = make_story(lead_image=image, draft=True)
    answer = publish(newsroom, story)
    told = answer.content.decode()
    assert "بے نام تصویر" in told
    assert reverse("wagtailimages:edit", args=[image.pk]) in told
    assert not ArticlePage.objects.get(pk=story.pk).live
    NewsImage.objects.filter(pk=image.pk).update(**OWNED)
    publish(newsroom, story)
    assert ArticlePage.objects.get(pk=story.pk).live


def test_the_door_of_the_form_keeps_the_draft_and_shows_the_way(newsroom: Client) -> None:
    story = make_story(lead_image=make_image("بے نام تصویر"), draft=True)
    data = form_data(story, title="نئی سرخی")
    answer = newsroom.post(
        reverse("wagtailadmin_pages:edit", args=[story.pk]),
        {**data, "action-publish": "1"},
        follow=True,
    )
    assert "بے نام تصویر" in answer.content.decode()
    kept = ArticlePage.objects.get(pk=story.pk)
    assert not kept.live
    assert kept.get_latest_revision_as_object().title == "نئی سرخی"


def test_it_cannot_be_scheduled_either(newsroom: Client) -> None:
    story = make_story(lead_image=make_image(), draft=True)
    time = (now() + timedelta(days=2)).strftime("%Y-%m-%d %H:%M")
    data = form_data(story, go_live_at=time)
    address = reverse("wagtailadmin_pages:edit", args=[story.pk])
    newsroom.post(address, {**data, "action-publish": "1"})
    assert not story.revisions.exclude(approved_go_live_at=None).exists()


def form_data(story: ArticlePage, **changed: Any) -> dict[str, Any]:
    """What a browser would send of a story's form."""
    given = {"title": story.title, "slug": story.slug, "lead_image": story.lead_image_id}
    return form(**{**given, **changed})


def test_the_net_stops_who_publishes_by_another_door(editor: User) -> None:
    story = make_story(lead_image=make_image(), draft=True)
    with LogContext(user=editor), pytest.raises(PicturesHeld):
        story.get_latest_revision().publish(user=editor)


def test_the_chooser_offers_what_may_be_used(newsroom: Client) -> None:
    make_image("تازہ تصویر", **OWNED)
    make_image("پرانی تصویر", **OWNED, rights_end=localdate() - timedelta(days=1))
    make_image("ممنوع تصویر", **OWNED, is_barred=True)
    page = newsroom.get(reverse("wagtailimages_chooser:choose_results")).content.decode()
    assert "تازہ تصویر" in page
    assert "پرانی تصویر" not in page
    assert "ممنوع تصویر" not in page


def test_the_report_names_the_stories_that_have_them(newsroom: Client) -> None:
    image = make_image("پرانی تصویر", **OWNED)
    make_image("تازہ تصویر", **OWNED)
    story = make_story("رپورٹ والی خبر", lead_image=image)
    story.save_revision().publish()
    image.rights_end = localdate() - timedelta(days=1)
    image.save()
    page = newsroom.get(reverse("picture_rights")).content.decode()
    assert "پرانی تصویر" in page
    assert "رپورٹ والی خبر" in page
    assert "تازہ تصویر" not in page
    assert Client().get(reverse("picture_rights")).status_code == 302


def test_the_report_names_the_stories_whose_live_updates_have_them(newsroom: Client) -> None:
    image = make_image("پرانی تصویر", **OWNED, rights_end=localdate() - timedelta(days=1))
    coverage = LiveCoverage.objects.create(article=make_story("براہِ راست خبر"))
    update = LiveUpdate.objects.create(coverage=coverage, number=1, image=image)
    assert "براہِ راست خبر" in newsroom.get(reverse("picture_rights")).content.decode()
    update.removed_at = now()
    update.save()
    assert "براہِ راست خبر" not in newsroom.get(reverse("picture_rights")).content.decode()


def test_a_licence_is_renamed_under_its_pictures() -> None:
    licence = Licence.objects.create(name="پرانا نام")
    image = make_image(licence="پرانا نام")
    licence.name = "نیا نام"
    licence.save()
    image.refresh_from_db()
    assert image.licence == "نیا نام"


def send(newsroom: Client, name: str, data: bytes, **fields: str) -> dict[str, Any]:
    """Send a picture as the form for several does; return the answer."""
    file = SimpleUploadedFile(name, data, "image/jpeg")
    address = reverse("wagtailimages:add_multiple")
    answer = newsroom.post(address, {"files[]": file, "title": "ایک", "collection": "1", **fields})
    found: dict[str, Any] = answer.json()
    return found


def jpeg(size: tuple[int, int] = (64, 40), **options: Any) -> bytes:
    file = BytesIO()
    mode = options.pop("mode", "RGB")
    color = options.pop("color", "teal")
    Image.new(mode, size, color).save(file, options.pop("form", "JPEG"), **options)
    return file.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.svg", SVG),
        ("a.jpg", SVG),
        ("a.jpg", jpeg(form="PNG")),
        ("a.jpg", jpeg((640, 400))[:900]),
        ("a.exe", jpeg()),
        ("a.png", jpeg((11_000, 11_000), form="PNG", mode="1", color=0)),
        ("a.jpg", jpeg() + bytes(20 * 1024 * 1024)),
    ],
    ids=["svg", "svg called jpg", "png called jpg", "torn", "other name", "bomb", "too big"],
)
def test_what_is_no_picture_of_ours_is_refused_in_urdu(
    newsroom: Client, name: str, data: bytes
) -> None:
    answer = send(newsroom, name, data)
    assert answer["success"] is False
    assert re.search("[؀-ۿ]", answer["error_message"])
    assert not NewsImage.objects.exists()


def test_the_form_says_what_it_takes(newsroom: Client) -> None:
    page = newsroom.get(reverse("wagtailimages:add")).content.decode()
    assert "20.0" in page
    assert "100 ملین" in page


def test_a_refused_upload_in_the_chooser_keeps_what_was_typed(newsroom: Client) -> None:
    prefix = "image-chooser-upload"
    fields = {"title": "میرا عنوان", "credit": "ثنا اقبال", "collection": "1"}
    data: dict[str, Any] = {f"{prefix}-{name}": value for name, value in fields.items()}
    data[f"{prefix}-file"] = SimpleUploadedFile("a.jpg", SVG, "image/jpeg")
    answer = newsroom.post(reverse("wagtailimages_chooser:create"), data).json()
    assert "میرا عنوان" in answer["htmlFragment"]
    assert "ثنا اقبال" in answer["htmlFragment"]


def test_the_same_file_again_offers_the_one_that_is_there(newsroom: Client) -> None:
    first = send(newsroom, "a.jpg", jpeg())
    second = send(newsroom, "b.jpg", jpeg())
    assert first["duplicate"] is False
    assert second["duplicate"] is True
    # Both are shown: what was there, and the way to take the new one away.
    told = second["confirm_duplicate_upload"]
    assert "/media/images/a-" in told
    assert reverse("wagtailimages:delete_multiple", args=[second["image_id"]]) in told


def keep(data: bytes, name: str = "a.jpg", **fields: Any) -> NewsImage:
    return NewsImage.objects.create(title="ایک", file=ImageFile(BytesIO(data), name=name), **fields)


def opened(image: NewsImage, spec: str) -> Image.Image:
    with image.get_rendition(spec).file.open() as file:
        found = Image.open(BytesIO(file.read()))
        found.load()
        return found


@pytest.mark.parametrize("spec", ["original", "max-165x165", "cut-card-320|format-webp"])
def test_nothing_of_a_camera_is_in_what_is_served_and_it_is_upright(spec: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # lie on the side
    exif[0x010F] = "CAMERA"
    exif.get_ifd(0x8825)[1] = "N"
    served = opened(keep(jpeg((64, 40), exif=exif)), spec)
    assert not served.getexif()
    assert "exif" not in served.info
    assert "icc_profile" not in served.info
    if spec != "cut-card-320|format-webp":
        assert served.height > served.width


def test_colors_of_print_become_those_of_screens() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert opened(keep(jpeg(icc_profile=profile)), "width-320|format-webp").mode == "RGB"
    served = opened(keep(jpeg(mode="CMYK", color=(0, 255, 255, 0))), "width-320|format-webp")
    red, green, blue = served.getpixel((5, 5))
    assert red > 180 > green
    assert blue < 120


def test_of_a_moving_picture_the_first_frame_is_served() -> None:
    frames = [Image.new("P", (64, 40), color) for color in (3, 9)]
    file = BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    served = opened(keep(file.getvalue(), "a.gif"), "width-320|format-webp")
    assert getattr(served, "n_frames", 1) == 1


def test_a_crop_follows_the_focal_point_and_the_editors_own_point() -> None:
    half = Image.new("RGB", (400, 100), "white")
    half.paste("black", (0, 0, 200, 100))
    file = BytesIO()
    half.save(file, "PNG")
    focal = {
        "focal_point_x": 380,
        "focal_point_y": 50,
        "focal_point_width": 20,
        "focal_point_height": 20,
    }
    image = keep(file.getvalue(), "a.png", **focal)
    spec = "cut-square-100|format-png"
    assert opened(image, spec).getpixel((50, 50))[0] > 200
    image.focus_square = "0.000,0.500"
    image.save()
    image = NewsImage.objects.get(pk=image.pk)
    assert opened(image, spec).getpixel((50, 50))[0] < 50


@pytest.fixture
def extras(tmp_path: Path, settings: Any) -> Iterator[Extras]:
    settings.MEDIA_ROOT = tmp_path / "media"
    waiting.clear()
    yield Extras(Printer(tmp_path / "press"))
    waiting.is_collecting = False
    waiting.clear()


def work(extras: Extras) -> None:
    while extras.step():
        pass


def meta(client: Client, story: ArticlePage) -> dict[str, list[str]]:
    page = client.get(story.url).content.decode()
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', page):
        found.setdefault(name, []).append(value)
    return found


def test_a_story_gets_its_cards_after_it_was_printed(client: Client, extras: Extras) -> None:
    story = make_story(lead_image=make_image(size=(1600, 1000), **OWNED))
    with recorded() as reads:
        before = article_sheet(story).head
    assert {UNFINISHED, keys.social_card(story.pk)} <= reads.keys
    assert "cut-social-1200" in before.image_url
    work(extras)
    found = meta(client, story)
    assert found["og:image:width"] == ["1200", "1080"]
    assert found["og:image:height"] == ["630", "1080"]
    assert found["twitter:image"] == found["og:image"][:1]
    assert found["og:image:alt"][0] == story.title
    path = found["og:image"][0].removeprefix("https://paper.example")
    answer = client.get(path)
    assert answer.status_code == 200
    assert Image.open(BytesIO(answer.content)).size == (1200, 630)
    page = client.get(story.url).content.decode()
    assert '<source type="image/avif"' in page


def test_cards_are_renewed_when_what_they_show_changes_and_only_then(extras: Extras) -> None:
    image = make_image(size=(1300, 900), **OWNED)
    story = make_story(lead_image=image, deck="پہلی")
    article_sheet(story)
    work(extras)

    def card() -> str:
        sheet = article_sheet(ArticlePage.objects.get(pk=story.pk))
        return sheet.head.image_url

    first = card()
    assert "/social-" in first
    ArticlePage.objects.filter(pk=story.pk).update(deck="دوسری")
    assert card() == first
    for change in (
        lambda: Page.objects.filter(pk=story.pk).update(title="دوسری سرخی"),
        lambda: NewsImage.objects.filter(pk=image.pk).update(focus_social="0.000,0.000"),
        lambda: NewsImage.objects.filter(pk=image.pk).update(credit="رائٹرز"),
        lambda: get_section().__class__.objects.filter(pk=get_section().pk).update(color="sport"),
        lambda: PaperSettings.objects.update(name="نیا روزنامہ"),
    ):
        change()
        assert "/social-" not in card()
        work(extras)
        assert "/social-" in card()
        assert card() != first
        first = card()
    # Two editions of two cards are kept.
    from roznama.paper.social.cards import folder  # noqa: PLC0415

    assert len(list(folder().glob(f"social-{story.pk}-*.jpg"))) == 4


def test_a_card_that_fails_leaves_the_pictures_crop_and_is_told(
    extras: Extras, monkeypatch: pytest.MonkeyPatch
) -> None:
    from roznama.paper.social import making  # noqa: PLC0415

    def broken(*args: Any) -> Any:
        raise OSError("no font")

    monkeypatch.setattr(making, "draw", broken)
    story = make_story(lead_image=make_image(size=(1300, 900), **OWNED))
    article_sheet(story)
    work(extras)
    assert "1 " in extras.trouble
    assert "cut-social-1200" in article_sheet(story).head.image_url


def test_only_the_printer_collects_work(extras: Extras) -> None:
    waiting.is_collecting = False
    article_sheet(make_story(lead_image=make_image(**OWNED)))
    assert waiting.take() is None


def test_the_last_approval_is_held_and_told(newsroom: Client, editor: User) -> None:
    task = GroupApprovalTask.objects.create(name="قدم")
    task.groups.set(Group.objects.all()[:1])
    workflow = Workflow.objects.create(name="ایک قدم")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.update_or_create(page=get_section(), defaults={"workflow": workflow})
    story = make_story(lead_image=make_image("بے نام تصویر"), draft=True)
    story.get_workflow().start(story, editor)
    state = story.current_workflow_task_state
    path = reverse("wagtailadmin_pages:workflow_action", args=[story.pk, "approve", state.pk])
    answer = newsroom.post(path, {"comment": ""}, follow=True)
    assert "بے نام تصویر" in answer.content.decode()
    kept = ArticlePage.objects.get(pk=story.pk)
    assert not kept.live
    assert kept.workflow_in_progress
