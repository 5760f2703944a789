"""The house form of a text (first version: letters only)."""

from roznama.urdu.letters.folding import urdu_letters


def normalize(text: str) -> str:
    """`text` in the house form for publication."""
    return urdu_letters(text)
