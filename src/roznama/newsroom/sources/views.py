"""What a story's form asks the register."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.datastructures import MultiValueDictKeyError
from django.views.decorators.http import require_POST

from roznama.newsroom.models import ArticlePage, DismissedClaim
from roznama.newsroom.sources.claims import claims_in
from roznama.newsroom.sources.register import enter_source
from roznama.newsroom.sources.suggesting import Suggestion, suggest
from roznama.newsroom.text import block_lines

_FORBIDDEN = 403
_KEY = 32  # digits of a claim's key


@require_POST
def suggestions(request: HttpRequest, pk: int) -> HttpResponse:
    """Propose claims for the sources of a story whose form was sent, as a piece of HTML.

    `pk` is 0 for a story that was never saved. 403 for who may not edit the story, 400 for what
    is no form of one.
    """
    if not _may_edit(request, pk):
        return HttpResponse(status=_FORBIDDEN)
    try:
        text = "\n".join(block_lines(_sent(request, "body")))
        there = [claim.text for claim in claims_in(_sent(request, "sources"))]
    except (MultiValueDictKeyError, KeyError, ValueError, TypeError, AttributeError):
        return HttpResponseBadRequest()
    dismissed = DismissedClaim.objects.filter(article=pk).values_list("claim_key", flat=True)
    found = suggest(text, there=there, dismissed=set(dismissed))
    rows = [{"one": one, "state": _state(one)} for one in found]
    may_enter = request.user.has_perm("newsroom.add_source")
    return render(request, "newsroom/suggestions.html", {"rows": rows, "may_enter": may_enter})


def _sent(request: HttpRequest, name: str) -> Any:
    """Return a field of blocks in its stored form, from the form as it was sent."""
    block = ArticlePage._meta.get_field(name).stream_block
    value = block.value_from_datadict(request.POST, request.FILES, name)
    return block.get_prep_value(value)


def _state(one: Suggestion) -> dict[str, Any]:
    """Return a suggestion as the form's list of sources takes it in."""
    block = ArticlePage._meta.get_field("sources").stream_block.child_blocks["source"]
    chain = [{"source": member.source, "name": member.name} for member in one.members]
    value = {"claim": one.claim, "chain": chain, "is_own": one.is_own, "url": "", "note": ""}
    state: dict[str, Any] = block.get_form_state(block.normalize(value))
    return state


@require_POST
def dismiss(request: HttpRequest, pk: int) -> HttpResponse:
    """Propose a claim no more for a story. 403 for who may not edit it, 400 for what is no key."""
    if not _may_edit(request, pk):
        return HttpResponse(status=_FORBIDDEN)
    key = request.POST.get("key", "")
    if len(key) != _KEY:
        return HttpResponseBadRequest()
    DismissedClaim.objects.get_or_create(article_id=pk, claim_key=key)
    return HttpResponse(status=204)


@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """Enter a source by its name, with its kind guessed; answer its id and name."""
    if not request.user.has_perm("newsroom.add_source"):
        return HttpResponse(status=_FORBIDDEN)
    try:
        source = enter_source(" ".join(request.POST.get("name", "").split()))
    except ValueError:
        return HttpResponseBadRequest()
    return JsonResponse({"id": source.pk, "name": source.name, "kind": source.kind})


def _may_edit(request: HttpRequest, pk: int) -> bool:
    if pk == 0:
        return True  # nothing is read but what was sent
    page = get_object_or_404(ArticlePage, pk=pk)
    return bool(page.permissions_for_user(request.user).can_edit())
