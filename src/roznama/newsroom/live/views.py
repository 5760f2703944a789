"""The live desk: one box, a button, and the updates below it.

Every form works without scripts; the script asks for JSON and stays on the screen.
"""

from __future__ import annotations

from typing import Any, cast
from uuid import uuid4

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from wagtail.admin import messages

from roznama.newsroom.live import doing
from roznama.newsroom.live.forms import ChangeForm, PostersForm, PostForm
from roznama.newsroom.live.listing import listed
from roznama.newsroom.live.permissions import may_change, may_post, may_run, open_to
from roznama.newsroom.models import ArticlePage, Author, LiveCoverage, LiveUpdate, User

_MARKS = {"pin": ("is_pinned", True), "unpin": ("is_pinned", False),
          "key": ("is_key", True), "unkey": ("is_key", False)}  # fmt: skip


@require_GET
@never_cache
def index(request: HttpRequest) -> HttpResponse:
    """Show the coverages that this person may post in now; one alone is opened at once."""
    found = open_to(_user(request))
    if len(found) == 1:
        return redirect("live_desk", found[0].article_id)
    context = {"coverages": found}
    return TemplateResponse(request, "newsroom/live/index.html", context)


@require_GET
@never_cache
def desk(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the desk of a story to whoever may post there, or begin its coverage."""
    story, coverage = _found(request, pk)
    return _desk(request, story, coverage)


@require_GET
@never_cache
def state(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer the list, unless `?seen=` says that this version of it is known."""
    _story, coverage = _found(request, pk)
    if coverage is None:
        return JsonResponse({"version": 0, "on": False})
    known = request.GET.get("seen") == str(coverage.version)
    return JsonResponse(_told(request, coverage, with_list=not known))


@require_POST
def switch(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a coverage (`on=1`), or end it."""
    story, coverage = _found(request, pk)
    user = _user(request)
    if not may_run(user, story):
        raise PermissionDenied
    if request.POST.get("on") == "1":
        doing.start(story, user)
    elif coverage is not None:
        doing.end(coverage, user)
    return redirect("live_desk", pk)


@require_POST
def posters(request: HttpRequest, pk: int) -> HttpResponse:
    """Let others post."""
    story, coverage = _found(request, pk)
    if coverage is None or not may_run(_user(request), story):
        raise PermissionDenied
    form = PostersForm(request.POST, coverage=coverage)
    if form.is_valid():
        doing.let_post(coverage, list(form.cleaned_data["people"]), _user(request))
        messages.success(request, _("Saved."))
    return redirect("live_desk", pk)


@require_POST
def post(request: HttpRequest, pk: int) -> HttpResponse:
    """Post an update."""
    story, coverage = _found(request, pk)
    user = _user(request)
    if coverage is None or not may_post(user, coverage):
        raise PermissionDenied
    form = PostForm(request.POST, user=user, runs=may_run(user, story))
    if form.is_valid():
        try:
            doing.post(coverage, form.words(), user, form.cleaned_data["token"])
        except doing.EndedError:
            form.add_error(None, _("This coverage has ended. Start it again to post."))
    if form.errors:
        if _wants_json(request):
            return JsonResponse({"error": _first_error(form)}, status=400)
        return _desk(request, story, coverage, form)
    return _done(request, coverage)


@require_http_methods(["GET", "POST"])
@never_cache
def change(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Change an update."""
    update, user = _update(request, pk, number), _user(request)
    runs = may_run(user, update.coverage.article)
    form = ChangeForm(request.POST or None, user=user, runs=runs, update=update)
    standing = None
    if request.method == "POST" and form.is_valid():
        try:
            doing.change(update, form.words(), user, seen=form.cleaned_data["seen"])
        except doing.ChangedMeanwhileError as error:
            standing = error.now
            if standing.removed_at:
                messages.error(request, _("This update was removed meanwhile."))
                return redirect("live_desk", pk)
            data = {**request.POST.dict(), "seen": standing.version}
            form = ChangeForm(data, user=user, runs=runs, update=standing)
        else:
            return redirect(f"{reverse('live_desk', args=[pk])}#update-{number}")
    context = {"form": form, "update": update, "story": update.coverage.article}
    return TemplateResponse(request, "newsroom/live/change.html", {**context, "standing": standing})


@require_POST
def mark(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Pin an update or make it a key moment, or take that back; for whoever runs the coverage."""
    update, user = _update(request, pk, number), _user(request)
    wanted = _MARKS.get(request.POST.get("do", ""))
    if wanted is None or not may_run(user, update.coverage.article):
        raise PermissionDenied
    try:
        doing.mark(update, user, name=wanted[0], value=wanted[1])
    except doing.ChangedMeanwhileError:
        return _refused(request, pk, _("This update was removed meanwhile."))
    return _done(request, update.coverage)


@require_POST
def remove(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take an update from readers."""
    update = _update(request, pk, number)
    try:
        doing.remove(update, _user(request))
    except doing.ChangedMeanwhileError:
        return _refused(request, pk, _("This update was removed meanwhile."))
    return _done(request, update.coverage)


def _found(request: HttpRequest, pk: int) -> tuple[ArticlePage, LiveCoverage | None]:
    """Return a story and its coverage, to whoever may run it or post in it."""
    story: ArticlePage = get_object_or_404(ArticlePage, pk=pk)
    coverage = LiveCoverage.objects.filter(article=story).first()
    if coverage is not None:
        coverage.article = story
    user = _user(request)
    if not may_run(user, story) and not (coverage and may_post(user, coverage)):
        raise PermissionDenied
    return story, coverage


def _update(request: HttpRequest, pk: int, number: int) -> LiveUpdate:
    """Return an update to whoever may change it."""
    _story, coverage = _found(request, pk)
    update = get_object_or_404(LiveUpdate, coverage=coverage, number=number, removed_at=None)
    update.coverage = cast(LiveCoverage, coverage)
    if not may_change(_user(request), update):
        raise PermissionDenied
    return update


def _desk(
    request: HttpRequest,
    story: ArticlePage,
    coverage: LiveCoverage | None,
    form: PostForm | None = None,
) -> HttpResponse:
    user = _user(request)
    before = request.GET.get("before", "")
    number = int(before) if before.isdecimal() and len(before) < 9 else 0
    runs = may_run(user, story)
    context: dict[str, Any] = {
        "story": story,
        "coverage": coverage,
        "runs": runs,
        "may_edit": story.permissions_for_user(user).can_edit(),
        "form": form or _new_form(coverage, user, runs=runs),
        "before": number,
        "rows": listed(request, coverage, number) if coverage else "",
        "posters": PostersForm(coverage=coverage) if coverage and runs else None,
    }
    return TemplateResponse(request, "newsroom/live/desk.html", context)


def _new_form(coverage: LiveCoverage | None, user: User, *, runs: bool) -> PostForm:
    author = _usual_author(coverage, user) if coverage else None
    return PostForm(user=user, runs=runs, initial={"token": uuid4(), "author": author})


def _usual_author(coverage: LiveCoverage, user: User) -> Author | None:
    """The name under which somebody posted last in this coverage."""
    mine = coverage.updates.filter(posted_by=user).select_related("author")
    last = mine.order_by("-number").first()
    return last.author if last else None


def _told(
    request: HttpRequest, coverage: LiveCoverage, *, with_list: bool = True
) -> dict[str, Any]:
    told: dict[str, Any] = {"version": coverage.version, "on": coverage.is_on}
    return {**told, "html": listed(request, coverage)} if with_list else told


def _done(request: HttpRequest, coverage: LiveCoverage) -> HttpResponse:
    coverage.refresh_from_db(fields=["version", "is_on"])
    if _wants_json(request):
        return JsonResponse({**_told(request, coverage), "token": str(uuid4())})
    return redirect("live_desk", coverage.article_id)


def _refused(request: HttpRequest, pk: int, line: str) -> HttpResponse:
    if _wants_json(request):
        return JsonResponse({"error": line}, status=409)
    messages.error(request, line)
    return redirect("live_desk", pk)


def _first_error(form: forms.Form) -> str:
    return next(str(error) for errors in form.errors.values() for error in errors)


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")


def _user(request: HttpRequest) -> User:
    return cast(User, request.user)
