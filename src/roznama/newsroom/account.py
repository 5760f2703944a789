"""The first password of someone who came in with a one-time code."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.forms import SetPasswordForm
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import ChangePasswordPanel


class FirstPasswordForm(SetPasswordForm):  # type: ignore[type-arg]
    """Asks for no old password; may stay empty, as the account page has other fields too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = False


class FirstPasswordPanel(ChangePasswordPanel):
    """Wagtail's password panel is for those who have one; this is for those who have none yet."""

    name = "first_password"
    title = _("Set a password")
    form_class = FirstPasswordForm

    def is_active(self) -> bool:
        """Show to accounts without a password only."""
        return not self.user.has_usable_password()
