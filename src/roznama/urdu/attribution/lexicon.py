"""The lexicon of attribution: cues, word classes and outlets, as the data files have them."""

from functools import cache
from itertools import product
from typing import NamedTuple

from roznama.urdu.letters.folding import fold
from roznama.urdu.tables import rows


class Pattern(NamedTuple):
    """The words of a cue in one of its forms.

    `form` is "perfective", "imperfective" or "stem" for verbs, "noun" for the rest.
    """

    keys: tuple[str, ...]
    kind: str
    form: str


def key_of(word: str) -> str:
    """The search form of `word`, but کھا (eaten) stays apart from کہا (said)."""
    key = fold(word)
    return key.replace("کہ", "کھ", 1) if "کھ" in word else key


def _keys(words: str) -> list[str]:
    return [key_of(word) for word in words.split()]


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of a class of `data/phrase_words.tsv`."""
    return frozenset(key for kind, words in rows("phrase_words") if kind == name
                     for key in _keys(words))  # fmt: skip


@cache
def glued() -> dict[str, tuple[str, str]]:
    """Words typed as one, and the two that they are."""
    pairs = (
        pair for first, others in rows("glued") for pair in product(_keys(first), _keys(others))
    )
    return {first + second: (first, second) for first, second in pairs}


@cache
def not_sources() -> frozenset[tuple[str, ...]]:
    """Heads that make کے مطابق name no source, each as its keys."""
    return frozenset(tuple(_keys(words)) for (words,) in rows("not_sources"))


@cache
def patterns() -> dict[str, list[Pattern]]:
    """The forms of every cue by their first key, longer ones first."""
    found: dict[str, list[Pattern]] = {}
    for kind, words in rows("cues"):
        for pattern in _forms(kind, _keys(words)):
            found.setdefault(pattern.keys[0], []).append(pattern)
    for several in found.values():
        several.sort(key=lambda pattern: -len(pattern.keys))
    return found


def _forms(kind: str, keys: list[str]) -> list[Pattern]:
    if kind not in ("says", "announces", "deemed", "denies", "emerges"):
        return [Pattern(tuple(keys), kind, "noun")]
    return [
        Pattern((*keys[:-1], form), kind, name)
        for name, forms in _verb_forms()[keys[-1]].items()
        for form in forms
    ]


@cache
def _verb_forms() -> dict[str, dict[str, list[str]]]:
    return {
        key_of(infinitive): {
            "perfective": _keys(perfective),
            "imperfective": _keys(imperfective),
            "stem": _keys(stem),
        }
        for infinitive, perfective, imperfective, stem in rows("verb_forms")
    }


@cache
def outlet_names() -> dict[str, list[tuple[str, ...]]]:
    """The names of known outlets as keys, by their last key, longer ones first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name, aliases, *_ in rows("outlets"):
        for alias in (name, *aliases.split("|")):
            if keys := tuple(_keys(alias)):
                found.setdefault(keys[-1], []).append(keys)
    for several in found.values():
        several.sort(key=len, reverse=True)
    return found
