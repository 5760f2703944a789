"""Importing a page: what comes in is clean, and what fails leaves nothing behind."""

from __future__ import annotations

from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils.timezone import localtime
from wagtail.models import Page, Revision

from roznama.newsroom.models import ArticlePage, StoryNumber
from roznama.wire.management.commands import importpage
from tests.factories import make_story
from tests.integration import markup

pytestmark = pytest.mark.django_db

HEADLINE = "سوات میں دریا پر نیا پل عوام کے لیے کھول دیا گیا"
PARAGRAPHS = [
    "سوات (نمائندہ خصوصی) سوات میں دریا پر بنایا گیا نیا پل پیر کے روز عوام کے لیے کھول دیا گیا۔",
    "حکام کے مطابق پل کی تعمیر پانچ برس میں مکمل ہوئی اور اس پر دو ارب روپے لاگت آئی۔",
    "مقامی لوگوں نے پل کھلنے پر خوشی کا اظہار کیا اور کہا کہ اب بازار تک کا سفر آدھا رہ گیا ہے۔",
]


def page_html(*extra: str, head: str = "", headline: str = HEADLINE) -> str:
    body = "".join(f"<p>{text}</p>" for text in [*PARAGRAPHS, *extra])
    return (
        f'<!doctype html><html lang="ur"><head><meta charset="utf-8"><title>{headline}</title>'
        f"{head}</head><body><nav><a href='/'>صفحۂ اول</a></nav>"
        f"<article><h1>{headline}</h1>{body}</article></body></html>"
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(page_html(), encoding="utf-8")
    return path


def run(path: Path | str, *options: str) -> str:
    out = StringIO()
    call_command("importpage", str(path), *options, stdout=out)
    return out.getvalue()


def only_story() -> ArticlePage:
    return ArticlePage.objects.get()


def test_a_page_becomes_a_draft(client: Client, file: Path) -> None:
    said = run(file, "--section", "khel")
    story = only_story()
    assert (story.title, story.live) == (HEADLINE, False)
    assert story.get_parent().slug == "khel"
    assert story.city == "سوات"
    assert [block.block_type for block in story.body] == ["paragraph"] * 3
    assert story.latest_revision is not None
    assert "Draft" in said
    assert f"/newsroom/pages/{story.pk}/edit/" in said
    assert client.get(story.url).status_code == 404


def test_a_page_is_published_when_asked(client: Client, file: Path) -> None:
    said = run(file, "--section", "khel", "--publish")
    story = only_story()
    assert story.live
    assert story.full_url in said
    response = client.get(story.url)
    assert response.status_code == 200
    words = markup.text(markup.parse(response))
    assert all(text.rpartition(") ")[2] in words for text in PARAGRAPHS)


def test_the_first_section_takes_what_names_none(file: Path) -> None:
    run(file)
    assert only_story().get_parent().slug == "siyasat"


def test_a_plain_text_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("\n\n".join([HEADLINE, *PARAGRAPHS]), encoding="utf-8")
    run(path)
    assert only_story().title == HEADLINE


def assert_refused(path: Path | str, *options: str) -> None:
    """One line, no page, and no number given out."""
    before = (Page.objects.count(), Revision.objects.count(), StoryNumber.objects.count())
    with pytest.raises(CommandError) as caught:
        run(path, *options)
    words = str(caught.value)
    assert words.strip()
    assert "\n" not in words
    assert before == (Page.objects.count(), Revision.objects.count(), StoryNumber.objects.count())


def test_an_unknown_section_is_refused(file: Path) -> None:
    assert_refused(file, "--section", "nothing")
    assert_refused(file, "--section", "about")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert_refused(tmp_path / "none.html")
    assert_refused(tmp_path)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t ",
        b"\x00" * 100,
        b"\xef\xbb\xbf",
        b"<html><body></body></html>",
        b"An English story, not an Urdu one, with enough words to be a story.",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
        HEADLINE.encode(),
    ],
)
def test_a_file_without_a_story_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(data)
    assert_refused(path)
    assert_refused(path, "--publish")


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(page_html(), encoding="utf-8")
    with path.open("ab") as file:
        file.truncate(importpage.LARGEST + 1)
    assert_refused(path)


