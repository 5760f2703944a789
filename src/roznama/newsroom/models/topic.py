"""Tags: the subjects that stories share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager, _ClusterTaggableManager
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


class TopicsManager(_ClusterTaggableManager):
    """A story's tags, as the stock manager has them, with fewer questions to the database."""

    def get_queryset(self, extra_filters: Any = None) -> Any:
        """Return the tags; those of a draft in hand are read together, not one by one."""
        if self.instance is not None and self.get_tagged_item_manager().is_deferring:
            _tags_of(self.get_tagged_item_manager().all())
        return super().get_queryset(extra_filters)

    def set(self, tags: Iterable[Any], **kwargs: Any) -> None:
        """Give the story these tags; the rows of those that it has already stay.

        The stock manager looks each name up and puts new rows for old ones on every save. The
        order says nothing: the form sorts them.
        """
        wanted = {str(tag): tag for tag in tags}
        had = {tag.name for tag in _tags_of(self.get_tagged_item_manager().all())}
        if gone := had - wanted.keys():
            self.remove(*gone)
        if new := [tag for name, tag in wanted.items() if name not in had]:
            self.add(*new)


class TopicsField(ClusterTaggableManager):
    """The field of a story's tags."""

    def __get__(self, instance: Any, model: type[models.Model]) -> TopicsManager:
        """Return the tags of a story, or of all."""
        return TopicsManager(
            through=self.through, model=model, instance=instance, prefetch_cache_name=self.name
        )

    def value_from_object(self, instance: Any) -> list[Topic]:
        """Return the tags that a form shows."""
        return _tags_of(instance.article_topics.all())


def _tags_of(rows: Iterable[ArticleTopic]) -> list[Topic]:
    """Return the tags in these rows, read in one query where they are not read yet."""
    items = list(rows)
    models.prefetch_related_objects(items, "tag")
    return [item.tag for item in items]
