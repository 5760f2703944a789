"""Puts people into our paper, which has the demo edition; prints what plain Wagtail is to get."""

import json
import os
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "roznama.config.settings"

import django

django.setup()

from django.contrib.auth.models import Group  # noqa: E402

from roznama.newsroom.models import ArticlePage, SectionPage, User  # noqa: E402

REPORTERS = 20
CHIEF = "chief"


def people() -> None:
    """An editor-in-chief and some reporters; no desk has people who pass stories on."""
    chief = User.objects.create_user(CHIEF, f"{CHIEF}@paper.example")
    chief.groups.add(Group.objects.get(name="مدیرِ اعلیٰ"))
    for number in range(REPORTERS):
        User.objects.create_user(f"reporter{number}", f"reporter{number}@paper.example")


def plain(block: dict[str, Any]) -> list[dict[str, Any]]:
    """A block of a body as plain Wagtail's story has it; none for those that it lacks."""
    if block["type"] == "fact_box":
        return [{"type": "paragraph", "value": block["value"]["text"]}]
    known = block["type"] in {"paragraph", "subhead", "quote"}
    return [{"type": block["type"], "value": block["value"]}] if known else []


def told() -> dict[str, Any]:
    stories = ArticlePage.objects.live().order_by("pk")
    return {
        "sections": list(SectionPage.objects.order_by("path").values("title", "slug")),
        "stories": [
            {
                "title": story.title,
                "deck": story.deck,
                "search_description": story.search_description,
                "body": [one for block in story.body.raw_data for one in plain(block)],
            }
            for story in stories
        ],
    }


if __name__ == "__main__":
    people()
    print(json.dumps(told()))
