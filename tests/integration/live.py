"""What tests of live coverage share: a story that is covered, and updates posted through HTTP."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.test import Client

from roznama.newsroom.live import doing
from roznama.newsroom.live.writing import to_html
from roznama.newsroom.models import ArticlePage, LiveCoverage, LiveUpdate, User
from tests.factories import make_story

HEADLINE = "لاہور میں موسلا دھار بارش، نشیبی علاقے زیرِ آب"


def cover(user: User, story: ArticlePage | None = None, **fields: Any) -> LiveCoverage:
    """A coverage that has begun."""
    return doing.start(story or make_story(HEADLINE, body=["خلاصہ۔"], **fields), user)


def add(coverage: LiveCoverage, text: str, user: User, **fields: Any) -> LiveUpdate:
    """An update posted by the function that the desk's screen calls."""
    return doing.post(coverage, doing.Words(to_html(text), **fields), user, uuid4())


def address(story: ArticlePage, what: str = "") -> str:
    return f"/newsroom/live/{story.pk}/{what}"


def send(browser: Client, story: ArticlePage, text: str, **data: Any) -> Any:
    """Post through the form, as a browser without scripts does."""
    fields = {"token": str(uuid4()), "text": text, **data}
    return browser.post(address(story, "post/"), fields)


def told_numbers(coverage: LiveCoverage) -> list[int]:
    standing = coverage.updates.filter(removed_at=None)
    return list(standing.order_by("-number").values_list("number", flat=True))
