"""Marks: the diacritics of the Arabic script."""

_ARABIC_MARKS = (
    *range(0x0610, 0x061B),  # honorific signs and small letters
    *range(0x064B, 0x0660),  # short vowels, tanwin, shadda, combining hamza
    0x0670,  # dagger alif
    *range(0x06D6, 0x06DD),  # signs of the Quran
    *range(0x06DF, 0x06E9),
    *range(0x06EA, 0x06EE),
    *range(0x08CA, 0x08E2),
    *range(0x08E3, 0x0900),
)
MARKS = "".join(map(chr, _ARABIC_MARKS))
"""Every combining mark of the Arabic script, as one string."""

NO_MARKS = dict.fromkeys(_ARABIC_MARKS)


def strip_marks(text: str) -> str:
    """`text` without diacritics: short vowels, shadda, tanwin and other combining marks."""
    return text.translate(NO_MARKS)
