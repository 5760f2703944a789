"""How often Urdu words are used, as wordfreq counts them."""

import unicodedata
from functools import cache


@cache
def counted_shares() -> dict[str, float]:
    """Wordfreq's Urdu words, composed and in Urdu's yeh and kaf, with their shares of text.

    About 23,000 words (Speer 2022, Zenodo 7199437), counted in Wikipedia, subtitles, news,
    books, the web and Twitter. What spellings the house form makes one stand apart here.
    """
    import wordfreq  # noqa: PLC0415 - slow to import, and few callers need it

    shares: dict[str, float] = {}
    for word, share in wordfreq.get_frequency_dict("ur", wordlist="best").items():
        plain = unicodedata.normalize("NFC", word).replace("ي", "ی").replace("ك", "ک")
        shares[plain] = shares.get(plain, 0.0) + share
    return shares


@cache
def frequencies() -> dict[str, float]:
    """Wordfreq's Urdu words in the house form, with their share of running text, 0 to 1.

    Spellings that the house form makes one are added up.
    """
    from roznama.urdu.letters.normalizing import normalize  # noqa: PLC0415 - it needs this file

    shares: dict[str, float] = {}
    for word, share in counted_shares().items():
        house = normalize(word)
        shares[house] = shares.get(house, 0.0) + share
    return shares


def frequency(word: str) -> float:
    """The share of `word` (house form) in running Urdu text; 0.0 for an unknown word."""
    return frequencies().get(word, 0.0)
