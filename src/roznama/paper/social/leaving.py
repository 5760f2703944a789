"""Removing the cards of stories that readers may not see any more, at once.

Whoever takes a story away removes its cards with the commit; a card that is being drawn in that
moment removes itself (`making.py`), and what is left then the printer removes.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import PageViewRestriction

from roznama.newsroom.models import ArticlePage
from roznama.newsroom.pictures.withdrawing import drop_leftovers
from roznama.paper.social.noting import forget


def connect() -> None:
    """Listen to what takes a story away from readers."""
    post_save.connect(_story_saved, ArticlePage)
    post_delete.connect(_story_gone, ArticlePage)
    post_save.connect(_restricted, PageViewRestriction)


def take_away(story: int) -> None:
    """Remove what is left of a withdrawn story's cards and pictures. For the printer."""
    found = ArticlePage.objects.filter(pk=story).first()
    if found is None or not found.live:
        forget(story)
    if found is not None and not found.live:
        drop_leftovers(found)


def _story_saved(instance: ArticlePage, raw: bool = False, **kwargs: Any) -> None:
    if not instance.live and not raw:
        _forget_soon(instance.pk)


def _story_gone(instance: ArticlePage, **kwargs: Any) -> None:
    _forget_soon(instance.pk)


def _restricted(instance: PageViewRestriction, **kwargs: Any) -> None:
    below = ArticlePage.objects.descendant_of(instance.page, inclusive=True).live()
    for pk in below.values_list("pk", flat=True):
        _forget_soon(pk)


def _forget_soon(story: int) -> None:
    transaction.on_commit(partial(forget, story), robust=True)
