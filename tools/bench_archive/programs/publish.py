"""Publishes a story for every headline on its standard input; prints when, in epoch seconds."""

import sys
import time

import django

django.setup()

from roznama.newsroom.models import ArticlePage, SectionPage  # noqa: E402


def main() -> None:
    section = SectionPage.objects.order_by("pk")[0]
    for line in sys.stdin:
        story = ArticlePage(title=line.strip(), live=False)
        section.add_child(instance=story)
        revision = story.save_revision()
        print(time.time(), flush=True)
        revision.publish()


if __name__ == "__main__":
    main()
