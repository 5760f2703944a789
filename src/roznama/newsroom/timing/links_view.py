"""The newsroom's page of a story's links: who may publish it may show it outside."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages

from roznama.newsroom.models import ArticlePage, PreviewLink
from roznama.newsroom.models.timing import LASTS
from roznama.newsroom.timing.links import make_link, revoke
from roznama.newsroom.timing.moments import told

_HOURS = {
    1: gettext_lazy("one hour"),
    24: gettext_lazy("24 hours"),
    72: gettext_lazy("three days"),
    168: gettext_lazy("seven days"),
}
_DEFAULT = int(LASTS.total_seconds() // 3600)


class LinkForm(forms.Form):
    """For whom a link is, and for how long."""

    reader = forms.CharField(
        label=gettext_lazy("For whom"),
        max_length=100,
        help_text=gettext_lazy("A name that you will know again, such as the lawyer’s."),
    )
    hours = forms.TypedChoiceField(
        label=gettext_lazy("Valid for"), choices=list(_HOURS.items()), coerce=int, initial=_DEFAULT
    )


@require_http_methods(["GET", "HEAD", "POST"])
def links(request: HttpRequest, pk: int) -> HttpResponse:
    """List a story's links; make one, whose address is shown this once."""
    story = _story(request, pk)
    form = LinkForm(request.POST or None)
    address = ""
    if request.method == "POST" and form.is_valid():
        lasts = timedelta(hours=form.cleaned_data["hours"])
        token = make_link(story, _user(request), form.cleaned_data["reader"], lasts)
        address = f"{request.build_absolute_uri(reverse('preview'))}#{token}"
        form = LinkForm()
    context = {
        "story": story,
        "form": form,
        "address": address,
        "rows": [_row(link) for link in story.preview_links.select_related("made_by")[:50]],
        "back": reverse("wagtailadmin_pages:edit", args=[story.pk]),
    }
    return TemplateResponse(request, "newsroom/timing/links.html", context)


@require_POST
def revoke_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a link."""
    link = get_object_or_404(PreviewLink, pk=pk)
    _story(request, link.page_id)
    revoke(link, _user(request))
    messages.success(request, _("The link of %s no longer opens the draft.") % link.reader)
    return redirect("timing_links", link.page_id)


def _story(request: HttpRequest, pk: int) -> ArticlePage:
    story: ArticlePage = get_object_or_404(ArticlePage, pk=pk)
    if not story.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    return story


def _user(request: HttpRequest) -> Any:
    return request.user


def _row(link: PreviewLink) -> dict[str, Any]:
    return {
        "link": link,
        "until": told(link.expires_at),
        "made": told(link.made_at),
        "opened": told(link.opened_at),
    }
