"""People whose names stand over stories."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from roznama.newsroom.models.images import NewsImage
from roznama.urdu.slugs import slug


class Author(index.Indexed, models.Model):  # type: ignore[django-manager-missing]
    """A byline: a reporter, an editor, or an agency desk."""

    name = models.CharField(_("name"), max_length=100)
    slug = models.SlugField(
        _("address"),
        max_length=60,
        unique=True,
        blank=True,
        help_text=_("Latin letters; made from the name when left empty."),
    )
    role = models.CharField(_("role"), max_length=100, blank=True)
    bio = models.TextField(_("about"), blank=True)
    portrait = models.ForeignKey(
        NewsImage,
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("role"),
        FieldPanel("bio"),
        FieldPanel("portrait"),
        FieldPanel("slug"),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Save, with an address that no other author has."""
        if not self.slug:
            self.slug = free_slug(type(self), slug(self.name), self.pk)
        super().save(*args, **kwargs)  # type: ignore[arg-type]


def free_slug(model: type[models.Model], base: str, own_id: int | None = None) -> str:
    """Return `base`, or `base-2`, `base-3`, …: the first that no other row of the model has."""
    others = model._default_manager.exclude(pk=own_id)
    taken = set(others.filter(slug__startswith=base).values_list("slug", flat=True))
    candidate, number = base, 1
    while candidate in taken:
        number += 1
        candidate = f"{base}-{number}"
    return candidate
