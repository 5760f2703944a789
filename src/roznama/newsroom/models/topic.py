"""Tags: the subjects that stories share."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase

from roznama.urdu.slugs import slug


class Topic(TagBase):
    """A subject, named in Urdu, addressed in Latin letters."""

    free_tagging = True

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name"]

    def slugify(self, tag: str, i: int | None = None) -> str:
        """Return the address of a tag; `i` tells apart two that read alike in Latin."""
        base = slug(tag, limit=60)
        return base if i is None else f"{base}-{i}"


class ArticleTopic(ItemBase):
    """A story's tag."""

    tag = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="article_topics")
    content_object = ParentalKey(
        "newsroom.ArticlePage", on_delete=models.CASCADE, related_name="article_topics"
    )
