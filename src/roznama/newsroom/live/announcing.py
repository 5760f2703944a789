"""Taking a coverage's pages along when its story goes from readers, however it goes."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import pre_delete
from wagtail.signals import page_unpublished

from roznama.changes.log import record
from roznama.newsroom import keys
from roznama.newsroom.models import ArticlePage, LiveCoverage
from roznama.newsroom.models.live import page_of


def connect() -> None:
    """Listen."""
    page_unpublished.connect(_goes)
    pre_delete.connect(_goes, ArticlePage)


def _goes(instance: Any, **kwargs: Any) -> None:
    """Let no page of older updates be handed out until it has been looked at again."""
    if not isinstance(instance, ArticlePage):
        return
    coverage = LiveCoverage.objects.filter(article=instance.pk).first()
    if coverage is None or not coverage.last_number:
        return
    pages = range(2, page_of(coverage.last_number) + 1)
    read = (keys.withdrawn(keys.coverage_page(instance.pk, page)) for page in pages)
    record([keys.coverage(instance.pk), *read])
