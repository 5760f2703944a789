"""The editors' search, on every screen that has one: each spelling of a word finds the same."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from roznama.newsroom.models import ArticlePage, FrontPage, Role, SearchMark
from tests.factories import get_section, make_author, make_image, make_story
from tests.integration.newsroom_people import browser_of, make_person

pytestmark = pytest.mark.django_db

VARIANTS = [
    ("كراچي ميں پاني كا بحران", "کراچی میں پانی کا بحران"),
    ("شهباز كی تقريب", "شہباز کی تقریب"),
    ("عِلم و ہُنَر کا مَرکز", "علم و ہنر کا مرکز"),
    ("ا\u0653زادي\u0654 اظہار", "آزادی اظہار"),
    ("بجٹ ۲۰۲۶ پیش", "بجٹ 2026 پیش"),
    ("خوش\u200cگوار صبح", "خوش گوار صبح"),
    ("نابینا افراد کے لئے سہولت", "نابینا افراد کیلیے سہولت"),
    ("پیونگ یانگ کا میزائل", "پیونگیانگ کا میزائل"),
    ("اسلام آباد کا موسم", "اسلامآباد کا موسم"),
    ("کتابوں کا میلہ", "کتاب کا میلہ"),
    ("وزراء کی تنخواہ", "وزیر کی تنخواہیں"),
]
HOSTILE = [
    "؟!،۔",
    "'",
    '"',
    '" OR * NEAR( : ^ {',
    "a' | b & !c <-> (d):*",
    "title:کتاب AND NOT",
    "%s %d %% \\",
    "پ" * 10_000,
    "کتاب میلہ " * 1_000,
    "karachi " * 1_250,
    '"' * 10_000,
]
SCREENS = {
    "stories": "/newsroom/stories/results/",
    "search": "/newsroom/pages/search/results/",
    "page chooser": "/newsroom/choose-page/search/",
}
PICTURES = "/newsroom/images/chooser/results/"
AUTHORS = "/newsroom/snippets/newsroom/author/"
ALL_SCREENS = [*SCREENS.values(), PICTURES, "/newsroom/images/", AUTHORS, "/newsroom/users/"]

Search = Callable[..., list[int]]


def found(client: Client, path: str, query: str, **more: Any) -> list[int]:
    """The keys of what a screen shows, in its order."""
    response = client.get(path, {"q": query, **more})
    assert response.status_code == 200
    numbers = re.findall(r"/(?:chosen|edit|pages)/(\d+)/", response.content.decode())
    stories = set(ArticlePage.objects.values_list("pk", flat=True))
    known = stories if "images" not in path and "author" not in path else set(range(10**6))
    return [n for n in dict.fromkeys(map(int, numbers)) if n in known]


@pytest.fixture
def explore(newsroom: Client) -> Search:
    """Search the explorer, below the front page."""
    path = f"/newsroom/pages/{FrontPage.objects.get().pk}/results/"
    return lambda query, **more: found(newsroom, path, query, search_all="1", **more)


@pytest.fixture
def listed(newsroom: Client) -> Search:
    """Search the flat list of stories."""
    return lambda query, **more: found(newsroom, SCREENS["stories"], query, **more)


def pairs() -> Iterator[tuple[int, str, str]]:
    """Each pair, made as one and asked as the other, and the other way round."""
    for number, (one, other) in enumerate(VARIANTS):
        yield number, one, other
        yield number, other, one


def test_every_spelling_finds_the_story_on_every_screen(newsroom: Client, explore: Search) -> None:
    made = [(make_story(headline).pk, n, other) for n, headline, other in pairs()]
    for place, (_, number, asked) in enumerate(made):
        twins = {pk for pk, n, _ in made if n == number}
        assert set(explore(asked)) == twins, asked
        # Elsewhere one of the two is asked for, by turns the one and the other.
        for screen, path in SCREENS.items() if (place + number) % 2 else ():
            assert set(found(newsroom, path, asked)) == twins, (screen, asked)


def test_every_spelling_finds_the_picture_and_the_author(newsroom: Client) -> None:
    for title, asked in VARIANTS:
        picture, author = make_image(title), make_author(title)
        assert picture.pk in found(newsroom, PICTURES, asked), asked
        assert found(newsroom, AUTHORS, asked) == [author.pk], asked


def test_pictures_are_found_by_their_tags(newsroom: Client) -> None:
    picture = make_image("دریا")
    make_image("سڑک")
    picture.tags.add("سيلاب")
    picture.save()
    assert found(newsroom, PICTURES, "سیلاب") == [picture.pk]


@pytest.mark.parametrize(
    "typed", ["کتا", "کتابو", "کتابوں", "کتابیں", "پیونگیا", "پیونگ یا", "کتاب کا می", "ki kitaben"]
)
def test_a_word_is_found_while_it_is_typed(listed: Search, typed: str) -> None:
    story = make_story("پیونگ یانگ کی کتابوں کا میلہ")
    make_story("سوات میں پل")
    assert listed(typed) == [story.pk]


def test_a_story_is_found_by_its_text_deck_and_kicker(listed: Search) -> None:
    facts = ("fact_box", {"title": "حقائق", "text": "<p>زلزلوں کی تاریخ</p>"})
    quote = ("quote", {"text": "ہم تیار ہیں", "speaker": ""})
    body = ["دریائے سندھ میں <b>سیلابی</b> ریلے", facts, quote]
    story = make_story("مون سون", body=body, kicker="خبردار", deck="امدادی ٹیمیں روانہ")
    make_story("کچھ اور", body=["عام بات"])
    for asked in ("ريلے", "زلزلہ", "تیار", "خبردار", "ٹیم", "ریلے ٹیم مون"):
        assert listed(asked) == [story.pk], asked
    for markup in ("paragraph", "fact_box", "speaker"):
        assert listed(markup) == [], markup


def test_a_headline_counts_more_than_the_text(explore: Search, listed: Search) -> None:
    mentions = "کرکٹ کی بات، اور پھر کرکٹ، اور آخر میں کرکٹ کی بات۔"
    text = make_story("عام خبر", body=[mentions])
    headline = make_story("کرکٹ کا میدان", body=["کچھ اور بات، بہت سی اور باتیں"])
    later = make_story("دوسری خبر", body=[mentions])
    for search in (explore, listed):
        assert search("کرکٹ")[0] == headline.pk
        assert set(search("کرکٹ")) == {text.pk, headline.pk, later.pk}
        assert search("کرکٹ", ordering="latest_revision_created_at")[0] == text.pk


def test_the_list_counts_what_a_search_finds(newsroom: Client) -> None:
    make_author("کرکٹ کے نامہ نگار")
    for number in range(3):
        make_story(f"کرکٹ کی خبر {number}")
    make_story("کرکٹ کا مسودہ", draft=True)
    make_story("کچھ اور")
    own = make_person("reporter", Role.REPORTER, section="khel")
    make_story("کرکٹ کا اپنا مسودہ", section="khel", owner=own, draft=True)
    counted = {
        "all": counts(newsroom, {"q": "کرکٹ"}),
        "drafts": counts(newsroom, {"q": "کرکٹ", "status": "draft"}),
        "phrase": counts(newsroom, {"q": '"کرکٹ کی خبر"'}),
        "one desk": counts(browser_of(own), {"q": "کرکٹ"}),
    }
    assert counted == {"all": 5, "drafts": 2, "phrase": 3, "one desk": 1}


def counts(client: Client, asked: dict[str, str]) -> int:
    response = client.get(SCREENS["stories"], asked)
    count = response.context["page_obj"].paginator.count
    assert count == len(response.context["object_list"])
    return int(count)


def test_a_phrase_keeps_its_words_together(newsroom: Client) -> None:
    together = make_story("پیونگ یانگ کے دورے")
    make_story("پیونگیانگ سے باہر کے دورے")
    assert found(newsroom, SCREENS["search"], '"پیونگیانگ کا دورہ"') == []
    assert found(newsroom, SCREENS["search"], '"پیونگیانگ کے دورے"') == [together.pk]


def test_small_words_may_differ(listed: Search) -> None:
    story = make_story("شمالی کوریا کی روس کو پیشکش")
    assert listed("شمالی کوریا نے روس سے پیشکش") == [story.pk]
    assert listed("کو") == [story.pk]


def test_roman_urdu_is_read(listed: Search) -> None:
    story = make_story("لاہور میں بارش کا موسم")
    make_story("ملتان میں دھوپ")
    assert listed("mausam lahore barish") == [story.pk]


def test_a_draft_is_found_as_it_was_last_saved(newsroom: Client, listed: Search) -> None:
    path = f"/newsroom/pages/add/newsroom/articlepage/{get_section().pk}/"
    newsroom.post(path, form("كتابوں كا مسودہ", "<p>پرانی عبارت</p>"))
    story = ArticlePage.objects.get()
    assert not story.live
    assert listed("کتاب") == listed("عبارت") == [story.pk]
    newsroom.post(f"/newsroom/pages/{story.pk}/edit/", form("سيلاب كا مسودہ", "<p>نئے الفاظ</p>"))
    assert listed("سیلاب") == listed("لفظ") == [story.pk]
    assert listed("کتاب") == listed("عبارت") == []


def test_a_published_story_is_found_by_its_draft_too(newsroom: Client, listed: Search) -> None:
    story = make_story("پل کا افتتاح", body=["پرانی عبارت"])
    newsroom.post(f"/newsroom/pages/{story.pk}/edit/", form("سڑکوں كا افتتاح", "<p>گورنر آئے</p>"))
    for asked in ("پل", "عبارت", "سڑک", "گورنر"):
        assert listed(asked) == [story.pk], asked
    story.refresh_from_db()
    story.latest_revision.publish()
    assert listed("پل") == listed("عبارت") == []
    assert listed("سڑک") == [story.pk]


def test_a_deleted_story_is_gone(listed: Search) -> None:
    story = make_story("کتابوں کا میلہ")
    story.delete()
    assert listed("کتاب") == []


def test_a_search_can_be_narrowed(explore: Search, listed: Search) -> None:
    authors = [make_author("ندا حسن"), make_author("ثنا اقبال")]
    story = make_story("کتابوں کا میلہ", authors=authors, section="khel", priority="lead")
    draft = make_story("کتابوں کا بازار", draft=True)
    assert listed("کتاب", author=[author.pk for author in authors]) == [story.pk]
    assert listed("کتاب", section=get_section("khel").pk, priority="lead") == [story.pk]
    assert listed("کتاب", status="draft") == [draft.pk]
    assert listed("کتاب", status="scheduled") == listed("کتاب", status="changed") == []
    assert set(explore("کتاب", has_child_pages="false")) == {story.pk, draft.pk}


@pytest.mark.parametrize("query", HOSTILE, ids=lambda query: query[:12])
def test_no_query_brings_an_error_or_takes_long(newsroom: Client, query: str) -> None:
    make_story("کتابوں کا میلہ")
    explorer = f"/newsroom/pages/{FrontPage.objects.get().pk}/"
    newsroom.get(SCREENS["stories"], {"q": "garam"})  # loads the tables of Roman Urdu
    for path in (explorer, *ALL_SCREENS):
        start = time.monotonic()
        assert newsroom.get(path, {"q": query}).status_code == 200, path
        assert time.monotonic() - start < 5, path


def test_words_without_end_are_stored(listed: Search) -> None:
    story = make_story("لمبا متن", body=["پ" * 5_000 + " " + "سیلاب " * 30_000])
    assert listed("سیلاب") == [story.pk]
    assert listed("پ" * 5_000) == [story.pk]


def set_up() -> str:
    out = StringIO()
    call_command("setup", stdout=out)
    return out.getvalue()


def test_setup_indexes_what_was_there_once(listed: Search, monkeypatch: pytest.MonkeyPatch) -> None:
    story = make_story("كتابوں كا ميلہ", body=["سيلاب"])
    story.index_entries.all().delete()
    SearchMark.objects.all().delete()
    assert listed("کتاب") == []
    assert "Indexed" in set_up()
    assert listed("کتاب") == listed("سیلاب") == [story.pk]
    story.index_entries.all().delete()
    assert "Indexed" not in set_up()
    assert listed("کتاب") == []
    fields = [field for field in ArticlePage.search_fields if field.field_name != "kicker"]
    monkeypatch.setattr(ArticlePage, "search_fields", fields)
    assert "Indexed" in set_up()
    assert listed("کتاب") == [story.pk]


def form(headline: str, paragraph: str) -> dict[str, Any]:
    """The story form as a browser sends it, to save a draft."""
    text = rich_text(paragraph, features=["bold", "link"])
    empty = ("kicker", "deck", "city", "credit_line", "lead_image", "lead_caption", "lead_alt")
    return nested_form_data(
        {
            **dict.fromkeys((*empty, "topics", "seo_title", "search_description"), ""),
            "title": headline,
            "slug": "draft-1",
            "priority": "normal",
            "body": streamfield([("paragraph", text)]),
            "sources": streamfield([]),
            "bylines": inline_formset([]),
            "corrections": inline_formset([]),
            "related_choices": inline_formset([]),
            "comments": inline_formset([]),
        }
    )
