"""Publishes stories one by one as the newsroom does, and waits until readers see each.

A program for Django; its arguments are how many, and seconds from one to the next. Prints a line
of JSON when it is ready and one for each story: seconds from the commit to the page, by page,
and from its withdrawal to the answers that it is gone.
"""

import http.client
import json
import sys
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

import django

django.setup()

from django.conf import settings  # noqa: E402

from roznama.newsroom.models import (  # noqa: E402
    ArticleAuthor,
    ArticlePage,
    Author,
    SectionPage,
    Topic,
)

LONGEST = 30.0  # seconds, then a story counts as lost
POLL = 0.01


def main(amount: int, every: float) -> None:
    model = ArticlePage.objects.live().exclude(lead_image=None).order_by("pk")[0]
    print(json.dumps({"ready": True}), flush=True)
    begin = time.monotonic()
    for number in range(amount):
        time.sleep(max(0.0, begin + number * every - time.monotonic()))
        headline = f"{model.title} {number} {time.time_ns()}"
        start = time.monotonic()
        story = publish(model, headline)
        commit = time.monotonic()
        seen = wait_for(headline, story, commit)
        gone = withdraw(story)
        print(json.dumps({"saving": commit - start, **seen, **gone}), flush=True)


def publish(model: ArticlePage, headline: str) -> ArticlePage:
    section = SectionPage.objects.get(slug="dunya")
    story = ArticlePage(
        title=headline, deck=model.deck, city=model.city, body=model.body.raw_data,
        lead_image=model.lead_image, live=False,
    )  # fmt: skip
    section.add_child(instance=story)
    story.topics.add(*Topic.objects.all()[:2])
    story.bylines.add(ArticleAuthor(author=Author.objects.all()[0]))
    story.save_revision().publish()
    story.refresh_from_db()  # a revision publishes another copy of it
    return story


def wait_for(headline: str, story: ArticlePage, commit: float) -> dict[str, float]:
    """Ask for each page until the story stands on it; seconds from the commit."""
    waiting = {
        "article": Sign(story.url, headline),
        "front": Sign("/", headline),
        "section": Sign("/dunya/", headline),
        "feed": Sign("/feed.rss", headline),
        "search": Sign(f"/search/?q={headline.rpartition(' ')[2]}", f'href="{story.url}"'),
    }
    return until_all(waiting, commit)


def withdraw(story: ArticlePage) -> dict[str, float]:
    """Withdraw a story; seconds until its page answers 410 and search finds it no more."""
    query = f"/search/?q={story.title.rpartition(' ')[2]}"
    story.unpublish()
    commit = time.monotonic()
    waiting = {
        "page gone": Sign(story.url, story.title, is_there=False),
        "found no more": Sign(query, f'href="{story.url}"', is_there=False),
    }
    return until_all(waiting, commit)


@dataclass(frozen=True)
class Sign:
    """What stands on a page, or no more."""

    path: str
    text: str
    is_there: bool = True


def until_all(waiting: dict[str, Sign], commit: float) -> dict[str, float]:
    """Ask until all pages show their signs; seconds from the commit, by name."""
    line = http.client.HTTPConnection(urlsplit(settings.SITE_URL).netloc, timeout=LONGEST)
    seen: dict[str, float] = {}
    while waiting:
        for name, sign in list(waiting.items()):
            line.request("GET", sign.path)
            if (sign.text in line.getresponse().read().decode()) == sign.is_there:
                seen[name] = time.monotonic() - commit
                del waiting[name]
        if time.monotonic() - commit > LONGEST:
            raise SystemExit(f"not to be seen within {LONGEST:.0f} s: {', '.join(waiting)}")
        time.sleep(POLL)
    line.close()
    return seen


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
