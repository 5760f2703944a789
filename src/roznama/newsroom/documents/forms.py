"""The form of a document."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from wagtail.documents.forms import BaseDocumentForm

from roznama.newsroom.documents.reading import fault_of


class DocumentForm(BaseDocumentForm):
    """Wagtail's form, which goes by a file's name alone; this one looks into the file."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"].widget.attrs["accept"] = "application/pdf,.pdf"
            self.fields["file"].help_text = _(
                "PDF, up to %(size)s. Readers can open it once a published page leads to it."
            ) % {"size": filesizeformat(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)}

    def clean_file(self) -> Any:
        """Refuse what is no whole, still PDF."""
        file = self.cleaned_data["file"]
        if file and "file" in self.changed_data and (fault := fault_of(file)):
            raise ValidationError(fault.label, code=fault.value)
        return file
