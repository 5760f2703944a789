"""Changing the language of one's screens."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from roznama.newsroom.language.choosing import choose, is_offered


@require_POST
def switch(request: HttpRequest, code: str) -> HttpResponse:
    """Set the editor's language and go back to the page of the click; 404 for one not offered."""
    if not is_offered(code):
        raise Http404
    choose(request.user, code)  # type: ignore[arg-type]  # Wagtail lets nobody in without an account
    return redirect(_way_back(request))


def _way_back(request: HttpRequest) -> str:
    """Return the page that the click named, if it is ours."""
    back = request.GET.get("next", "")
    hosts = {request.get_host()}
    if url_has_allowed_host_and_scheme(back, hosts, require_https=request.is_secure()):
        return back
    return "wagtailadmin_home"
