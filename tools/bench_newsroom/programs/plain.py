"""Plain Wagtail, asked for the same things by its superuser, in one process."""

import os
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "plain_settings"

import django

django.setup()

from answering import Asking, Thing, answer, chance, posted  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from peer.models import SectionIndex, StoryPage  # noqa: E402

LARGEST = SectionIndex.objects.order_by("-numchild")[0]
GROWN = StoryPage.objects.live().filter(slug__startswith="khabar-", has_unpublished_changes=False)
STORIES = list(GROWN.values_list("pk", flat=True))
LISTING = "/admin/stories/"
WORDS = ["کراچی", "حکومت", "پانی", "ٹیم", "بارش", "وزیر", "منصوبہ", "شہر"]

browser = Client(HTTP_HOST="testserver")
browser.force_login(get_user_model().objects.get(username="chief"))


def story() -> int:
    """Another story each time, of any age."""
    return int(chance.choice(STORIES))


def edit(pk: int) -> str:
    return reverse("wagtailadmin_pages:edit", args=[pk])


def form(pk: int, **more: str) -> dict[str, Any]:
    """A story's form with another line under the headline."""
    page = StoryPage.objects.get(pk=pk).get_latest_revision_as_object()
    data = posted(browser, edit(pk), page, **more)
    return {**data, "deck": f"{data['deck']} {chance.randrange(1000)}"}


def autosave() -> Asking:
    pk = story()
    return Asking(edit(pk), form(pk), {"accept": "application/json"})


def save() -> Asking:
    pk = story()
    return Asking(edit(pk), form(pk), answer=302, leads=edit(pk))


def sent(name: str) -> Thing:
    def sends() -> Asking:
        pk = story()
        return Asking(edit(pk), form(pk, **{name: "1"}), answer=302, leads="/admin/")

    return sends


def listed(query: str = "") -> Thing:
    return lambda: Asking(f"{LISTING}{query}")


def opened(name: str) -> Thing:
    return lambda: Asking(reverse(name, args=[story()]))


EXPLORER = reverse("wagtailadmin_explore", args=[LARGEST.pk])
THINGS: dict[str, Thing] = {
    "list of stories": listed(),
    "list of stories, page 200": listed("?p=200"),
    "list of stories, a search": lambda: Asking(f"{LISTING}?q={chance.choice(WORDS)}"),
    "my desk": lambda: Asking(reverse("wagtailadmin_home")),
    "a section in the explorer": lambda: Asking(EXPLORER),
    "a section in the explorer, page 100": lambda: Asking(f"{EXPLORER}?p=100"),
    "open the editor": opened("wagtailadmin_pages:edit"),
    "autosave": autosave,
    "save": save,
    "submit to the desk": sent("action-submit"),
    "publish": sent("action-publish"),
    "history of a story": opened("wagtailadmin_pages:history"),
    "audit log": lambda: Asking(reverse("wagtailadmin_reports:site_history")),
}

if __name__ == "__main__":
    answer(THINGS, browser)
