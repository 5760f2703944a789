"""The lexicon: how frequent words and names are written in Latin letters."""

from functools import cache

from roznama.urdu.roman.letters import DAGGER
from roznama.urdu.tables import rows


@cache
def lexicon() -> dict[str, str]:
    """Urdu words and phrases (in the house form) to Latin, as `data/roman.tsv` has them.

    A word spelled with a dagger alif is there without it too: many writers leave it out.
    """
    entries = {row[0]: row[1] for row in rows("roman")}
    return {urdu.replace(DAGGER, ""): latin for urdu, latin in entries.items()} | entries


# Endings by which a word unknown to the lexicon is a form of a known one, longer ones first.
_ENDINGS = {
    "یاں": "iyan",
    "یوں": "iyon",
    "وں": "on",
    "یں": "en",
    "ات": "at",
    "انہ": "ana",
    "ز": "s",  # the English plural: بولرز, bowlers
    "ی": "i",
    "ے": "e",
}
_SHORTEST_STEM = 3


def inflected(word: str) -> str | None:
    """The Latin form of an inflected word whose base is in the lexicon, or None.

    عدالتوں is adalat + on; a base in -a gives it up first: ہفتوں is haft(a) + on.
    """
    for ending, latin in _ENDINGS.items():
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _SHORTEST_STEM:
            continue
        if base := _base(stem, ending):
            return base + latin
    return None


def _base(stem: str, ending: str) -> str | None:
    known = lexicon()
    for final in ("ا", "ہ"):
        latin = known.get(stem + final, "")
        if ending in ("ے", "وں") and latin.endswith("a"):
            return latin[:-1]
    if ending in ("یاں", "یوں") and known.get(stem + "ی", "").endswith("i"):
        return known[stem + "ی"][:-1]
    return known.get(stem) if ending != "ے" else None
