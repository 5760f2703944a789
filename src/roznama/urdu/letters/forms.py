"""Presentation forms: letters by their shape (initial, final, ligature) as the letters they are."""

import re
import unicodedata

KEPT_SIGNS = "\ufdfa\ufdfb\ufdfc\ufdfd"
"""ﷺ ﷻ ﷼ ﷽: signs that Unicode would unfold to whole phrases."""

ALLAH = "\ufdf2"
FORMS = re.compile(
    f"ا?{ALLAH}|[\ufb50-\ufdff\ufe70-\ufefc\u2000-\u200a\u202f\u205f\u3000\u2028\u2029]"
)
"""Forms, and the spaces of other widths. ﷲ is often typed after an alif of its own."""


def plain_form(match: re.Match[str]) -> str:
    """What stands for a match of `FORMS`."""
    sign = match.group()
    if sign.endswith(ALLAH):
        return "اللہ"
    if sign in "\u2028\u2029":
        return "\n"
    if sign in KEPT_SIGNS or unicodedata.category(sign) == "Cn":
        return sign
    # Forms of a lone mark unfold to a space and the mark; the space is not the writer's.
    return unicodedata.normalize("NFKC", sign).lstrip() or " "


def unfold(text: str) -> str:
    """`text` with plain letters and spaces for all forms."""
    return FORMS.sub(plain_form, text)
