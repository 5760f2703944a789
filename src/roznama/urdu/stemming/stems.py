"""Stems: the base form that a word's inflected forms share.

A light stemmer with a word list behind it: an ending comes off only when the rest (with the
vowel that the ending replaced) is a word that wordfreq knows, so حملہ and حمل stay two words.
The base form is itself a word (the singular, the infinitive), never a stump.
"""

from functools import cache, lru_cache

from roznama.urdu.frequency import counted_shares
from roznama.urdu.letters.folding import fold
from roznama.urdu.tables import rows

_STEPS = 3  # احکامات, احکام, حکم

_VERB_ENDINGS = (
    "نا", "نے", "نی", "تا", "تی", "تے", "تیں", "ییں", "یے", "یی", "یا", "یو", "وں", "یں", "ا", "ی",
    "ے", "و",
)  # fmt: skip
"""Endings of verbs, folded: infinitive, imperfective, perfective, subjunctive, imperative."""

_NOUN_ENDINGS: tuple[tuple[str, tuple[str, ...], int], ...] = (
    ("یوں", ("ی", "یا"), 2),
    ("یاں", ("ی", "یا"), 2),
    ("ووں", ("و", ""), 2),
    ("وں", ("ہ", "ا", "", "اں"), 2),
    ("ییں", ("", "ی"), 2),
    ("یں", ("", "اں"), 2),
    ("یات", ("یت", "ی", "یہ"), 3),
    ("ات", ("", "ہ", "ت"), 3),
    ("گان", ("ہ",), 3),
    ("ین", ("", "ہ"), 4),
    ("یز", ("ی",), 3),
    ("ز", ("",), 3),
    ("ے", ("ہ", "ا"), 2),
)
"""Endings of nouns, folded; what may stand in their place; the fewest letters before them."""


_SURE = {"یوں": ("ی", 2), "یاں": ("ی", 2), "وں": ("", 4), "یں": ("", 4), "ییں": ("", 3)}
"""Endings that come off unknown words too: what takes their place, the fewest letters left."""


@cache
def _known() -> dict[str, float]:
    """The folded words of the word list, with their shares."""
    shares: dict[str, float] = {}
    for word, share in counted_shares().items():
        folded = fold(word)
        shares[folded] = shares.get(folded, 0.0) + share
    return shares


@cache
def _verb_roots() -> dict[str, float]:
    """Roots of verbs, with the share of their infinitives and participles.

    A root is what a word in -na, -ne or -ni and one in -ta, -te or -ti have in common.
    """
    known = _known()
    listed = {fold(root) for (root,) in rows("verb_roots")}
    roots = {word[:-2] for word in known if word[-2:] in ("نا", "نے", "نی") and len(word) > 3}
    roots = {root for root in roots if any(root + ending in known for ending in _PARTICIPLE)}
    return {
        root: sum(known.get(root + ending, 0.0) for ending in (*_INFINITIVE, *_PARTICIPLE))
        for root in roots | listed
    }


_INFINITIVE, _PARTICIPLE = ("نا", "نے", "نی"), ("تا", "تے", "تی")


@cache
def _table(name: str) -> dict[str, str]:
    return {fold(row[0]): fold(row[-1]) for row in rows(name)}


@cache
def _one_spelling() -> dict[str, str]:
    """Second spellings of words and names, folded, and the one that each is brought to.

    `data/same_words.tsv` decides; where it is silent, the first of a line of
    `data/names_variants.tsv` or `data/spelling_variants.tsv` does.
    """
    ours = _table("same_words")
    table = dict(ours)
    for row in (*rows("names_variants"), *rows("spelling_variants")):
        spellings = [fold(word) for word in row[0].split()]
        settled = [word for word in spellings if word in ours.values()]
        one = (settled or spellings)[0]
        table.update((word, one) for word in spellings if word != one)
    return table


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The base form of `word`, folded; the folded word itself when none is known.

    کتابوں gives کتاب, ہفتے ہفتہ, ممالک ملک, کھیلتے کھیلنا. Never fails.
    """
    base = fold(word)
    for _ in range(_STEPS):
        shorter = _once(base)
        if shorter == base:
            break
        base = shorter
    return base


def _once(word: str) -> str:
    for table in (_one_spelling(), _table("irregular_forms"), _table("plurals")):
        if word in table:
            return table[word]
    if word in _table("whole_words") or word in _table("adjectives") or len(word) > 40:
        return word
    return _adjective(word) or _verb(word) or _noun(word) or word


def _adjective(word: str) -> str | None:
    base = word[:-1] + "ا"
    if word.endswith("وں"):
        base = word[:-2] + "ا"
    return base if word[-1:] in ("ی", "ے", "ں") and base in _table("adjectives") else None


def _verb(word: str) -> str | None:
    """The infinitive of a verb form; the likelier root where two are possible (جیتا، جانا)."""
    roots = _verb_roots()
    if word[-2:] in ("گا", "گی", "گے") and (base := _before_future(word[:-2].rstrip("_"))):
        return base
    if word in roots and not (word.endswith("ا") and word[:-1] in roots):
        return word + "نا"
    possible = [
        root
        for ending in _VERB_ENDINGS
        if word.endswith(ending) and len(root := word.removesuffix(ending)) > 1 and root in roots
    ]
    if word in roots:  # a perfective (چلا) that looks like the root of its causative
        possible = [word[:-1]]
    root = max(possible, key=roots.__getitem__, default="")
    return root + "نا" if root and not _is_rather_noun(word, root) else None


def _before_future(form: str) -> str | None:
    return _table("irregular_forms").get(form) or _verb(form)


def _is_rather_noun(word: str, root: str) -> bool:
    """Whether a form that a verb and a noun may have (بچوں، شادی) is likelier the noun's."""
    if len(word) - len(root) == len("نا") and word[-2:] not in ("وں", "یں"):
        return False
    known, weight = _known(), _verb_roots()[root]
    noun = _noun(word)
    if noun is not None and noun not in _verb_roots():
        return known.get(noun, 0.0) > weight
    return noun is None and known.get(word, 0.0) > weight * 5


def _noun(word: str) -> str | None:
    known = _known()
    for ending, others, shortest in _NOUN_ENDINGS:
        root = word.removesuffix(ending)
        if root == word or len(root) < shortest:
            continue
        bases = [root + other for other in others if root + other in known]
        if bases:
            return max(bases, key=known.__getitem__)
        if ending in _SURE and len(root) >= _SURE[ending][1]:
            return root + _SURE[ending][0]
    return None
