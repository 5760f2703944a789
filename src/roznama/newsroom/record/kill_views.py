"""The screens on which a story is withdrawn from readers, and given back."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from roznama.newsroom.models import ArticlePage, Kill, User
from roznama.newsroom.record.killing import KillError, kill, lift, may_kill, may_lift
from roznama.newsroom.record.standing import kill_of

SHORTEST = 5
"""Letters that a reason has at least: a dot is none."""


def _text(label: Any, help_text: Any, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(
        label=label,
        help_text=help_text,
        min_length=SHORTEST,
        max_length=1000,
        widget=widget,
        error_messages={"min_length": gettext_lazy("Say it in a few words.")},
        **more,
    )


class KillForm(forms.Form):
    """Why a story is withdrawn, and what readers are told."""

    reason = _text(
        gettext_lazy("Reason"),
        gettext_lazy("For the record in the newsroom; readers do not see it."),
    )
    notice = _text(
        gettext_lazy("Notice for readers"),
        gettext_lazy("It stands where the story was, and in the feeds for a week."),
        initial=gettext_lazy("We have withdrawn this story because it did not meet our standards."),
    )


class LiftForm(forms.Form):
    """Why a story is given back, and whether readers get it again at once."""

    reason = _text(
        gettext_lazy("Reason"),
        gettext_lazy("For the record in the newsroom; readers do not see it."),
    )
    publish = forms.BooleanField(
        label=gettext_lazy("Publish it again at once, as readers had it"), required=False
    )


@require_http_methods(["GET", "POST"])
def kill_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for reason and notice, and withdraw the story."""
    story, user = get_object_or_404(ArticlePage, pk=pk), cast(User, request.user)
    if not may_kill(user, story):
        raise PermissionDenied
    form = KillForm(request.POST or None)
    if not story.live:
        messages.error(request, _("Readers do not have this story."))
        return redirect(edit_address(story))
    if request.method == "POST" and form.is_valid():
        try:
            kill(story, user=user, **form.cleaned_data)
        except KillError:
            messages.error(request, _("Readers do not have this story."))
        else:
            messages.success(request, _("The story was withdrawn from readers."))
        return redirect(edit_address(story))
    return _page(request, "kill", form, story)


@require_http_methods(["GET", "POST"])
def lift_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for a reason, and let the story be published again."""
    story, user = get_object_or_404(ArticlePage, pk=pk), cast(User, request.user)
    if not may_lift(user, story):
        raise PermissionDenied
    killed = kill_of(story.pk)
    form = LiftForm(request.POST or None)
    if killed is None:
        messages.error(request, _("This story is not withdrawn."))
        return redirect(edit_address(story))
    if request.method == "POST" and form.is_valid():
        wanted = form.cleaned_data["publish"]
        if wanted and not _may_publish(user, story):
            form.add_error("publish", _("You may not publish here."))
        elif _lifted(request, story, form.cleaned_data):
            return redirect(edit_address(story))
    return _page(request, "lift", form, story, killed)


def edit_address(story: ArticlePage) -> str:
    """Return the address of a story's form."""
    return reverse("wagtailadmin_pages:edit", args=[story.pk])


def _lifted(request: HttpRequest, story: ArticlePage, wanted: dict[str, Any]) -> bool:
    try:
        lift(story, user=cast(User, request.user), **wanted)
    except KillError:
        messages.error(request, _("This story is not withdrawn."))
    else:
        messages.success(request, _("The withdrawal was lifted."))
    return True


def _may_publish(user: User, story: ArticlePage) -> bool:
    """Whether they may publish in the story's section; in the story itself nobody may now."""
    return bool(story.get_parent().permissions_for_user(user).can_publish_subpage())


_TITLES = {
    "kill": gettext_lazy("Withdraw the story"),
    "lift": gettext_lazy("Lift the withdrawal"),
}


def _page(
    request: HttpRequest,
    name: str,
    form: forms.Form,
    story: ArticlePage,
    killed: Kill | None = None,
) -> HttpResponse:
    context = {
        "form": form,
        "story": story,
        "killed": killed,
        "back": edit_address(story),
        "page_title": _TITLES[name],
        "header_title": _TITLES[name],
        "page_subtitle": story.title,
        "header_icon": "warning",
    }
    return TemplateResponse(request, f"newsroom/record/{name}.html", context)
