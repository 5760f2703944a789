"""Wagtail's views of a story, with the copy desk beside the form and the guard before the press."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.admin.viewsets.pages import PageViewSet

from roznama.newsroom.checking.doors import approval_held
from roznama.newsroom.checking.guard import PublicationHeld
from roznama.newsroom.checking.panel import CopyDeskPanel
from roznama.newsroom.explorer import SectionFilterSet, SectionIndexView
from roznama.newsroom.flow.conflict import WithConflicts
from roznama.newsroom.flow.locks import StoryUnlockView
from roznama.newsroom.models import ArticlePage
from roznama.newsroom.pictures.doors import hold_approval
from roznama.newsroom.pictures.guard import PicturesHeld
from roznama.newsroom.timing.doors import without_schedule_dialog


class WithCopyDesk:
    """A form's view whose side panels have the copy desk, before the checks."""

    def get_side_panels(self) -> MediaContainer:
        """Add the panel, except where Wagtail renews parts of a form that is already open."""
        panels: MediaContainer = super().get_side_panels()  # type: ignore[misc]
        without_schedule_dialog(panels)
        view: Any = self
        if view.expects_json_response or getattr(view, "hydrate_create_view", False):
            return panels
        parent = getattr(view, "parent_page", None)
        panel = CopyDeskPanel(view.page, view.request, parent_id=parent.pk if parent else None)
        return MediaContainer([*panels, panel])


class StoryCreateView(WithCopyDesk, CreateView):
    """The form of a new story."""

    def publish_action(self) -> HttpResponse:
        """Publish through the revision alone.

        Wagtail's own view makes the row public before the hooks are asked.
        """
        self.form.instance.live = False
        return super().publish_action()


class StoryEditView(WithConflicts, WithCopyDesk, EditView):
    """The form of a story."""

    def perform_workflow_action(self) -> HttpResponse:
        """Ask for the reason where an approval publishes; what was typed is a draft by then."""
        task_state = self.page.current_workflow_task_state
        try:
            return super().perform_workflow_action()
        except PicturesHeld:
            return hold_approval(self.request, self.page)
        except PublicationHeld:
            extra = json.loads(self.request.POST.get("workflow-action-extra-data", "{}"))
            comment = str(extra.get("comment", ""))
            return approval_held(self.page, task_state, comment, self.next_url or "")


class StoryRevertView(WithConflicts, WithCopyDesk, RevisionsRevertView):
    """The form of a story as it was once."""


class StoryWorkflowView(WorkflowActionView):
    """An approval from a list or the dashboard, without the form."""

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask for the reason where the approval publishes."""
        try:
            return super().post(request, *args, **kwargs)
        except PicturesHeld:
            held = hold_approval(request, self.object)
        except PublicationHeld:
            comment = request.POST.get("comment", "")
            held = approval_held(self.object, self.task_state, comment, self.redirect_url)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            done = {"step": "success", "redirect": held["Location"]}
            return self.render_modal_json(request, done)
        return held


class StoryViewSet(PageViewSet):
    """Which views Wagtail uses for stories."""

    model = ArticlePage
    add_view_class = StoryCreateView
    edit_view_class = StoryEditView
    revisions_revert_view_class = StoryRevertView
    workflow_action_view_class = StoryWorkflowView
    unlock_view_class = StoryUnlockView
    index_view_class = SectionIndexView
    filterset_class = SectionFilterSet


story_views = StoryViewSet("story_views")
