"""Reading time: how long a reader is likely to need for a text."""

import math

from roznama.urdu.segmentation.tokenizer import kinds

WORDS_PER_MINUTE = 180
"""Silent reading of Urdu news by adults: an estimate, see `reading_time`."""

_READ = frozenset({"word", "latin", "number"})  # the tokens that take time


def reading_time(text: str) -> int:
    """Whole minutes that an adult needs to read `text` in silence: rounded up, at least 1.

    Words of any script and numbers count; punctuation, addresses and emoji take no time.

    The rate of 180 words a minute is an estimate: no published rate for Urdu news was found.
    It rests on two studies. Brysbaert (2019, Journal of Memory and Language 109, 104047) puts
    most adults between 175 and 300 words a minute for English non-fiction, with other
    languages lower the more words they need for the same message, as Urdu does with its
    postpositions and compound verbs. Trauzettel-Klosinski and Dietz (2012, IOVS 53, 5452)
    measured 184 ± 29 words a minute, read aloud, over 17 languages (Urdu not among them).
    """
    return reading_minutes(word_count(text))


def reading_minutes(words: int) -> int:
    """Whole minutes that an adult needs for so many words: rounded up, at least 1."""
    return max(1, math.ceil(words / WORDS_PER_MINUTE))


def word_count(text: str) -> int:
    """How many words and numbers `text` has."""
    return sum(kind in _READ for kind in kinds(text))
