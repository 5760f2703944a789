"""Skeletons: what is left of a word when vowels go and letters of one sound are made one."""

from functools import lru_cache

from roznama.urdu.spelling.edits import VOWELS

_SOUNDS = str.maketrans("ثصطٹذضظژحھقڈڑں", "سستتززززہہکدرن")
_SILENT = VOWELS | frozenset("ہع")


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """The consonants of `word` by sound, without doubles: لاوروف is لرف."""
    kept: list[str] = []
    for letter in word.translate(_SOUNDS):
        if letter not in _SILENT and kept[-1:] != [letter]:
            kept.append(letter)
    return "".join(kept)
