"""Misspellings: words that no lexicon has and a frequent word explains."""

from collections import Counter
from dataclasses import dataclass

from roznama.urdu.spelling.inflections import is_accepted, is_inflected, is_usual
from roznama.urdu.spelling.lexicon import (
    is_listed,
    listed_words,
    names,
    share,
    slips,
    tanwin_words,
)
from roznama.urdu.spelling.name_marks import stands_as_name
from roznama.urdu.spelling.suggestions import suggestions
from roznama.urdu.spelling.wording import Word, words_of

_SURE = 0.3  # the score from which on a suggestion is worth an editor's time
_SURE_SHORT = 0.4  # the same for the shortest words
_SURE_NO_COMPOUND = 1.5  # the same for what may be two words typed as one
_SURE_NO_FORM = 1.65  # and for what may be an inflected form
_NAME = 0.95  # how much more it takes where a name is likely
_IN_TEXT = 0.4  # how much the text itself speaks for a word that it uses
_CLOSE = 0.7  # suggestions so near to the best one are told too
_OFTEN, _MORE = 1e-5, 50  # a share of running text; how many times as often as its slip
_POETIC = ("داں", "زباں", "نشاں", "جاں", "خاں", "ایماں", "انساں")  # endings of words that verse has
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
    if known := _known_slip(words[at]):
        return known
    if not _SHORTEST <= len(form) <= _LONGEST or counts[form] > 1 or is_listed(form):
        return ()
    if is_accepted(form):
        return _meant_by_form(form)
    needed = (_SURE if len(form) > _SHORTEST else _SURE_SHORT) + (
        _NAME if stands_as_name(words, at) else 0.0
    )
    scored = sorted(
        ((one.score + _IN_TEXT * (one.word in counts), one.word) for one in suggestions(form)),
        reverse=True,
    )
    if not scored or scored[0][0] < needed:
        return ()
    return tuple(word for score, word in scored if score > scored[0][0] - _CLOSE)[:_MOST]


def _known_slip(word: Word) -> tuple[str, ...]:
    """What a slip stands for that is known by list or by a letter that cannot stand there."""
    if word.form in slips():
        return slips()[word.form]
    if word.form in tanwin_words() and "ً" not in word.house:
        return (tanwin_words()[word.form],)
    right = _with_right_noon(word.form)
    return (right,) if right else ()


def _with_right_noon(form: str) -> str:
    """`form` with ن where ں cannot stand: inside a word (مںظور), and in no poetry (افغانستاں)."""
    if not _SHORTEST <= len(form) <= _LONGEST or form.endswith(_POETIC) or "ں" not in form:
        return ""
    right = form.replace("ں", "ن")
    if "ں" in form[:-1] and form[-1] != "ں" and not form.endswith("ںکہ"):
        return right if is_usual(right) else ""
    if form in names() or form in listed_words() or "ں" in form[:-1]:
        return ""
    return right if share(right) >= max(_OFTEN, _MORE * share(form)) else ""


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
