"""Sounds: the steps between Urdu letters and Latin ones, and the vowels nobody writes."""

from dataclasses import dataclass

from roznama.urdu.roman.letters import AFTER_LONG, CLUSTERS


@dataclass
class Sound:
    """A consonant and the vowel after it, both in Latin letters; either may be empty."""

    consonant: str
    vowel: str | None = None  # None: not known yet, "": certainly none
    letter: str = ""  # the Urdu letter of the consonant
    long: bool = False  # whether the vowel is a written one

    def lengthen(self, vowel: str) -> None:
        """Give the sound a vowel that stands as a letter in the word."""
        self.vowel, self.long = vowel, True


def fill_vowels(sounds: list[Sound]) -> None:
    """Decide every unknown vowel of a word: "a", "e" before a closing h, or none.

    From the end: the last consonant has none, the one before it usually has one, and inside
    the word a vowel goes where both neighbors have theirs (karana is said karna). This is
    the rule of schwa deletion known from Hindi, with Urdu's final clusters.
    """
    for at in range(len(sounds) - 1, -1, -1):
        if sounds[at].vowel is None:
            sounds[at].vowel = _unwritten_vowel(sounds, at)


def _unwritten_vowel(sounds: list[Sound], at: int) -> str:
    after = sounds[at + 1 : at + 3]
    if not after:
        return "" if at else "a"
    if at == 0:
        return _first_vowel(sounds)
    if not after[0].vowel and _is_cluster(sounds, at):
        return ""
    if len(after) == 1 and not after[0].vowel:
        return "a"
    between_vowels = after[0].vowel and sounds[at - 1].vowel != ""
    return "" if between_vowels else "a"


def _is_cluster(sounds: list[Sound], at: int) -> bool:
    pair = sounds[at].letter + sounds[at + 1].letter
    return pair in CLUSTERS and (pair[0] in AFTER_LONG or not sounds[at - 1].long)


def _first_vowel(sounds: list[Sound]) -> str:
    closed_by_h = len(sounds) > 2 and sounds[1].consonant == "h" and not sounds[1].vowel
    return "e" if closed_by_h and sounds[0].consonant else "a"
