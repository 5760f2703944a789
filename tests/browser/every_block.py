"""A story with every kind of block, and everything else that a story can have."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils.timezone import now

from roznama.archive.editing import add
from roznama.archive.models import Thread
from roznama.newsroom.models import ArticlePage, Author, NewsImage, Source, Topic
from roznama.newsroom.sources.register import hands_named
from tests.factories import make_story

EMBEDS = (
    ("https://www.youtube.com/watch?v=aqz-KE-bpKQ", "ایک آزاد فلم"),
    ("https://www.tiktok.com/@someone/video/7123456789012345678", "ایک مختصر فلم"),
    ("https://x.com/jack/status/20", "ایک پوسٹ"),
    ("https://t.me/telegram/1", ""),
)


CLAIM = "پہلا پیراگراف جس میں موٹے لفظ اور کئی جملے ہیں"


def make_story_of_every_block() -> dict[str, str]:
    """Publish it below the newest stories; return its path and those of what it has."""
    pictures = list(NewsImage.objects.order_by("pk")[:4])
    other = ArticlePage.objects.live().order_by("pk").first()
    author = Author.objects.get(slug="haris-mahmood")
    time = now() - timedelta(days=40)
    story = make_story(
        "ہر طرح کے ٹکڑوں والی ایک لمبی سرخی: COP30 میں 12.5 فیصد کمی، 2035ء تک کا منصوبہ",
        section="saqafat",
        kicker="آزمائش",
        deck="ذیلی سرخی میں انگریزی نام World Health Organization، عدد 1,250 اور ’واوین‘ بھی ہیں۔",
        city="کراچی",
        credit_line="اے ایف پی",
        lead_image=pictures[0],
        lead_caption="تصویر کی عبارت جو ایک سطر سے لمبی ہے تاکہ چھوٹی اسکرین پر بھی دیکھی جا سکے",
        body=[*_prose(), *_boxes(), *_pictures(pictures), *_embeds(), *_also_read(other)],
        authors=[author],
        tags=["آزمائش", "سفارت کاری"],
        corrections=[(time + timedelta(hours=5), "پہلے عدد 12 لکھا گیا تھا، درست عدد 12.5 ہے۔")],
        sources=_sources(),
        published=time,
        updated=time + timedelta(hours=5),
    )
    topic = Topic.objects.get(name="سفارت کاری")
    return {
        "story": str(story.url),
        "author": reverse("author", args=[author.slug]),
        "tag": reverse("tag", args=[topic.slug]),
        "thread": _thread_of(story),
        "source": Source.objects.get(slug="afp").path,
    }


def _sources() -> list[tuple[str, dict[str, object]]]:
    """Claims of a sentence with bold words, of a quote, and of nothing that stands in the text."""
    rows = (
        (CLAIM, ["KCNA", "AFP", "ڈان نیوز"], "https://example.org/a", "", False),
        ("یہ کہے ہوئے لفظ ہیں", ["ایک مقرر"], "", "تصدیق باقی ہے", True),
        (
            "منصوبہ 2035ء تک ہے",
            ["ایک بہت لمبے نام والا ادارہ برائے موسمیاتی تبدیلی"],
            "",
            "",
            False,
        ),
        ("لفظ کہیں نہیں", [], "", "", True),
    )
    return [
        (
            "source",
            {"claim": claim, "chain": hands_named(names), "url": url, "note": note, "is_own": own},
        )
        for claim, names, url, note, own in rows
    ]


def _thread_of(story: ArticlePage) -> str:
    """Put the story into a thread with others; return its path."""
    others = ArticlePage.objects.live().exclude(pk=story.pk).order_by("pk")[:5]
    thread = Thread.objects.create(name="ایک جاری معاملہ: COP30 اور 12.5 فیصد کمی کا منصوبہ")
    add(thread, {story.pk, *(other.pk for other in others)})
    return thread.path


def _prose() -> list[tuple[str, object]]:
    return [
        ("paragraph", "<p>پہلا پیراگراف جس میں <b>موٹے لفظ</b> اور کئی جملے ہیں۔ " * 4 + "</p>"),
        ("subhead", "ایک ذیلی عنوان، 2026ء"),
        (
            "paragraph",
            '<p>ایک <a href="https://example.org/very/long/address">ربط</a> اور ایک لمبا پتا '
            "https://example.org/a-very-long-address-that-does-not-break-anywhere-at-all-2026</p>"
            "<ul><li>پہلا نکتہ</li><li>دوسرا نکتہ</li></ul><ol><li>ایک</li><li>دو</li></ol>",
        ),
    ]


def _boxes() -> list[tuple[str, object]]:
    facts = "<ul><li>فیصد: 12.5</li><li>سال: 2035ء</li></ul><p>فون: 021-111-222-333</p>"
    return [
        ("quote", {"text": "یہ کہے ہوئے لفظ ہیں، جیسے کہے گئے۔", "speaker": "ایک مقرر، ایک عہدہ"}),
        ("quote", {"text": "اس اقتباس کا کوئی نام نہیں۔", "speaker": ""}),
        ("fact_box", {"title": "ایک نظر میں", "text": facts}),
    ]


def _pictures(pictures: list[NewsImage]) -> list[tuple[str, object]]:
    shown = [{"image": one, "caption": "تصویر کی عبارت", "alt": "بیان"} for one in pictures]
    return [("image", {**shown[1], "caption": ""}), ("image", shown[2]), ("gallery", shown)]


def _embeds() -> list[tuple[str, object]]:
    return [("embed", {"url": url, "title": title}) for url, title in EMBEDS]


def _also_read(other: ArticlePage | None) -> list[tuple[str, object]]:
    return [
        ("also_read", {"story": other, "title": ""}),
        ("paragraph", "<p>دو حوالوں کے بیچ کا پیراگراف۔</p>"),
        ("also_read", {"story": None, "title": ""}),
        ("paragraph", "<p>آخری پیراگراف، جس کے بعد کچھ نہیں۔</p>"),
    ]
