"""What the newsroom asks the archive while a story is edited."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from roznama.archive.related import related_to
from roznama.newsroom.models import ArticlePage
from roznama.urdu.dates import format_day

MOST_CANDIDATES = 12
"""How many stories are proposed to an editor."""


@require_safe
def candidates(request: HttpRequest, pk: int) -> HttpResponse:
    """Propose stories to stand beside one, closest first, as a piece of HTML.

    The story is taken as it was saved last, published or not. 403 for who may not edit it.
    """
    page = get_object_or_404(ArticlePage, pk=pk)
    if not page.permissions_for_user(request.user).can_edit():
        return HttpResponseForbidden()
    found = related_to(page.get_latest_revision_as_object(), limit=MOST_CANDIDATES)
    stories = ArticlePage.objects.defer_streamfields().in_bulk(found)
    rows = [_row(stories[pk]) for pk in found if pk in stories]
    return render(request, "archive/candidates.html", {"rows": rows})


def _row(story: ArticlePage) -> dict[str, object]:
    time = story.first_published_at
    return {
        "story": story,
        "section": story.get_parent().title,
        "day": format_day(localtime(time)) if time else "",
    }
