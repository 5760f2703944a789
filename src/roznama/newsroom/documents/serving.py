"""Handing out documents: to readers once a published page leads there, as a download."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from wagtail.documents import get_document_model
from wagtail.documents.views.serve import serve
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"
_RIGHTS = ("choose", "change", "add", "delete")


@require_safe
def document(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """Answer a document's file; 404, as for one that never was, where it is not to be seen.

    Privacy of collections, the name, and what has not changed since are Wagtail's.
    """
    found = get_document_model().objects.filter(pk=pk).first()
    if found is None or not (is_published(found) or _may_see(request.user, found)):
        raise Http404
    try:
        response: HttpResponseBase = serve(request, pk, name)
    except OSError:
        raise Http404 from None
    if response.status_code == 200:
        # Its story may be withdrawn: whoever keeps it asks again.
        response["Cache-Control"] = "no-cache"
        response["Content-Security-Policy"] = POLICY
        response["X-Content-Type-Options"] = "nosniff"
    return response


def is_published(found: Any) -> bool:
    """Whether a published page leads to a document."""
    to = ReferenceIndex._get_base_content_type(found)
    pages = ReferenceIndex._get_base_content_type(Page)
    places = ReferenceIndex.objects.filter(
        to_content_type=to, to_object_id=str(found.pk), base_content_type=pages
    ).values_list("object_id", flat=True)
    return bool(Page.objects.live().filter(pk__in=[int(pk) for pk in places]).exists())


def _may_see(user: Any, found: Any) -> bool:
    """Whether somebody of the newsroom works with a document."""
    if not (user.is_authenticated and user.has_perm("wagtailadmin.access_admin")):
        return False
    policy = policy_registry.get_by_type(type(found))
    return any(policy.user_has_permission_for_instance(user, right, found) for right in _RIGHTS)
