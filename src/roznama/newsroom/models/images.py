"""Pictures with what a newspaper must know of them."""

from __future__ import annotations

import re
import secrets
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image

from roznama.newsroom.pictures.crops import point
from roznama.newsroom.pictures.cutting import CleanFilter

_SECRET = re.compile(r"-[0-9a-f]{16}$")
"""What nobody can guess of a picture's name, at the end of it."""


def validate_point(text: str) -> None:
    """Accept a place in a picture, as `crops.point` reads it."""
    try:
        point(text)
    except ValueError:
        raise ValidationError(_("This is no place in the picture.")) from None


def _focus() -> models.CharField[str, str]:
    """Return a field for the editor's own point of one crop; empty leaves it to the focal area."""
    return models.CharField(max_length=15, blank=True, default="", validators=[validate_point])


class NewsImage(AbstractImage):
    """A picture with its credit, licence and rights, and how its crops are cut.

    Focal point, title and description (the alternative text) are Wagtail's.
    """

    credit = models.CharField(
        _("credit"),
        max_length=150,
        blank=True,
        help_text=_("Who made it. No story with this picture is published without."),
    )
    licence = models.CharField(_("licence"), max_length=100, blank=True)
    source_url = models.URLField(
        _("where it is from"), max_length=500, blank=True, help_text=_("For the desk alone.")
    )
    rights_end = models.DateField(
        _("last day of the rights"),
        null=True,
        blank=True,
        help_text=_("After this day it is no longer offered for stories."),
    )
    is_barred = models.BooleanField(_("may not be used again"), default=False)
    is_decorative = models.BooleanField(
        _("decoration only"),
        default=False,
        help_text=_("It tells nothing that the text does not: no alternative text is needed."),
    )
    focus_card = _focus()
    focus_lead = _focus()
    focus_square = _focus()
    focus_social = _focus()

    admin_form_fields = (
        *Image.admin_form_fields,
        *("is_decorative", "credit", "licence", "source_url", "rights_end", "is_barred"),
        *("focus_card", "focus_lead", "focus_square", "focus_social"),
    )

    def get_upload_to(self, filename: str) -> str:
        """Return where the file goes, under a name that nobody can guess.

        Its sizes are public under that name before the story with it is.
        """
        given = PurePath(super().get_upload_to(filename))
        stem = _SECRET.sub("", given.stem)[:40]  # in Latin letters by now, and may have grown
        return str(given.with_name(f"{stem}-{secrets.token_hex(8)}{given.suffix}"))

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]

    def generate_rendition_file(self, filter: Filter, *, source: Any = None) -> Any:  # noqa: A002
        """Make a size from the bare pixels, for whoever asks: Wagtail's screens as well."""
        return super().generate_rendition_file(CleanFilter(filter.spec), source=source)


class NewsRendition(AbstractRendition):
    """A picture in one size, re-encoded."""

    image = models.ForeignKey(NewsImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)

    def get_upload_to(self, filename: str) -> str:
        """Return where the file goes; Wagtail cuts names so that the secret would be lost."""
        stem = PurePath(self.image.file.name).stem
        if secret := _SECRET.search(stem):
            head = stem.removesuffix(secret[0])[:15] + secret[0]
            parts = (head, self.focal_point_key, self.filter_spec.replace("|", "."))
            filename = ".".join(filter(None, parts)) + PurePath(filename).suffix
        path: str = super().get_upload_to(filename)
        return path

    @staticmethod
    def construct_cache_key(image: Any, filter_cache_key: str, filter_spec: str) -> str:
        """Tell the sizes of a picture apart that has got another name; other processes cache."""
        key = AbstractRendition.construct_cache_key(image, filter_cache_key, filter_spec)
        return f"{key}-{PurePath(image.file.name).stem}"
