"""Pictures for readers: re-encoded sizes, never the originals that were uploaded."""

from __future__ import annotations

import mimetypes

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

FOLDER = "images"
# A size's name tells the picture and how it was cut, so its bytes never change.
FOREVER = "public, max-age=31536000, immutable"


@require_safe
def rendition(request: HttpRequest, name: str) -> HttpResponse:
    """Answer one size of a picture; `name` has no slash in it."""
    kind = mimetypes.guess_type(name)[0] or ""
    if not kind.startswith("image/"):
        raise Http404
    try:
        with default_storage.open(f"{FOLDER}/{name}") as file:
            body = file.read()
    except (OSError, ValueError):  # a name may hold what no file system takes
        raise Http404 from None
    return HttpResponse(body, content_type=kind, headers={"Cache-Control": FOREVER})
