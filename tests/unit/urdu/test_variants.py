"""Spelling variants: the gold table, what a group tells, traps, and what holds for every text."""

import random
import unicodedata
from pathlib import Path

import pytest
from bench_urdu.data import gold
from bench_urdu.variants import _variants_score
from hypothesis import given
from hypothesis import strategies as st

from roznama.urdu.spelling.variants import VariantGroup, spelling_variants
from tests.cpu import cpu_seconds

PAGE = Path(__file__).parents[4] / "shared" / "reference" / "page.txt"
LETTERS = "ابپتٹثجحخدذرزسشصضطظعغفقکگلمنوہھیےئء آأ\u064e\u0654\u0653\u200c،۔\n\ud800\x00😀aZ9"
SUMMIT = (
    "وزیر خارجہ سرگئی لاوروف نے پیونگیانگ میں میزبانوں سے بات کی۔ پیانگ یانگ کی گلیوں میں پرچم "
    "لہرائے گئے۔ سر گئی لاوروف کے ساتھ دس افسر تھے۔ کِم جونگ نے دعوت دی اور کیم جونگ ہی نے "
    "کھانا چنا۔ سر گیا لاوروف نے سب کو سلام کیا۔ سرگئی لاوروف صبح روانہ ہوں گے۔ پیونگیانگ سے "
    "جہاز نو بجے اڑے گا۔ ماسکو میں لاوروگ تقریر کریں گے۔"
)


def spellings(text: str) -> list[set[str]]:
    return [{variant.text for variant in group.variants} for group in spelling_variants(text)]


def test_gold_table() -> None:
    scores = [_variants_score(row) for row in gold("variants")]
    right, told, wanted = (sum(column) for column in zip(*scores, strict=True))
    assert right >= 0.95 * told
    assert right >= 0.85 * wanted


def test_names_of_a_summit() -> None:
    found = spellings(SUMMIT)
    assert {"لاوروف", "لاوروگ"} in found
    assert {"پیونگیانگ", "پیانگ یانگ"} in found
    assert {"سرگئی", "سر گئی", "سر گیا"} in found


@pytest.mark.skipif(not PAGE.exists(), reason="the reference page is not here")
def test_names_of_the_reference_page() -> None:
    found = spellings(PAGE.read_text(encoding="utf-8"))
    assert {"لاوروف", "لاوروگ"} in found
    assert {"پیونگیانگ", "پیانگ یانگ"} in found
    assert {"سرگئی", "سر گئی", "سر گیا"} in found


def test_a_group_tells_where_each_spelling_stands_and_which_to_keep() -> None:
    text = "لاوروف پہنچے۔ شام کو لاوروگ نے خطاب کیا۔ صبح لاوروف واپس گئے۔"
    (group,) = spelling_variants(text)
    assert isinstance(group, VariantGroup)
    assert group.preferred == "لاوروف"
    assert [(variant.text, variant.count) for variant in group.variants] == [
        ("لاوروف", 2), ("لاوروگ", 1),
    ]  # fmt: skip
    for variant in group.variants:
        assert [text[start:end] for start, end in variant.spans] == [variant.text] * variant.count


def test_the_later_spelling_is_preferred_when_it_is_the_more_frequent() -> None:
    text = "کل لاوروگ آئے۔ آج لاوروف نے خطاب کیا۔ لاوروف پھر گئے۔ لاوروف نے کچھ نہ کہا۔"
    assert [group.preferred for group in spelling_variants(text)] == ["لاوروف"]


def test_offsets_point_into_decomposed_text() -> None:
    composed = "آج لاوروف آئے۔ سرگئی لاوروف نے کہا۔ پھر لاوروگ گئے۔ سر گئی لاوروف نے آرام کیا۔"
    text = unicodedata.normalize("NFD", composed)
    assert text != composed
    groups = spelling_variants(text)
    assert spellings(text) == spellings(composed) != []
    for group in groups:
        for variant in group.variants:
            for start, end in variant.spans:
                assert unicodedata.normalize("NFC", text[start:end]) == variant.text


