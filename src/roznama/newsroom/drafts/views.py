"""A story's versions: what is kept and what was saved since, with names."""

from __future__ import annotations

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages
from wagtail.models import Page, Revision

from roznama.newsroom.drafts.keeping import name_version
from roznama.newsroom.models import KeptDraft, User

_A_PAGE = 30
_LONGEST = KeptDraft._meta.get_field("name").max_length


class NameForm(forms.Form):
    """The name of a version."""

    name = forms.CharField(max_length=_LONGEST, strip=True)


@require_GET
def versions(request: HttpRequest, page: int) -> HttpResponse:
    """Show a page's versions and autosaves, newest first, to whoever may edit it."""
    found = _editable(request, page)
    listed = Paginator(_revisions(found), _A_PAGE).get_page(request.GET.get("p"))
    context = {
        "page": found,
        "listed": listed,
        "longest": _LONGEST,
        "breadcrumbs_items": _breadcrumbs(found),
        "header_title": _("Versions"),
    }
    return TemplateResponse(request, "newsroom/drafts/versions.html", context)


@require_POST
def name(request: HttpRequest, page: int, revision: int) -> HttpResponse:
    """Give a version a name; what is too long or empty changes nothing and is said."""
    found = _editable(request, page)
    named = get_object_or_404(found.revisions, pk=revision)
    form = NameForm(request.POST)
    if form.is_valid() and isinstance(request.user, User):
        name_version(named, form.cleaned_data["name"], request.user)
        messages.success(request, _("The version has its name."))
    else:
        messages.error(
            request, _("A version’s name has one to %(most)s letters.") % {"most": _LONGEST}
        )
    return redirect("story_versions", page)


def _editable(request: HttpRequest, page: int) -> Page:
    found: Page = get_object_or_404(Page, pk=page).specific
    if not found.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return found


def _revisions(page: Page) -> QuerySet[Revision]:
    found: QuerySet[Revision] = page.revisions.select_related("user", "kept__person")
    return found.defer("content").order_by("-created_at", "-pk")


def _breadcrumbs(page: Page) -> list[dict[str, str]]:
    return [
        {"url": reverse("wagtailadmin_pages:edit", args=[page.pk]), "label": str(page)},
        {"url": "", "label": _("Versions")},
    ]
