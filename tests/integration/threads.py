"""Stories and who is close to whom, for tests about threads."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils.timezone import now

from roznama.archive.deciding import Neighbor
from roznama.archive.models import Thread, ThreadStory
from roznama.newsroom.models import ArticlePage
from tests.factories import make_story

FLOOD = "سوات کے دریا میں سیلاب"
HEADLINES = [
    f"{FLOOD} سے پل بہہ گیا",
    f"{FLOOD} کی سطح کم ہونے لگی",
    f"{FLOOD} کے بعد خیمہ بستی قائم",
    f"{FLOOD} سے فصلیں تباہ",
    f"{FLOOD} کا خطرہ ٹل گیا",
]


class Matter:
    """Stories that are all equally close to each other, for as long as nobody says otherwise."""

    def __init__(self, stories: Iterable[ArticlePage], score: float = 0.6) -> None:
        self.stories = list(stories)
        self.score = score

    def __call__(self, pk: int) -> list[Neighbor]:
        return [
            Neighbor(story.pk, self.score, int(story.first_published_at.timestamp()))
            for story in self.stories
            if story.pk != pk and story.first_published_at is not None
        ]


def make_floods(count: int = 3, *, newest: datetime | None = None) -> list[ArticlePage]:
    """Stories on one flood, an hour apart, the newest last."""
    last = newest or now()
    return [
        make_story(
            HEADLINES[number % len(HEADLINES)],
            deck=f"ذیلی سرخی {number}",
            published=last - timedelta(hours=count - 1 - number),
        )
        for number in range(count)
    ]


def make_thread(stories: Iterable[ArticlePage], name: str = "سوات میں سیلاب") -> Thread:
    thread = Thread.objects.create(name=name)
    for story in stories:
        ThreadStory.objects.create(thread=thread, story=story)
    return thread


def inside(thread: Thread) -> set[int]:
    """The ids of a thread's stories."""
    return set(thread.places.filter(removed=False).values_list("story_id", flat=True))
