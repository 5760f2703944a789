"""Threads: the stories that tell one running event, together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from roznama.changes.log import record
from roznama.newsroom import keys
from roznama.newsroom.models import ArticlePage, StoryNumber
from roznama.urdu.slugs import slug


class Thread(models.Model):
    """A running event. Its address is made once and stays whatever the name becomes."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("address"), max_length=80, unique=True, editable=False)
    is_named_by_editor = models.BooleanField(default=False, editable=False)
    """Otherwise the name may follow the headlines as stories join."""

    merged_into = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )
    """Where its stories went; its address leads there."""

    created = models.DateTimeField(_("since"), auto_now_add=True)

    class Meta:
        verbose_name = _("thread")
        verbose_name_plural = _("threads")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with an address that no other thread has."""
        if not self.slug:
            self.slug = f"{slug(self.name)}-{StoryNumber.take()}"
        super().save(*args, **kwargs)

    @property
    def path(self) -> str:
        """The path of its page; the paper's room answers there."""
        return reverse("thread", args=[self.slug])

    def tell(self, moved: Iterable[int] = ()) -> None:
        """Write into the change log that readers may see the thread differently.

        `moved` are the stories that have joined or left: their pages did not, or no longer,
        show the thread.
        """
        own = [keys.thread(self.pk), keys.THREADS]
        record([*own, *map(keys.related, moved)], [self.path])


class ThreadStory(models.Model):
    """A story's place: in one thread, or out of all because an editor took it out.

    A story has one place at most; the database sees to that, whoever else is at it. Without a
    thread an editor has deleted it, which says the same as `removed`.
    """

    thread = models.ForeignKey(Thread, on_delete=models.SET_NULL, null=True, related_name="places")
    story = models.OneToOneField(ArticlePage, on_delete=models.CASCADE, related_name="thread_place")
    added_by_editor = models.BooleanField(default=False)
    removed = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.story_id} in {self.thread_id}"
