"""What a line of text may not hold: invisible turns of direction, more letters than fit."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from roznama.urdu.letters.direction import unsafe_direction


def validate_direction(text: str) -> None:
    """Refuse text with invisible signs that turn what stands around it; ValidationError."""
    if found := unsafe_direction(text):
        names = ", ".join(f"U+{ord(sign):04X}" for sign in found)
        message = _(
            "An invisible sign in this text turns the direction of letters (%(signs)s). "
            "Remove it; the rest of the text stays as it is."
        )
        raise ValidationError(message, code="direction", params={"signs": names})


def speak_plainly(field: forms.Field) -> None:
    """Let a form's text field refuse such signs, and say in our words what is too long."""
    if isinstance(field, forms.CharField):
        field.validators.append(validate_direction)
        field.error_messages["max_length"] = _(
            "At most %(limit_value)d letters fit here; these are %(show_value)d. "
            "Nothing was cut off."
        )
