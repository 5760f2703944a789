"""What all our pages have in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.validators import validate_slug
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page, PagePermissionTester

from roznama.newsroom.pointing import without_gone
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


_SET_BY_WAGTAIL = frozenset(
    (
        "content_type",
        "latest_revision",
        "live_revision",
        "locale",
        "owner",
        "path",
        "translation_key",
    )
)
"""What nobody types: keys that the database holds to what is there, or to be unique."""


_KEPT = dict.fromkeys(
    ("alias_of", "content_type", "latest_revision", "locale", "locked_by", "owner")
)
"""What a page has from its own row, whatever a revision says: not worth a look whether it is there.

Wagtail's `Page.with_content_json` names them and puts the row's in.
"""


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

    @classmethod
    def from_serializable_data(
        cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False
    ) -> Any:
        """Return the page as a revision's data have it, without what is gone meanwhile."""
        if check_fks:
            data = without_gone(cls, data)
        return super().from_serializable_data(data, check_fks=False, strict_fks=strict_fks)

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """Return the page as a revision has it."""
        return super().with_content_json(content | _KEPT)

    def full_clean(self, exclude: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Validate before publishing; of a page that is there already, what can be typed."""
        self._fill_slug()
        left_out = set(exclude or ())
        if not self._state.adding:
            left_out |= _SET_BY_WAGTAIL
        super().full_clean(exclude=left_out, **kwargs)

    def minimal_clean(self) -> None:
        """Validate a draft."""
        self._fill_slug()
        super().minimal_clean()

    def _fill_slug(self) -> None:
        if self.title and not self.slug:  # type: ignore[has-type]
            self.slug = self.new_slug()
