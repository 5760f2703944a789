"""The newsroom, asked for one thing after the other by the editor-in-chief, in one process."""

import os
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "roznama.config.settings"

import django

django.setup()

import time  # noqa: E402

from allauth.account.internal.userkit import user_id_to_str  # noqa: E402
from answering import Asking, Thing, answer, chance, posted  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from found_ours import CHIEF  # noqa: E402
from wagtail.models import WorkflowState  # noqa: E402

from roznama.newsroom.models import ArticlePage, SectionPage, User  # noqa: E402
from roznama.press.memory import settle  # noqa: E402

call_command("migrate", verbosity=0)
settle()  # as `roznama serve` does
SECTIONS = list(SectionPage.objects.order_by("path"))
LARGEST = max(SECTIONS, key=lambda section: section.numchild)
GROWN = ArticlePage.objects.live().filter(
    slug__startswith="khabar-", has_unpublished_changes=False, locked=False
)
# What waits at a desk has other buttons.
WAITING = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS)
STORIES = sorted(
    set(GROWN.values_list("pk", flat=True)).difference(
        int(pk) for pk in WAITING.values_list("object_id", flat=True)
    )
)
LISTING = "/newsroom/stories/"
WORDS = ["کراچی", "حکومت", "پانی", "ٹیم", "بارش", "وزیر", "منصوبہ", "شہر"]


def log_in() -> Client:
    """A browser of the editor-in-chief, whose session has given the second factor."""
    browser = Client(HTTP_HOST="127.0.0.1:8000")
    chief = User.objects.get(username=CHIEF)
    browser.force_login(chief, backend="django.contrib.auth.backends.ModelBackend")
    session = browser.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time()}]
    session["account_authentication_methods_user"] = user_id_to_str(chief)
    session.save()
    return browser


browser = log_in()


def story() -> int:
    """Another story each time, of any age."""
    return int(chance.choice(STORIES))


def edit(pk: int) -> str:
    return reverse("wagtailadmin_pages:edit", args=[pk])


def form(pk: int, **more: str) -> dict[str, Any]:
    """A story's form with another line under the headline."""
    page = ArticlePage.objects.get(pk=pk).get_latest_revision_as_object()
    data = posted(browser, edit(pk), page, **more)
    return {**data, "deck": f"{data['deck']} {chance.randrange(1000)}"[:400]}


def autosave() -> Asking:
    pk = story()
    return Asking(edit(pk), form(pk), {"accept": "application/json"})


def save() -> Asking:
    pk = story()
    return Asking(edit(pk), form(pk), answer=302, leads=edit(pk))


def submit() -> Asking:
    pk = story()
    return Asking(edit(pk), form(pk, **{"action-submit": "1"}), answer=302, leads="/newsroom/")


def publish() -> Asking:
    pk = story()
    section = ArticlePage.objects.get(pk=pk).get_parent().pk
    leads = reverse("wagtailadmin_explore", args=[section])
    return Asking(edit(pk), form(pk, **{"action-publish": "1"}), answer=302, leads=leads)


def listed(query: str = "") -> Thing:
    return lambda: Asking(f"{LISTING}{query}")


def opened(name: str) -> Thing:
    return lambda: Asking(reverse(name, args=[story()]))


EXPLORER = reverse("wagtailadmin_explore", args=[LARGEST.pk])
THINGS: dict[str, Thing] = {
    "list of stories": listed(),
    "list of stories, page 200": listed("?p=200"),
    "list of stories, one desk": lambda: Asking(f"{LISTING}?section={chance.choice(SECTIONS).pk}"),
    "list of stories, drafts": listed("?status=draft"),
    "list of stories, a search": lambda: Asking(f"{LISTING}?q={chance.choice(WORDS)}"),
    "my desk": lambda: Asking(reverse("flow_my")),
    "a section in the explorer": lambda: Asking(EXPLORER),
    "a section in the explorer, page 100": lambda: Asking(f"{EXPLORER}?p=100"),
    "open the editor": opened("wagtailadmin_pages:edit"),
    "autosave": autosave,
    "save": save,
    "submit to the desk": submit,
    "publish": publish,
    "history of a story": opened("wagtailadmin_pages:history"),
    "versions of a story": opened("story_versions"),
    "published versions of a story": opened("record_versions"),
    "audit log": lambda: Asking(reverse("record_audit")),
    "audit log, one story": lambda: Asking(f"{reverse('record_audit')}?story={story()}"),
    "front page desk": lambda: Asking(reverse("front_desk")),
    "front page desk, its state": lambda: Asking(reverse("front_state")),
}

if __name__ == "__main__":
    answer(THINGS, browser)