@pytest.mark.parametrize("broken", ["save_revision", "publish"])
def test_an_import_is_one_transaction(
    file: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("the power went")

    monkeypatch.setattr(ArticlePage if broken == "save_revision" else Revision, broken, fail)
    before = Page.objects.count()
    with pytest.raises(RuntimeError):
        run(file, "--publish")
    assert Page.objects.count() == before
    assert not StoryNumber.objects.exists()
    assert not Revision.objects.exists()


def test_no_script_is_stored(client: Client, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    extra = (
        '<script>alert("script")</script>یہ پیرا <b onclick="alert(1)">اہم</b> ہے اور اس میں '
        '<a href="javascript:alert(1)">حوالہ</a> بھی دیا گیا ہے جو کام نہیں کرتا۔',
        "&lt;script&gt;alert(2)&lt;/script&gt; لکھا ہوا دکھایا گیا تو سب حیران رہ گئے۔",
        '<img src="x" onerror="alert(3)">تصویر کے ساتھ لکھا گیا یہ پیرا بھی خبر ہی کا حصہ ہے۔',
    )
    html = page_html(*extra, headline=f"{HEADLINE} <b>&lt;script&gt;</b>")
    path.write_text(html, encoding="utf-8")
    run(path, "--publish")
    story = only_story()
    stored = "".join(str(block["value"]) for block in story.body.raw_data)
    assert "<script" not in stored
    assert "onclick" not in stored
    assert "onerror" not in stored
    assert "javascript:" not in stored
    document = markup.parse(client.get(story.url))
    assert not document.xpath("//script[contains(text(), 'alert(')][not(@type)]")
    assert not document.xpath("//@onclick | //@onerror")


ALSO = "<p><b>یہ بھی پڑھیں:</b> <a href='/x'>{}</a></p>"


def also_read(story: ArticlePage) -> list[tuple[ArticlePage | None, str]]:
    blocks = [block.value for block in story.body if block.block_type == "also_read"]
    return [(value["story"], value["title"]) for value in blocks]


def test_also_read_titles_find_our_own_stories(client: Client, tmp_path: Path) -> None:
    ours = make_story("قومی ٹیم نے سیریز کا پہلا میچ جیت لیا", section="khel")
    make_story("گندم کی قیمت میں اضافہ ہو گیا ہے", draft=True)
    path = tmp_path / "page.html"
    titles = [ours.title, "گندم کی قیمت میں اضافہ ہو گیا ہے", "لاہور میں اسموگ کے باعث اسکول بند"]
    path.write_text(page_html(*[ALSO.format(title) for title in titles]), encoding="utf-8")
    run(path, "--publish")
    story = ArticlePage.objects.get(title=HEADLINE)
    assert also_read(story) == [(ours if title == ours.title else None, title) for title in titles]
    document = markup.parse(client.get(story.url))
    assert ours.url in document.xpath(f"{markup.by_class('also-read')}//a/@href")


def test_a_title_touched_up_is_found_and_another_is_not(tmp_path: Path) -> None:
    ours = make_story("قومی ٹیم نے سیریز کا پہلا میچ جیت لیا", section="khel")
    path = tmp_path / "page.html"
    titles = ["قومی ٹیم نے سیریز کا پہلا میچ جیت لیا ہے", "قومی ٹیم دوسرے میچ میں بری طرح ہار گئی"]
    path.write_text(page_html(*[ALSO.format(title) for title in titles]), encoding="utf-8")
    run(path)
    linked = [found for found, _ in also_read(ArticlePage.objects.get(title=HEADLINE))]
    assert linked == [ours, None]


def published_at(value: str) -> str:
    return f'<meta property="article:published_time" content="{value}">'


def test_the_pages_own_date_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    head = published_at("2024-03-05T09:30:00+05:00")
    path.write_text(page_html(head=head), encoding="utf-8")
    run(path, "--publish")
    time = localtime(only_story().first_published_at)
    assert time.replace(tzinfo=None) == datetime(2024, 3, 5, 9, 30)


@pytest.mark.filterwarnings("error::RuntimeWarning")
@pytest.mark.parametrize(
    "value",
    [
        "2024-03-05T09:30:00",
        "2024-03-05",
        "0001-01-01T00:00:00+05:00",
        "9999-12-31T23:59:59-12:00",
        "2999-01-01T00:00:00+05:00",
        "کل",
    ],
)
def test_no_date_makes_an_import_fail(client: Client, tmp_path: Path, value: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(page_html(head=published_at(value)), encoding="utf-8")
    run(path, "--publish")
    story = only_story()
    assert story.live
    assert client.get(story.url).status_code == 200
    assert client.get("/").status_code == 200
    assert client.get("/archive/", follow=True).status_code == 200


def test_nothing_long_makes_an_import_fail(client: Client, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    headline = " ".join(["سرخی"] * 39)
    long = "بہت لمبا ذیلی عنوان " * 12
    html = page_html(f"</p><h2>{long}</h2><p>{PARAGRAPHS[1]}", headline=headline)
    path.write_text(html, encoding="utf-8")
    run(path, "--publish")
    assert client.get(only_story().url).status_code == 200
