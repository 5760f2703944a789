"""A small paper in which every kind of page has something to show."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.timezone import localdate, now

from roznama.newsroom.models import ArticlePage, Author
from tests.factories import make_author, make_image, make_story
from tests.integration.sources import claim

SLUG = "sana-iqbal"
TAG = "سیلاب"
LOST = "/no/such/page/"
LISTS = ["/dunya/", f"/author/{SLUG}/", "/tag/sailab/", "/source/afp/", "<day>"]
PAGES = ["/", "<story>", "/about/", "/contact/", "/corrections/", *LISTS]


@dataclass(frozen=True)
class Edition:
    """The story that the others stand around; names in angle brackets are paths found from it."""

    story: ArticlePage

    def path(self, name: str) -> str:
        return {"<story>": self.story.url, "<day>": day_path(self.story)}.get(name, name)


def make_edition() -> Edition:
    author = make_author(slug=SLUG, role="نامہ نگار", bio="تعارف", portrait=make_image())
    fill(3, author)
    return Edition(rich_story("سیلاب کے بعد کی بحالی", author))


def day_path(story: ArticlePage) -> str:
    day = localdate(story.first_published_at)
    return f"/archive/{day.year}/{day.month}/{day.day}/"


def fill(count: int, author: Author) -> None:
    for number in range(count):
        rich_story(f"سیلاب کی خبر نمبر {number}", author)


def rich_story(headline: str, author: Author) -> ArticlePage:
    """A story with everything that could cost a query."""
    image = make_image(headline)
    pictures = [{"image": image, "caption": "پہلی"}, {"image": make_image(), "caption": "دوسری"}]
    other = make_story(f"حوالہ: {headline}", section="khel")
    return make_story(
        headline,
        body=[
            "دریا میں پانی کی سطح بلند ہوئی اور دیہات خالی کرائے گئے۔",
            ("image", pictures[0]),
            ("gallery", pictures),
            ("also_read", {"story": other, "title": ""}),
            ("also_read", {"story": None, "title": ""}),
            ("fact_box", {"title": "اعداد", "text": "<ul><li>دس دیہات</li></ul>"}),
        ],
        authors=[author],
        tags=[TAG],
        corrections=[(now(), "ایک عدد درست کیا گیا")],
        sources=[claim("دیہات خالی کرائے گئے", "ضلعی انتظامیہ", "AFP")],
        lead_image=image,
    )
