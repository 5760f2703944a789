"""Grammar: which Urdu words end a clause, and which cannot."""

import re
from functools import cache, lru_cache

from roznama.copydesk.copy import key_of
from roznama.copydesk.tables import word_class
from roznama.urdu.numbers.lexicon import meanings
from roznama.urdu.roman.letters import LETTER_NAMES
from roznama.urdu.spelling.lexicon import is_listed
from roznama.urdu.stemming.stems import stem

_LAST_WORD = re.compile("[\\w\\u064b-\\u065f\\u0670\\u200c]+$")
_INFINITIVE, _PARTICIPLE = "نا", "تا"
_SHORTEST_GLUED = 4  # letters
_LETTERS = frozenset(map(key_of, LETTER_NAMES))

FORMS = ("masculine", "feminine", "plural", "stem", "verb", "-")
"""What may have to stand before a cut verb (see `has_form`)."""


def last_word(text: str) -> str:
    """The word that `text` ends with, "" when it ends otherwise."""
    found = _LAST_WORD.search(text)
    return found.group() if found else ""


def in_class(kind: str, word: str) -> bool:
    """Whether `word` is in the class `kind` of data/grammar.tsv, or a "letter"'s name."""
    key = key_of(word)
    return key in _LETTERS if kind == "letter" else key in word_class("grammar", kind)


@cache
def number_keys() -> frozenset[str]:
    """The search forms of words that are, or may be part of, a number."""
    return frozenset(map(key_of, meanings()))


def is_light_noun(word: str) -> bool:
    """Whether `word` is a noun that makes a verb with کی: ملاقات کی, حمایت کی."""
    return key_of(word) in word_class("grammar", "light_noun")


@lru_cache(maxsize=20_000)
def ends_clause(word: str) -> bool:
    """Whether `word` is a finite verb, an auxiliary, or another word that a sentence ends with."""
    key = key_of(word)
    if key in word_class("grammar", "dangling"):
        return False
    if key in word_class("grammar", "finite") or (len(key) > 2 and is_verb(key)):
        return True
    is_glued = len(key) > _SHORTEST_GLUED and not is_listed(word)
    return is_glued and key.endswith(tuple(word_class("grammar", "glued_end")))


@lru_cache(maxsize=20_000)
def is_verb(key: str) -> bool:
    """Whether `key` (search form) is a form of a verb that the engine knows."""
    if key.endswith("نے") or key in word_class("grammar", "no_verb"):
        return False
    return stem(key).endswith(_INFINITIVE)


def is_stem(key: str) -> bool:
    """Whether `key` (search form) is the stem of a verb that the engine knows."""
    return is_verb(key + _PARTICIPLE)


@lru_cache(maxsize=20_000)
def has_form(word: str, form: str) -> bool:
    """Whether `word` is a verb in a form that data/cut_verbs.tsv asks for."""
    key = key_of(word)
    if form == "-":
        return True
    if form in ("masculine", "feminine", "plural"):
        if form == "plural" and _plural_of(key) in word_class("grammar", "masculine"):
            return True
        return key in word_class("grammar", form) or (form == "masculine" and _is_causative(key))
    if form == "stem":
        return key in word_class("grammar", "stem")
    return is_verb(key)


def _plural_of(key: str) -> str:
    """What a perfective in -e is the plural of: مارے of مارا."""
    return key[:-1] + "ا" if len(key) > 2 and key.endswith("ے") else ""


def _is_causative(key: str) -> bool:
    """Whether `key` is a perfective in -aya, as بتایا and بنایا are."""
    return len(key) > 3 and key.endswith("ایا") and is_verb(key)
