"""Where stories are published: who does it is told which picture lacks what, with the way there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Page

from roznama.newsroom.checking.doors import list_stories
from roznama.newsroom.models import ArticlePage
from roznama.newsroom.pictures.rights import faults


def hold_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Keep a story from publication that has such a picture; Wagtail's `before_publish_page`.

    What was typed is a draft by then.
    """
    if not isinstance(page, ArticlePage) or not tell(request, [page]):
        return None
    return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))


def hold_list(
    request: HttpRequest, action_type: str, objects: list[Page], action: Any
) -> HttpResponse | None:
    """Do the same for a list of pages, of which none is published then: `before_bulk_action`."""
    if action_type != "publish" or not isinstance(action, PublishBulkAction):
        return None
    below = bool(action.cleaned_form.cleaned_data["include_descendants"])
    if not tell(request, list_stories(objects, below, request.user)):
        return None
    return redirect(action.next_url)


def hold_approval(request: HttpRequest, page: Page, then: str = "") -> HttpResponse:
    """Do the same for an approval that the net stopped."""
    tell(request, [page.get_latest_revision_as_object()])
    return redirect(then or reverse("wagtailadmin_pages:edit", args=[page.pk]))


def tell(request: HttpRequest, stories: Iterable[ArticlePage]) -> bool:
    """Tell of every story that is held; whether there is one."""
    held = [(story, found) for story in stories if (found := faults(story))]
    for story, found in held:
        context = {"story": story, "faults": found}
        text = render_to_string("newsroom/pictures/held.html", context, request=request)
        messages.error(request, text, extra_tags="safe")
    return bool(held)
