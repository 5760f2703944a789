"""The report on rights: published stories whose pictures may no longer stand there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.models import ReferenceIndex

from roznama.newsroom.models import ArticlePage, LiveUpdate, NewsImage
from roznama.newsroom.pictures.rights import usable

SOON = 14
"""Days before the rights end from which a picture is told of."""


@dataclass(frozen=True, slots=True)
class Row:
    """A picture with the published stories that have it."""

    image: NewsImage
    has_ended: bool
    stories: tuple[ArticlePage, ...]


def rows(pictures: QuerySet[NewsImage], day: date | None = None) -> list[Row]:
    """Return those of some pictures whose rights have ended, or soon will, or that are barred.

    Those that stand in published stories come first; four queries whatever there is.
    """
    today = day or localdate()
    soon = date.fromordinal(today.toordinal() + SOON)
    images = pictures.filter(~usable(soon)).order_by("rights_end", "title")
    uses = _uses([image.pk for image in images])
    found = [Row(image, _ended(image, today), tuple(uses.get(image.pk, ()))) for image in images]
    return sorted(found, key=lambda row: not row.stories)


def _ended(image: NewsImage, today: date) -> bool:
    return image.is_barred or (image.rights_end is not None and image.rights_end < today)


def _uses(images: list[int]) -> dict[int, list[ArticlePage]]:
    pairs = {*_references(images), *_updates(images)}
    ids = {story for _, story in pairs}
    stories = ArticlePage.objects.live().filter(pk__in=ids).in_bulk()
    found: dict[int, list[ArticlePage]] = {}
    for image, story in sorted(pairs):
        if story in stories:
            found.setdefault(image, []).append(stories[story])
    return found


def _references(images: list[int]) -> Iterator[tuple[int, int]]:
    """Yield picture and page wherever Wagtail has noted that the one is in the other."""
    to = ReferenceIndex._get_base_content_type(NewsImage)
    wanted = Q(to_content_type=to, to_object_id__in=[str(pk) for pk in images])
    base = ReferenceIndex._get_base_content_type(ArticlePage)
    places = ReferenceIndex.objects.filter(wanted, base_content_type=base)
    for image, page in places.values_list("to_object_id", "object_id"):
        yield int(image), int(page)


def _updates(images: list[int]) -> Iterator[tuple[int, int]]:
    """Yield picture and story wherever an update of its live coverage shows the picture."""
    shown = LiveUpdate.objects.filter(image__in=images, removed_at=None)
    yield from shown.values_list("image", "coverage__article")


class RightsView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """The report, for whoever may put pictures into stories: of the pictures they may choose."""

    model = NewsImage
    any_permission_required = ["choose", "change"]
    template_name = "newsroom/pictures/rights.html"
    page_title = _("Rights of pictures")
    header_icon = "image"

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        """Add the pictures."""
        pictures = self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, self.any_permission_required
        )
        return {**super().get_context_data(**kwargs), "rows": rows(pictures), "soon": SOON}
