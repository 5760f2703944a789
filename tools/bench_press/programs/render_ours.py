"""Renders stories of several sizes as the printer does; a program for Django."""

import json
from functools import partial

import django

django.setup()

from timing import SIZES, bodies, measured  # noqa: E402

from roznama.newsroom.models import ArticleAuthor, ArticlePage, Author, SectionPage  # noqa: E402
from roznama.press.rendering import render  # noqa: E402


def make(links: int, blocks: int) -> str:
    """Publish a story through a revision; its path."""
    pictured = ArticlePage.objects.live().exclude(lead_image=None).order_by("pk")
    targets = list(pictured.values_list("pk", flat=True)[:10])
    story = ArticlePage(
        title=f"خبر {links} {blocks}", deck=pictured[0].deck, live=False,
        lead_image=pictured[0].lead_image, body=bodies(links, blocks, targets),
    )  # fmt: skip
    SectionPage.objects.get(slug="dunya").add_child(instance=story)
    story.bylines.add(ArticleAuthor(author=Author.objects.all()[0]))
    story.save_revision().publish()
    return str(story.url)


if __name__ == "__main__":
    paths = {size: make(*size) for size in SIZES}
    print(json.dumps(measured([(*size, partial(render, paths[size])) for size in SIZES])))
