"""Stop words: function words, which say little by themselves."""

from roznama.urdu.letters.folding import fold
from roznama.urdu.tables import rows

STOP_WORDS: frozenset[str] = frozenset(
    fold(word) for _, words in rows("stop_words") for word in words.split()
)
"""Urdu function words, folded, from `data/stop_words.tsv`; the negations are not among them."""