@pytest.mark.parametrize(
    ("text", "group"),
    [
        # a vowel letter left out, of a name that no list has
        (
            "مصنفہ تروموسکایا نے ناول سنایا۔ تروموسکایا داد پر مسکرائیں۔ ترموسکایا لندن گئیں۔",
            {"تروموسکایا", "ترموسکایا"},
        ),
        # a letter of the same sound
        ("شہر حمص میں بارش ہوئی۔ حمص کے لوگ خوش ہیں۔ آج حمس میں دھوپ ہے۔", {"حمص", "حمس"}),
        # one word or two
        ("گلوکارہ ماہ نور آئیں۔ مداح ماہنور کو دیکھ کر خوش ہوئے۔", {"ماہ نور", "ماہنور"}),
        # the other word of the name is told too
        (
            "وزیر اعظم نیتن یاہو آئے۔ سفیر نے نیتن یاہو سے بات کی۔ شام کو نتن یاہو لوٹ گئے۔",
            {"نیتن یاہو", "نتن یاہو"},
        ),
        # a place that ends in -a
        (
            "امریکہ نے ہاں کی۔ وفد امریکہ گیا۔ سفیر امریکہ سے آئے۔ آج امریکا میں تعطیل ہے۔",
            {"امریکہ", "امریکا"},
        ),
    ],
)
def test_told(text: str, group: set[str]) -> None:
    assert group in spellings(text)


@pytest.mark.parametrize(
    "text",
    [
        "کترینہ نے گایا اور کرینہ نے سنا۔ کترینہ کل آئیں گی۔ کرینہ پرسوں۔",
        "سلیم یزدانی اور سلمان یزدانی باپ بیٹے ہیں۔ سلیم لکھتے ہیں۔ سلمان پڑھتے ہیں۔",
        "ماروشکا شاہوک اور میروشکا شاہوک بہنیں ہیں۔ ماروشکا ڈاکٹر ہیں۔ میروشکا وکیل ہیں۔",
        "لڑکا آیا۔ لڑکے گئے۔ لڑکوں نے کھیلا۔ لڑکی نے دیکھا۔ لڑکیاں ہنسیں۔",
        "روس نے کہا۔ روسی وزیر آئے۔ روسیوں نے سنا۔",
        "علم اور عالم، عمل اور عمال، حکم اور حاکم سب الگ الگ ہیں۔",
        "2024 میں 1250 اور 2025 میں 1520 واقعات ہوئے۔ WHO اور UNHCR متفق ہیں۔",
        "",
    ],
)
def test_not_told(text: str) -> None:
    assert spelling_variants(text) == []


@given(st.text(alphabet=st.one_of(st.sampled_from(LETTERS), st.characters())))
def test_every_text_gives_groups_with_true_spans(text: str) -> None:
    for group in spelling_variants(text):
        assert len(group.variants) > 1
        assert group.preferred == group.variants[0].text
        counts = [variant.count for variant in group.variants]
        assert counts == sorted(counts, reverse=True)
        for variant in group.variants:
            assert all(0 <= start < end <= len(text) for start, end in variant.spans)


def _seconds(text: str) -> float:
    return cpu_seconds(lambda: spelling_variants(text))


def _of_random_words(size: int) -> str:
    pick = random.Random(7)
    letters = "ابپتجحدرزسشعفقکگلمنوہی"
    return " ".join("".join(pick.choices(letters, k=pick.randint(3, 9))) for _ in range(size // 7))


def _of_one_word(size: int) -> str:
    return "لاوروف " * (size // 7)


@pytest.mark.parametrize("make", [_of_one_word, _of_random_words])
def test_time_grows_with_the_length_only(make) -> None:
    _seconds(make(2_000))
    small, large = _seconds(make(6_000)), _seconds(make(60_000))
    assert large < 40 * small + 0.5


@pytest.mark.parametrize("text", ["ا" * 200_000, "اب" * 100_000, "\ud800" * 1000, "َ" * 100_000])
def test_no_text_is_too_odd(text: str) -> None:
    assert spelling_variants(text) == []
