"""The page that asks why a story is published although the copy desk blocks it, or past a desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Page, TaskState

from roznama.newsroom.checking.doors import Way
from roznama.newsroom.checking.guard import held, keep_reason
from roznama.newsroom.checking.reporting import Reported
from roznama.newsroom.checking.words import short
from roznama.newsroom.flow.past import is_past, keep_past
from roznama.newsroom.models import ArticlePage, User
from roznama.newsroom.timing.doors import tell_page

SHORTEST = 5
"""Letters that a reason has at least: a dot is none."""


class ReasonForm(forms.Form):
    """Why it is published all the same."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        min_length=SHORTEST,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("It is kept in the story’s history with your name."),
        error_messages={
            "required": gettext_lazy("Without a reason the story is not published."),
            "min_length": gettext_lazy("Say it in a few words."),
        },
    )


@dataclass(frozen=True, slots=True)
class Held:
    """A story that waits for a reason, with what holds it."""

    story: ArticlePage
    found: list[Reported]
    past: bool = False

    def rows(self) -> list[dict[str, str]]:
        """Return what the page shows of each finding."""
        return [{"text": short(one.finding.text), "message": one.message} for one in self.found]

    @property
    def edit_url(self) -> str:
        """The address of the story's form."""
        return reverse("wagtailadmin_pages:edit", args=[self.story.pk])


class ReasonView(View):
    """Shows what holds the stories and asks for a reason; with one, it goes on as was meant."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Read the way; an old or foreign address leads back to the stories."""
        try:
            self.way = Way.read(request.GET.get("way", ""))
        except (signing.BadSignature, ValueError, TypeError):
            messages.error(request, _("This page is too old. Publish the story again."))
            return redirect("stories:index")
        self.user: User = request.user  # type: ignore[assignment]
        self.stories = self.way.stories(self.user)
        if not self._may():
            raise PermissionDenied
        held_or_not = (Held(story, held(story), self._is_past(story)) for story in self.stories)
        self.held = [one for one in held_or_not if one.found or one.past]
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        """Ask."""
        return self._page(ReasonForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Keep the reason and go on, both or neither."""
        form = ReasonForm(request.POST)
        if self.held and not form.is_valid():
            return self._page(form)
        with transaction.atomic():
            for one in self.held:
                revision = one.story.get_latest_revision()
                reason = form.cleaned_data["reason"]
                if one.found:
                    keep_reason(one.story, one.found, reason, self.user, revision)
                if one.past:
                    keep_past(one.story, reason, self.user, revision)
            self._go_on()
        messages.success(request, _("Published; the reason is in the story’s history."))
        for story in self.stories:
            tell_page(request, story)
        return redirect(self._next())

    def _page(self, form: ReasonForm) -> HttpResponse:
        context = {
            "form": form,
            "held": self.held,
            "others": len(self.stories) - len(self.held),
            "action": self.request.get_full_path(),
            "back": self.held[0].edit_url if self.held else reverse("stories:index"),
        }
        return TemplateResponse(self.request, "newsroom/checking/reason.html", context)

    def _is_past(self, story: ArticlePage) -> bool:
        return not self.way.task and is_past(story)

    def _may(self) -> bool:
        if self.way.task:
            return bool(self._task().task.specific.get_actions(self.stories[0], self.user))
        if self.way.is_list:
            return bool(self._pages())
        return all(one.permissions_for_user(self.user).can_publish() for one in self.stories)

    def _go_on(self) -> None:
        if self.way.task:
            state = self._task()
            state.task.specific.on_action(state, self.user, "approve", comment=self.way.comment)
        elif self.way.is_list:
            PublishBulkAction.execute_action(
                self._pages(), include_descendants=self.way.below, user=self.user
            )
        else:
            for story in self.stories:
                story.get_latest_revision().publish(user=self.user)

    def _task(self) -> TaskState:
        state = TaskState.objects.filter(pk=self.way.task).first()
        if state is None or state.status != TaskState.STATUS_IN_PROGRESS:
            raise PermissionDenied
        return state.specific

    def _pages(self) -> list[Page]:
        pages = Page.objects.filter(pk__in=self.way.pages)
        return [one for one in pages if one.permissions_for_user(self.user).can_publish()]

    def _next(self) -> str:
        then = self.way.next
        if then and url_has_allowed_host_and_scheme(then, {self.request.get_host()}):
            return then
        if self.way.is_list:
            return reverse("stories:index")
        return reverse("wagtailadmin_explore", args=[self.stories[0].get_parent().pk])
