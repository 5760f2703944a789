"""The newsroom's own content security policy."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


class NewsroomPolicy:
    """Middleware that gives the newsroom's screens their policy.

    Wagtail's date fields and repeated panels start themselves with inline
    scripts, which readers' pages may never hold; so there are two policies.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request; django-csp takes the policy from the response."""
        response = self.get_response(request)
        # Signing in is ours alone, with nothing inline: it keeps the readers' strict policy.
        is_signing = request.path.startswith(("/newsroom/login/", "/newsroom/security/"))
        if request.path.startswith("/newsroom/") and not is_signing:
            response._csp_replace = settings.NEWSROOM_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]
        return response
