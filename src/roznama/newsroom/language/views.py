"""Changing the language of one's screens."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from roznama.newsroom.language.choosing import choose, is_offered


@require_POST
def switch(request: HttpRequest, code: str) -> HttpResponse:
    """Set the editor's language and go back to the page of the click; 404 for one not offered."""
    if not is_offered(code):
        raise Http404
    choose(request.user, code)  # type: ignore[arg-type]  # Wagtail lets nobody in without an account
    return HttpResponseRedirect(_way_back(request))


def _way_back(request: HttpRequest) -> str:
    """Return the page that the click named, if it is a path of ours."""
    back = request.GET.get("next", "")
    hosts = {request.get_host()}
    is_ours = url_has_allowed_host_and_scheme(back, hosts, require_https=request.is_secure())
    return back if is_ours and back.startswith("/") else reverse("wagtailadmin_home")
