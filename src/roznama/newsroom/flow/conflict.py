"""Two who save one story: nobody's words are lost, and who comes second decides.

Wagtail's own form warns in the browser and looks on the server at its autosaves alone. Here every
save is looked at, under a lock of the story's row: a form that was opened before somebody else
saved is answered with a page that shows both versions and holds all that was typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page

from roznama.newsroom.flow.locks import take_message
from roznama.newsroom.flow.notices import commented
from roznama.newsroom.search.once import indexed_once

_OWN = {"csrfmiddlewaretoken", "flow-conflict"}
_BASE = {"loaded_revision_id", "loaded_revision_created_at", "overwrite_revision_id"}


class WithConflicts:
    """A story's form that looks on each save whether somebody else saved in between."""

    def dispatch(self, request: HttpRequest, page_id: int, **kwargs: Any) -> HttpResponse:
        """Hold the story's row while it is saved, so that two who save at once come in turn."""
        if request.method != "POST":
            return super().dispatch(request, page_id, **kwargs)  # type: ignore[misc]
        with transaction.atomic(), indexed_once():
            Page.objects.select_for_update().filter(pk=page_id).values("pk").first()
            return super().dispatch(request, page_id, **kwargs)  # type: ignore[misc]

    def get_object(self) -> Any:
        """Return the draft with the rows that belong to it.

        Each kind is read once here; the form would read it for each thing that it does with it.
        """
        page: Any = super().get_object()  # type: ignore[misc]
        for relation in get_all_child_relations(page):
            getattr(page, relation.get_accessor_name()).get_object_list()
        return page

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Offer to take the story over where somebody else has locked it."""
        view: Any = self
        if offer := take_message(view.page, request.user):
            messages.info(request, offer, extra_tags="lock")
        return super().get(request, *args, **kwargs)  # type: ignore[misc]

    def form_valid(self, form: Any) -> HttpResponse:
        """Save, unless somebody else did since the form was opened."""
        view: Any = self
        if view.request.POST.get("flow-conflict") == "edit":
            return self._edit_on(view)
        if view.expects_json_response or view.is_cancelling_workflow or not view.is_out_of_date:
            return super().form_valid(form)  # type: ignore[misc]
        theirs = view.real_page_record.get_latest_revision_as_object()
        mine = form.save(commit=False)
        differences = _differences(view, theirs, mine)
        if not differences:  # the form's own autosave, which was on its way, as a rule
            return super().form_valid(form)  # type: ignore[misc]
        return self._show_both(view, differences)

    def send_commenting_notifications(self, changes: dict[str, Any]) -> Any:
        """Tell people in the newsroom, and write to those who want that."""
        view: Any = self
        commented(view.page, changes, view.request.user)
        return super().send_commenting_notifications(changes)  # type: ignore[misc]

    def _edit_on(self, view: Any) -> HttpResponse:
        """Open the form again with all that was typed, on top of what the other saved."""
        view.has_unsaved_changes = True
        messages.warning(view.request, _("Nothing is saved yet. Take over what you need."))
        response: HttpResponse = view.render_to_response(view.get_context_data())
        return response

    def _show_both(self, view: Any, differences: list[Any]) -> HttpResponse:
        revision = view.latest_revision
        context = {
            "page": view.page,
            "name": get_user_display_name(revision.user) if revision.user else "",
            "time": localtime(revision.created_at),
            "is_own": revision.user_id == view.request.user.pk,
            "differences": differences,
            "fields": list(_typed(view)),
        }
        return render(view.request, "newsroom/flow/conflict.html", context, status=409)


def _differences(view: Any, theirs: Any, mine: Any) -> list[Any]:
    panel = view.edit_handler.get_bound_panel(instance=mine, request=view.request, form=None)
    compared = [compare(theirs, mine) for compare in panel.get_comparison()]
    return [one for one in compared if one.has_changed()]


def _typed(view: Any) -> Iterator[tuple[str, str]]:
    """Yield all that the form sent, as if it had been opened after the other's save."""
    for name, values in view.request.POST.lists():
        if name not in _OWN | _BASE:
            yield from ((name, value) for value in values)
    yield "loaded_revision_id", str(view.latest_revision.pk)
    yield "loaded_revision_created_at", view.latest_revision_created_at
