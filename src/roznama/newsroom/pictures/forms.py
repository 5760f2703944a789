"""The form of a picture."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from wagtail.admin.widgets import AdminDateInput
from wagtail.images.forms import BaseImageForm

from roznama.newsroom.models.licence import Licence
from roznama.newsroom.pictures.crops import CROPS
from roznama.newsroom.pictures.reading import PictureField


class PictureForm(BaseImageForm):
    """Licences come from the house's list; crops are shown while the focal point is set."""

    class Media:
        js = ["newsroom/pictures/crops.js"]
        css = {"all": ["newsroom/pictures/pictures.css"]}

    class Meta(BaseImageForm.Meta):
        widgets = {
            **BaseImageForm.Meta.widgets,
            "rights_end": AdminDateInput,
            **{crop.field: forms.HiddenInput for crop in CROPS.values()},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "licence" in self.fields:
            self.fields["licence"].widget = forms.Select(choices=self._licences())
        if "description" in self.fields:
            self.fields["description"].help_text = _(
                "For readers who cannot see it: what is there to be seen? Without this text no "
                "story can have it as its lead picture."
            )
        for crop in CROPS.values():
            if crop.field in self.fields:
                shown = {"name": crop.name, "ratio": crop.ratio, "label": str(crop.label)}
                words = {"own": _("Set by hand"), "reset": _("As the focal point")}
                data = json.dumps({**shown, **words}, ensure_ascii=False)
                self.fields[crop.field].widget.attrs["data-crop"] = data
        if "file" in self.fields:
            given = self.fields["file"]
            self.fields["file"] = PictureField(
                label=given.label, required=given.required, widget=given.widget
            )
            _tell_limits(self.fields["file"])

    def clean_licence(self) -> str:
        """Accept what the list has, and what the picture has had."""
        chosen: str = self.cleaned_data["licence"]
        if chosen not in dict(self._licences()):
            raise ValidationError(_("Choose a licence from the list."))
        return chosen

    def _licences(self) -> list[tuple[str, str]]:
        names = list(Licence.objects.values_list("name", flat=True))
        kept = self.instance.licence
        if kept and kept not in names:
            names.append(kept)
        return [("", _("not chosen yet")), *((name, name) for name in names)]


def _tell_limits(field: Any) -> None:
    """Say what is taken before somebody sends it, and in the same words when it is not."""
    formats = ", ".join(settings.WAGTAILIMAGES_EXTENSIONS).upper()
    kinds = _("Pictures of this kind are not taken. Send one of %s.") % formats
    limits = {
        "formats": formats,
        "bytes": filesizeformat(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE),
        "pixels": settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000,
    }
    field.help_text = (
        _(
            "%(formats)s; up to %(bytes)s and %(pixels)s million pixels. Of a moving picture "
            "readers see the first frame. Place and camera are never shown to readers."
        )
        % limits
    )
    field.error_messages |= {
        "invalid_image": _("This is not a picture, or it is damaged."),
        "invalid_image_extension": kinds,
        "invalid_image_known_format": _(
            "The file's name says %(extension)s, but it holds %(image_format)s."
        ),
        "file_too_many_pixels": _(
            "The picture has %(num_pixels)s pixels; %(max_pixels_count)s is the most."
        ),
        "file_too_large": _("The file has %(file_size)s; %(max_filesize)s is the most."),
        "file_too_large_unknown_size": _("The file is larger than %s.") % limits["bytes"],
    }
