"""The dialogs for links, with labels: Wagtail makes theirs from the English names of the fields."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views import chooser

_LABELS = {
    "link_text": _("Words of the link"),
    "email_address": _("E-mail address"),
    "phone_number": _("Telephone number"),
    "subject": _("Subject of the e-mail"),
    "body": _("Text of the e-mail"),
}


def _labelled(form: type[forms.Form]) -> type[forms.Form]:
    class Labelled(form):  # type: ignore[valid-type, misc]
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            for name, label in _LABELS.items():
                if name in self.fields:
                    self.fields[name].label = label

    return Labelled


def _address(kind: str, view: Any) -> URLPattern:
    labelled: Any = type(view.__name__, (view,), {"form_class": _labelled(view.form_class)})
    return path(f"choose-{kind}-link/", require_admin_access(labelled.as_view()))


# Under the newsroom's, in the place of Wagtail's.
urlpatterns = [
    _address("external", chooser.ExternalLinkView),
    _address("email", chooser.EmailLinkView),
    _address("phone", chooser.PhoneLinkView),
    _address("anchor", chooser.AnchorLinkView),
]
