"""Where stories are published, and how it goes on once the reason is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.models import AnonymousUser
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Page, TaskState

from roznama.newsroom.checking.guard import held
from roznama.newsroom.flow.past import is_past
from roznama.newsroom.models import ArticlePage, User

_SALT = "roznama.copydesk.reason"
LONGEST_STAY = 24 * 60 * 60
"""Seconds for which a reason can be given, before one has to publish again from the story."""


@dataclass(frozen=True, slots=True)
class Way:
    """What somebody was about to do when the guard stopped it.

    `pages` were to be published: one story at its form, or several pages from a list (with what
    is below them, where `below`). `task` is the step of a workflow that was to be approved, with
    a comment; 0 where there is none. `next` is where it goes on afterwards.
    """

    pages: tuple[int, ...]
    is_list: bool = False
    below: bool = False
    task: int = 0
    comment: str = ""
    next: str = ""

    def address(self) -> str:
        """Return the address of the page that asks for the reason; nobody else can make it."""
        way = [self.pages, self.is_list, self.below, self.task, self.comment, self.next]
        signed = signing.dumps(way, salt=_SALT, compress=True)
        return f"{reverse('copydesk_reason')}?{urlencode({'way': signed})}"

    @classmethod
    def read(cls, signed: str) -> Way:
        """Return the way that an address names. Raises BadSignature, also when it is too old."""
        pages, *rest = signing.loads(signed, salt=_SALT, max_age=LONGEST_STAY)
        return cls(tuple(pages), *rest)

    def stories(self, user: User) -> list[ArticlePage]:
        """Return the latest drafts of the stories that are to be published."""
        pages = Page.objects.filter(pk__in=self.pages).order_by("path")
        if self.is_list:
            return list_stories(pages, self.below, user)
        return [page.get_latest_revision_as_object() for page in pages]


def hold_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Send who publishes a story to the page that asks for the reason, where it takes one.

    The draft has been saved before; this is Wagtail's `before_publish_page`.
    """
    if not isinstance(page, ArticlePage) or not (is_past(page) or held(page)):
        return None
    return redirect(Way((page.pk,), next=request.POST.get("next", "")).address())


def hold_list(
    request: HttpRequest, action_type: str, objects: list[Page], action: Any
) -> HttpResponse | None:
    """Do the same for a list of pages; this is Wagtail's `before_bulk_action`."""
    if action_type != "publish" or not isinstance(action, PublishBulkAction):
        return None
    below = bool(action.cleaned_form.cleaned_data["include_descendants"])
    if not any(
        is_past(story) or held(story) for story in list_stories(objects, below, request.user)
    ):
        return None
    pages = tuple(page.pk for page in objects)
    return redirect(Way(pages, is_list=True, below=below, next=action.next_url).address())


def approval_held(page: Page, task_state: TaskState, comment: str, then: str) -> HttpResponse:
    """Do the same for an approval that the net stopped: it was the last one and would publish."""
    return redirect(Way((page.pk,), task=task_state.pk, comment=comment, next=then).address())


def list_stories(pages: Any, below: bool, user: User | AnonymousUser) -> list[ArticlePage]:
    """Return the latest drafts of all stories that publishing these pages would publish."""
    chosen = list(pages)
    if below:
        for page in pages:
            under = page.get_descendants().not_live()
            chosen += [one for one in under if one.permissions_for_user(user).can_publish()]
    ids = {page.pk for page in chosen}
    stories = ArticlePage.objects.filter(pk__in=ids).order_by("path")
    return [story.get_latest_revision_as_object() for story in stories]
