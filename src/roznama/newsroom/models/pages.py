"""What all our pages have in common."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.validators import validate_slug
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page, PagePermissionTester

from roznama.newsroom.writing.limits import speak_plainly
from roznama.urdu.slugs import slug


class PaperPageForm(WagtailAdminPageForm):
    """The editor's form: the address may stay empty, the page makes one; it is Latin."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            speak_plainly(field)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].validators.append(validate_slug)


class PaperPage(Page):
    """A page that the paper's room lays out and whose address is Latin.

    The newsroom may not import the room that lays pages out, so the setting
    ROZNAMA_PAGE_VIEW names a view that takes the request and the page.
    Previews come the same way.
    """

    base_form_class = PaperPageForm

    class Meta:
        abstract = True

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        """Return what somebody may do with this page, by their role at its desk."""
        from roznama.newsroom.flow.permissions import DeskTester  # noqa: PLC0415

        return DeskTester(user, self)

    def get_admin_display_title(self) -> str:
        """Return the draft's headline; in choosers, others' stories go by the published one."""
        if getattr(self, "is_foreign", False):
            return str(self.title)
        return str(super().get_admin_display_title())

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer a reader's request for this page."""
        view = import_string(settings.ROZNAMA_PAGE_VIEW)
        response: HttpResponse = view(request, self)
        return response

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Answer an editor who previews this page: as readers will see it."""
        return self.serve(request)

    def new_slug(self) -> str:
        """Return the address for a page that has none, made from its title."""
        return slug(self.title)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Validate before publishing."""
        self._fill_slug()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        """Validate a draft."""
        self._fill_slug()
        super().minimal_clean()

    def _fill_slug(self) -> None:
        if self.title and not self.slug:  # type: ignore[has-type]
            self.slug = self.new_slug()
