"""A story's form indexes it once, however often it saves it.

The stock index does it after each save. Publishing from the form saves the draft first and the
story then, so all its words were analyzed and written twice, the first time for nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import DatabaseError, transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from modelsearch.signal_handlers import post_delete_signal_handler, post_save_signal_handler

logger = logging.getLogger(__name__)

_waiting: ContextVar[dict[Model, None] | None] = ContextVar("waiting", default=None)


def connect(*models: type[Model]) -> None:
    """Keep the index of these models, which have `search_auto_update` off, up to date."""
    for model in models:
        post_save.connect(_saved, model)
        post_delete.connect(_deleted, model)


@contextmanager
def indexed_once() -> Iterator[None]:
    """Put off the indexing of what is saved inside until the end; leave it where that fails.

    To be used inside a transaction, so that what is found and what is there stay the same.
    """
    mark = _waiting.set({})
    try:
        yield
        for story in _waiting.get() or ():
            _index(story)
    finally:
        _waiting.reset(mark)


def _index(story: Model) -> None:
    """Index a story; where the database refuses that, what was saved stays all the same.

    The stock handler hides what goes wrong. PostgreSQL would then take the whole transaction
    back, and not say so; the savepoint finds it out.
    """
    try:
        with transaction.atomic():
            post_save_signal_handler(story)
    except DatabaseError:
        logger.exception("the search index missed %s %s", story._meta.label, story.pk)


def _saved(instance: Model, raw: bool = False, **kwargs: Any) -> None:
    waiting = _waiting.get()
    if waiting is None or raw:
        post_save_signal_handler(instance, raw=raw)
    else:
        waiting[instance] = None


def _deleted(instance: Model, **kwargs: Any) -> None:
    post_delete_signal_handler(instance)
    (_waiting.get() or {}).pop(instance, None)
