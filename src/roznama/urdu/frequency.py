"""How often Urdu words are used, as wordfreq counts them."""

from functools import cache

from roznama.urdu.letters.normalizing import normalize


@cache
def frequencies() -> dict[str, float]:
    """Urdu words in the house form with their share of running text, 0 to 1.

    About 23,000 words from wordfreq (Speer 2022, Zenodo 7199437): Wikipedia, subtitles, news,
    books, the web and Twitter. Spellings that the house form makes one are added up.
    """
    import wordfreq  # half of the package's start-up time, and few callers need it

    shares: dict[str, float] = {}
    for word, share in wordfreq.get_frequency_dict("ur", wordlist="best").items():
        house = normalize(word)
        shares[house] = shares.get(house, 0.0) + share
    return shares


def frequency(word: str) -> float:
    """The share of `word` (house form) in running Urdu text; 0.0 for an unknown word."""
    return frequencies().get(word, 0.0)
