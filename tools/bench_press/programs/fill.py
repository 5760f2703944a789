"""Fills a paper with stories; a program for Django. Its argument is how many.

The rows are copies of the demo edition's stories, as old as a paper that has 150 stories a day
makes them, with half the words drawn anew as often as Urdu has them: stories of a real archive
are not about one matter. They go around the models, which would take a day.
"""

import json
import random
import re
import sys
import uuid
from datetime import timedelta
from itertools import accumulate
from typing import Any

import django

django.setup()

from django.db import connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402
from wagtail.models import Page  # noqa: E402
from wordfreq import get_frequency_dict  # noqa: E402

from roznama.newsroom.models import (  # noqa: E402
    ArticleAuthor,
    ArticlePage,
    ArticleTopic,
    Author,
    SectionPage,
    Topic,
)

A_DAY = 150
BATCH = 2000
PICTURE_FOR = 0.5  # of the stories
DRAWN = 0.5  # of the words
WORD = re.compile(r"[\u0620-\u06ff]+(?![^<]*>)")
chance = random.Random(7)


class Words:
    """Draws words as often as they are in Urdu."""

    def __init__(self) -> None:
        found = get_frequency_dict("ur", wordlist="small")
        self._words = [word for word in found if WORD.fullmatch(word)]
        self._weights = list(accumulate(found[word] for word in self._words))

    def draw(self, amount: int) -> list[str]:
        """So many words."""
        return chance.choices(self._words, cum_weights=self._weights, k=amount)

    def vary(self, html: str) -> str:
        """A text with some of its words drawn anew, its markup as it was."""
        new = iter(self.draw(html.count(" ") + 2))
        return WORD.sub(lambda word: next(new, "") if chance.random() < DRAWN else word[0], html)


class Copies:
    """Makes rows from the stories that there are."""

    def __init__(self) -> None:
        self.stories = list(ArticlePage.objects.live().select_related("lead_image"))
        self.sections = list(SectionPage.objects.live())
        self.counts = {section.pk: section.numchild for section in self.sections}
        self.authors = list(Author.objects.values_list("pk", flat=True))
        self.topics = list(Topic.objects.values_list("pk", flat=True))
        self.words = Words()
        self.first = Page.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1
        self.now = timezone.now()

    def page(self, number: int) -> Page:
        """Wagtail's half of a story."""
        model = self.stories[number % len(self.stories)]
        section = chance.choice(self.sections)
        self.counts[section.pk] += 1
        title = " ".join(self.words.draw(8))
        time = self.now - timedelta(days=1) - timedelta(days=1) * number / A_DAY
        slug = f"khabar-{number}"
        return Page(
            pk=self.first + number, title=title, draft_title=title, slug=slug,
            path=Page._get_path(section.path, section.depth + 1, self.counts[section.pk]),
            depth=section.depth + 1, url_path=f"{section.url_path}{slug}/", live=True,
            content_type_id=model.content_type_id, locale_id=model.locale_id,
            translation_key=uuid.uuid4(), first_published_at=time, last_published_at=time,
            latest_revision_created_at=time,
        )  # fmt: skip

    def row(self, page: Page) -> list[object]:
        """Our half of it."""
        model = chance.choice(self.stories)
        body = [self._varied(block) for block in model.body.raw_data]
        values = {
            **{field.attname: getattr(model, field.attname) for field in FIELDS},
            "page_ptr_id": page.pk,
            "body": json.dumps(body),
            "sources": json.dumps(list(model.sources.raw_data)),
        }
        if chance.random() > PICTURE_FOR:
            values["lead_image_id"] = None
        return [values[field.attname] for field in FIELDS]

    def _varied(self, block: dict[str, Any]) -> dict[str, Any]:
        value = block["value"]
        if isinstance(value, str):
            value = self.words.vary(value)
        return {**block, "value": value, "id": str(uuid.uuid4())}

    def close(self) -> None:
        """Count the sections' stories, as the tree does."""
        for section in self.sections:
            Page.objects.filter(pk=section.pk).update(numchild=self.counts[section.pk])


FIELDS = ArticlePage._meta.local_concrete_fields


def fill(amount: int) -> None:
    copies = Copies()
    names = ", ".join(field.column for field in FIELDS)
    places = ", ".join(["%s"] * len(FIELDS))
    insert = f"INSERT INTO {ArticlePage._meta.db_table} ({names}) VALUES ({places})"  # noqa: S608
    for start in range(0, amount, BATCH):
        pages = [copies.page(number) for number in range(start, min(start + BATCH, amount))]
        with transaction.atomic():
            Page.objects.bulk_create(pages)
            with connection.cursor() as cursor:
                cursor.executemany(insert, [copies.row(page) for page in pages])
            hang_on(copies, pages)
    copies.close()


def hang_on(copies: Copies, pages: list[Page]) -> None:
    """Give each story an author and two tags."""
    ArticleAuthor.objects.bulk_create(
        ArticleAuthor(article_id=page.pk, author_id=chance.choice(copies.authors)) for page in pages
    )
    ArticleTopic.objects.bulk_create(
        ArticleTopic(content_object_id=page.pk, tag_id=tag)
        for page in pages
        for tag in chance.sample(copies.topics, 2)
    )


if __name__ == "__main__":
    fill(int(sys.argv[1]))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
