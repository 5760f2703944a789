"""Misspellings: words that no lexicon has and a frequent word explains."""

from collections import Counter
from dataclasses import dataclass

from roznama.urdu.spelling.inflections import is_accepted, is_inflected
from roznama.urdu.spelling.lexicon import is_listed, slips
from roznama.urdu.spelling.name_marks import stands_as_name
from roznama.urdu.spelling.suggestions import suggestions
from roznama.urdu.spelling.wording import Word, words_of

_SURE = 0.45  # the score from which on a suggestion is worth an editor's time
_SURE_NO_COMPOUND = 1.5  # the same for what may be two words typed as one
_SURE_NO_FORM = 1.9  # and for what may be an inflected form
_NAME = 0.8  # how much more it takes where a name is likely
_IN_TEXT = 0.4  # how much the text itself speaks for a word that it uses
_CLOSE = 0.7  # suggestions so near to the best one are told too
_MOST = 3  # suggestions of one word
_SHORTEST = 4  # letters; a shorter word has too many neighbors
_LONGEST = 24  # letters; longer ones are words typed as one


@dataclass(frozen=True)
class Misspelling:
    """A word that is probably misspelled: `text[start:end]`, and what may be meant, best first."""

    text: str
    start: int
    end: int
    suggestions: tuple[str, ...]


def misspellings(text: str) -> list[Misspelling]:
    """The words of `text` that are probably misspelled, in order; offsets into `text` as given.

    A word is told when no list, inflection or compound explains it and a frequent word lies one
    likely slip away (letters swapped, doubled, left out, or of the same sound or look). Names are
    left alone: words that come twice, or stand next to a title or a name. Well-known slips
    (data/spelling_slips.tsv) are told wherever they stand. Never fails; linear.
    """
    return misspellings_among(text, words_of(text))


def misspellings_among(text: str, words: list[Word]) -> list[Misspelling]:
    """What `misspellings` finds, for a caller who has the words of `text` already."""
    counts = Counter(word.form for word in words)
    found = []
    for at, word in enumerate(words):
        meant = _meant(words, at, counts)
        if meant:
            found.append(Misspelling(text[word.start : word.end], word.start, word.end, meant))
    return found


def _meant(words: list[Word], at: int, counts: Counter[str]) -> tuple[str, ...]:
    form = words[at].form
    if form in slips():
        return slips()[form]
    if not _SHORTEST <= len(form) <= _LONGEST or counts[form] > 1 or is_listed(form):
        return ()
    if is_accepted(form):
        return _meant_by_form(form)
    needed = _SURE + (_NAME if stands_as_name(words, at) else 0.0)
    scored = sorted(
        ((one.score + _IN_TEXT * (one.word in counts), one.word) for one in suggestions(form)),
        reverse=True,
    )
    if not scored or scored[0][0] < needed:
        return ()
    return tuple(word for score, word in scored if score > scored[0][0] - _CLOSE)[:_MOST]


def _meant_by_form(form: str) -> tuple[str, ...]:
    """What a form of a word, or two words typed as one, stands for when it is none after all.

    پاکسان may be made of two words, but hardly is. A longer form of what it would stand for
    (ریکارڈڈ) is rather a form.
    """
    found = suggestions(form)
    needed = _SURE_NO_FORM if is_inflected(form) else _SURE_NO_COMPOUND
    if not found or found[0].score < needed or form.startswith(found[0].word):
        return ()
    return (found[0].word,)
