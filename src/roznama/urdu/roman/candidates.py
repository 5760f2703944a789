"""Candidates: the Urdu words that one Latin spelling may stand for, and how likely each is."""

import math
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from roznama.urdu.frequency import frequencies
from roznama.urdu.letters.marks import strip_marks
from roznama.urdu.roman.lexicon import lexicon
from roznama.urdu.roman.spelling_out import spell_out
from roznama.urdu.roman.vocabulary import Vocabulary
from roznama.urdu.tables import rows

Candidate = tuple[str, float]
"""An Urdu word and its weight, 0 to 1."""

# Set on Dakshina's dev words: between .4 and .7 the share does the same good.
_SHARE = 0.6  # how much a word's frequency says, beside its letters
_UNKNOWN = 6e-9  # the share of a word that no list has
_LISTED = 1e-6  # the share of a word that only our own lists have
_LEAST = -4.5  # a letter; .4% of Dakshina's dev spellings are below, 2% of wrong words above
_AGREED = 3.0  # our own tables write the word in just this way


def roman_candidates(
    latin: str, limit: int = 10, vocabulary: Vocabulary | None = None
) -> list[Candidate]:
    """The likeliest Urdu words for the Latin `latin` (one word, a to z), best first.

    With a `vocabulary` only its words: by their letters alone, or frequent ones first where it
    knows their shares (`known_words`). Without, the words of the lexicons, frequent ones first,
    and what the letters make by themselves, which takes three times as long.
    Weights add up to 1 over all that was found. Nothing comes back for what is no such word.
    """
    return list(_weighed(latin, vocabulary)[: max(limit, 0)])


def known_words(counts: Mapping[str, int]) -> Vocabulary:
    """The words of the lexicons and those of an archive, with the shares of both.

    `counts` tells how often each word of the archive stands there. A vocabulary for
    `roman_candidates`; it takes a second to make, so keep it.
    """
    total = sum(counts.values()) or 1
    shares = dict(_shares())
    for word, count in counts.items():
        bare = _squeezed(word)
        shares[bare] = max(shares.get(bare, 0.0), count / total)
    return Vocabulary(shares, shares)


@lru_cache(maxsize=4096)
def _weighed(latin: str, vocabulary: Vocabulary | None) -> tuple[Candidate, ...]:
    if vocabulary is None:
        scores = _ranked(latin, _freely(latin), _shares())
    elif vocabulary.shares:
        scores = _ranked(latin, spell_out(latin, vocabulary), vocabulary.shares)
    else:
        scores = _likely(latin, vocabulary)
    if not scores:
        return ()
    top = max(scores.values())
    shares = {word: math.exp(score - top) for word, score in scores.items()}
    total = sum(shares.values())
    weighed = [(word, share / total) for word, share in shares.items()]
    return tuple(sorted(weighed, key=lambda found: -found[1]))


def _likely(latin: str, vocabulary: Vocabulary) -> dict[str, float]:
    """The words of `vocabulary` that somebody might write so, not just the nearest."""
    least = _LEAST * (len(latin) + 2)
    return {word: score for word, score in spell_out(latin, vocabulary).items() if score > least}


def _freely(latin: str) -> dict[str, float]:
    """What the letters of `latin` make, freely and among known words."""
    found = spell_out(latin)
    for word, score in spell_out(latin, _known_words()).items():
        found[word] = max(score, found.get(word, score))
    return found


def _ranked(
    latin: str, found: Mapping[str, float], shares: Mapping[str, float]
) -> dict[str, float]:
    """Spelled-out words with how usual each is, and what our own tables write so."""
    ranked: dict[str, float] = {}
    for word, score in found.items():
        score += _SHARE * math.log(shares.get(word, _UNKNOWN))  # noqa: PLW2901
        for printed in _printed(word):
            ranked[printed] = score
    floor = max(ranked.values(), default=0.0) - _AGREED / 2
    for word in latin_lexicon().get(latin, ()):
        ranked[word] = max(ranked.get(word, floor), floor) + _AGREED
    return ranked


def _printed(word: str) -> list[str]:
    """How papers print `word`, known without spaces: as one, as two, or in both ways."""
    apart = _apart().get(word)
    if apart is None:
        return [word]
    return [word, apart] if word in frequencies() else [apart]


@cache
def _known_words() -> Vocabulary:
    return Vocabulary(_shares())


@cache
def _shares() -> dict[str, float]:
    """Known words, without spaces and marks, with their share of running text."""
    shares = dict.fromkeys((*map(_squeezed, lexicon()), *_apart()), _LISTED)
    for word, share in frequencies().items():
        bare = _squeezed(word)
        shares[bare] = max(share, shares.get(bare, 0.0))
    return shares


@cache
def _apart() -> dict[str, str]:
    """Words that are printed as two, by how they look as one: اسلامآباد, اسلام آباد."""
    phrases = [*(row[1] for row in rows("joined_words")), *lexicon()]
    phrases += [row[0] for row in rows("roman_typed")]
    return {_squeezed(phrase): phrase for phrase in phrases if " " in phrase}


@cache
def latin_lexicon() -> dict[str, list[str]]:
    """Latin spellings and the Urdu words or phrases that our own tables write so."""
    words: dict[str, list[str]] = defaultdict(list)
    for urdu, typed in rows("roman_typed"):
        for latin in typed.split(", "):
            words[latin.replace("'", "")].append(urdu)
    for urdu, latin in lexicon().items():
        bare = strip_marks(urdu)
        if bare not in words[latin]:
            words[latin].append(bare)
    return dict(words)


def _squeezed(phrase: str) -> str:
    return strip_marks(phrase).replace(" ", "")
