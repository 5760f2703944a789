"""The bell: what somebody is told, with the number of what they have not read."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from roznama.newsroom.flow.mydesk import desk_mark
from roznama.newsroom.flow.notices import unread
from roznama.newsroom.models import Notice

A_PAGE = 50
"""Notices on one page of the list."""


def notices(request: HttpRequest) -> HttpResponse:
    """Show somebody's notices, the newest first."""
    own = Notice.objects.filter(user=request.user.pk).select_related("page", "actor")
    page = Paginator(own, A_PAGE).get_page(request.GET.get("p"))
    for notice in page.object_list:
        notice.may_open = notice.page.permissions_for_user(request.user).can_edit()
    context = {"page": page, "unread": unread(request.user)}
    return render(request, "newsroom/flow/notices.html", context)


@require_POST
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark one's notice as read and go to its story."""
    notice = get_object_or_404(Notice, pk=pk, user=request.user.pk)
    if notice.read_at is None:
        notice.read_at = now()
        notice.save(update_fields=["read_at"])
    return redirect("wagtailadmin_pages:edit", notice.page_id)


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark all of one's notices as read."""
    Notice.objects.filter(user=request.user.pk, read_at=None).update(read_at=now())
    return redirect("flow_notices")


def label(count: int) -> str:
    """Return what the menu says where so many are unread."""
    return _("Notices (%(count)s)") % {"count": count} if count else _("Notices")


@never_cache
@require_GET
def state(request: HttpRequest) -> JsonResponse:
    """Tell the script that asks every half minute what the bell says by now, in one query.

    One's own desk asks for its `desk` as well: a mark that is another when there is something new.
    Wagtail answers who is not signed in with 403, and the script asks no more.
    """
    count = unread(request.user)
    found: dict[str, Any] = {"unread": count, "label": label(count)}
    if request.GET.get("desk"):
        found["desk"] = desk_mark(request.user)
    return JsonResponse(found)


class BellMenuItem(MenuItem):
    """The way to the notices; its label has the number of those that nobody has read."""

    def __init__(self) -> None:
        super().__init__(
            gettext_lazy("Notices"), reverse("flow_notices"), name="notices", icon_name="mail",
            order=1,
        )  # fmt: skip

    def render_component(self, request: HttpRequest) -> Any:
        """Count for whoever looks; the item itself is shared by all."""
        count = unread(request.user)
        classname = "flow-bell flow-bell-rings" if count else "flow-bell"
        return LinkMenuItem(
            self.name, label(count), self.url, icon_name=self.icon_name, classname=classname
        )
