"""Old addresses of what readers may not see lead nowhere."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect


class PublicRedirects(RedirectMiddleware):
    """Wagtail's own leads on to a draft whose address was changed, and so tells the new one."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Answer 404 where the page that an old address leads to is not public."""
        led: HttpResponse = super().process_response(request, response)
        if led is not response and _is_hidden(request):
            return response
        return led


def _is_hidden(request: HttpRequest) -> bool:
    path = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
    found = get_redirect(request, path) or get_redirect(request, path.partition("?")[0])
    page = found.redirect_page if found else None
    return page is not None and not page.live
