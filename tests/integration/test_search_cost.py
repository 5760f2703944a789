"""What a search costs: whatever is typed, little; and counting is the same in both ways."""

from __future__ import annotations

import pytest
from bench_archive.odd import QUERIES

from roznama.archive.following import Follower
from roznama.archive.index.reading import Reader, Snapshot
from roznama.archive.search import searching
from roznama.archive.search.searching import Search, search
from tests.cpu import cpu_seconds
from tests.factories import get_section, make_story

MOST = 0.4  # seconds of CPU; twice what is promised, for a machine that does other things too


def followed(archive: Follower) -> Snapshot:
    archive.follow()
    snapshot = Reader(archive.folder).snapshot()
    assert snapshot is not None
    return snapshot


def test_no_query_costs_much(archive: Follower) -> None:
    make_story("حکومت نے پارلیمان میں بجٹ پیش کر دیا")
    snapshot = followed(archive)
    search(snapshot, Search("خبر khabar"))

    def once(text: str) -> float:
        # Once, because the second time its words are known.
        return cpu_seconds(lambda: search(snapshot, Search(text)), rounds=1)

    times = {what: once(text) for what, text in QUERIES.items()}
    assert {what: taken for what, taken in times.items() if taken > MOST} == {}


def test_sections_and_years_are_counted_alike_with_few_and_many_found(
    archive: Follower, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(6):
        make_story(f"بجٹ پر بحث کا دن {number}", section="khel" if number % 3 else "dunya")
    snapshot = followed(archive)
    few = search(snapshot, Search("بجٹ"))
    monkeypatch.setattr(searching, "_LISTED", 2)
    many = search(snapshot, Search("بجٹ"))
    assert (few.total, few.sections, few.years) == (many.total, many.sections, many.years)
    assert few.sections[get_section("khel").pk] == 4


@pytest.mark.parametrize(
    ("phrase", "headline", "other"),
    [
        ("بجٹ کے بعد", "بجٹ کے بعد مہنگائی", "بعد میں بجٹ کے اعداد"),
        ("کے لیے", "شہر کے لیے نئی بس", "لیے گئے قرض کے اعداد"),
        ("ملک میں", "ملک میں بارش", "میں اور ملک کی بارش"),
        ("میں کے", "شہر میں کے ایم سی", "شہر کے دل میں"),
        ("قرض لیں", "لوگ قرض لیں گے", "لوگ گھر لیں گے، قرض نہیں"),
    ],
)
def test_a_phrase_with_function_words_stands_as_it_is(
    archive: Follower, phrase: str, headline: str, other: str
) -> None:
    story, _ = make_story(headline), make_story(other)
    assert search(followed(archive), Search(f'"{phrase}"')).stories == (story.pk,)


@pytest.mark.parametrize("word", ["آب", "جن", "سب"])
def test_a_word_that_looks_like_a_function_word_is_found(archive: Follower, word: str) -> None:
    story = make_story(f"{word} کی کہانی")
    make_story("بجٹ پر بحث")
    assert search(followed(archive), Search(word)).stories == (story.pk,)
