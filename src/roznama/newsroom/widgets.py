"""Form widgets of the newsroom."""

from django import forms
from django.utils.translation import gettext_lazy as _


class LatinSlugInput(forms.TextInput):
    """A page's address, left empty for one made from the headline.

    Wagtail's own widget copies the headline letter by letter while it is
    typed, which gives nothing for Urdu.
    """

    def __init__(self, attrs: dict[str, object] | None = None) -> None:
        given = {"dir": "ltr", "placeholder": _("made from the headline"), **(attrs or {})}
        super().__init__(attrs=given)
