"""Founds a paper of plain Wagtail with the stories in the file that its argument names."""

import json
import os
import sys
from pathlib import Path
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "plain_settings"

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from peer.models import SectionIndex, StoryPage  # noqa: E402
from wagtail.models import Page, Site  # noqa: E402


def found(told: dict[str, Any]) -> None:
    call_command("migrate", verbosity=0)
    get_user_model().objects.create_superuser("chief", "chief@paper.example")
    for number in range(20):
        get_user_model().objects.create_user(f"reporter{number}")
    home = Page.objects.get(slug="home")
    Site.objects.update(hostname="testserver")
    sections = [home.add_child(instance=SectionIndex(**one)) for one in told["sections"]]
    for number, one in enumerate(told["stories"]):
        body = json.dumps(one.pop("body"))
        story = StoryPage(**one, slug=f"model-{number}", body=body, live=False)
        sections[number % len(sections)].add_child(instance=story)
        story.save_revision().publish()


if __name__ == "__main__":
    found(json.loads(Path(sys.argv[1]).read_text()))
