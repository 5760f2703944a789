"""What the fields of the newsroom ask: pasted text that is Urdu in disguise, and who is here."""

from __future__ import annotations

import json

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from roznama.urdu.inpage.clipboard import recover

LONGEST = 400_000
"""Characters of pasted text that are looked at: InPage takes two for a letter."""


@require_POST
def recover_text(request: HttpRequest) -> JsonResponse:
    """Answer {"text": …} with {"kind": "inpage" | "bare" | "utf8" | "", "text", "unknown"}.

    An empty kind: the text is what it seems. `unknown` is how many signs could not be read.
    """
    try:
        text = _text(request)
    except RequestDataTooBig:
        text = None
    except (ValueError, TypeError, KeyError, RecursionError):
        return _error(_("The newsroom did not understand the request."), 400)
    if text is None or len(text) > LONGEST:
        return _error(_("The pasted text is too long to be converted at once."), 413)
    found = recover(text)
    if found is None:
        return JsonResponse({"kind": "", "text": text, "unknown": 0})
    unknown = sum(found.unknown.values())
    return JsonResponse({"kind": found.kind, "text": found.text, "unknown": unknown})


@never_cache
@require_GET
def session(request: HttpRequest) -> JsonResponse:
    """Tell whoever is signed in that they are, and the token that forms must send by now.

    Wagtail answers everybody else with 403. Signing in changes the token, so a form that was
    opened before would be refused without the new one.
    """
    return JsonResponse({"user": request.user.pk, "token": get_token(request)})


def _text(request: HttpRequest) -> str:
    text = json.loads(request.body)["text"]
    if not isinstance(text, str):
        raise TypeError
    # Half of a pair, which JSON may hold, would not come out again.
    return text.encode("utf-8", "replace").decode()


def _error(message: str, status: int) -> JsonResponse:
    return JsonResponse({"error": message}, status=status)
