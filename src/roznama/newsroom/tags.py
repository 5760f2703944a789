"""The tags proposed while an editor types one: in whatever letters it is typed."""

from __future__ import annotations

from functools import lru_cache

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe
from wagtail.admin.auth import require_admin_access

from roznama.newsroom.models import Topic
from roznama.urdu import fold, search_terms

MOST = 10
"""How many tags are proposed."""

_LONGEST = 100  # letters that are read, as many as a tag has


@require_admin_access
@require_safe
def proposed(request: HttpRequest) -> JsonResponse:
    """Answer with the names of the tags that begin as `term`, or have a word that does.

    Wagtail's own view compares letters: كراچي would propose nothing, and one tag becomes two.
    Those of the same search terms are proposed as well: a singular for its plural.
    """
    typed = fold(request.GET.get("term", "")[:_LONGEST])
    if not typed:
        return JsonResponse([], safe=False)
    terms = tuple(search_terms(typed))
    names = list(Topic.objects.order_by("name").values_list("name", flat=True))
    same = [name for name in names if _terms(name) == terms]
    begun = [name for name in names if _folded(name).startswith(typed)]
    inside = [name for name in names if f" {typed}" in _folded(name)]
    return JsonResponse(list(dict.fromkeys([*same, *begun, *inside]))[:MOST], safe=False)


@lru_cache(maxsize=1 << 16)
def _folded(name: str) -> str:
    return fold(name)


@lru_cache(maxsize=1 << 16)
def _terms(name: str) -> tuple[str, ...]:
    return tuple(search_terms(name))
