"""Whether a story is withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from roznama.newsroom.models import ArticlePage, Kill


class KilledError(PermissionDenied):
    """A withdrawn story was to be published, scheduled or copied."""

    def __init__(self) -> None:
        super().__init__(_("This story was withdrawn. Lift the withdrawal first."))


def kill_of(pk: int | None) -> Kill | None:
    """Return the kill that holds for a story now."""
    from roznama.newsroom.models import Kill  # noqa: PLC0415 - the models stand on this module

    return Kill.objects.filter(article=pk, lifted=None).first() if pk else None


def with_kills(pages: QuerySet[Any]) -> QuerySet[Any]:
    """Let each page of a list know whether it is withdrawn, without a query a row."""
    from roznama.newsroom.models import Kill  # noqa: PLC0415

    kills = Kill.objects.filter(article=OuterRef("pk"), lifted=None)
    return pages.annotate(is_known_killed=Exists(kills))


def refuse_killed(article: ArticlePage) -> None:
    """Raise KilledError where the story is withdrawn."""
    if kill_of(article.pk):
        raise KilledError
