"""آ and ا as one letter in `fold`: what it confuses, and what it finds that would be lost.

The other policy, two letters, is made here from outside: a term remembers whether its word has
an آ. (It would also need a table for plurals such as آفاق of افق.)
"""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import islice

from bench_urdu.data import DATA, read_jsonl, read_lines
from roznama.urdu import fold, normalize, search_terms, tokens
from roznama.urdu.frequency import frequencies
from roznama.urdu.stop_words import STOP_WORDS
from roznama.urdu.tables import rows as table

Row = tuple[str, str, str]
Terms = list[str]

_ARTICLES = 2000
_K1, _B = 1.2, 0.75  # BM25's usual constants
_STOPS = {word for _, words in table("stop_words") for word in words.split()}

_TWO_WORDS = frozenset(
    """آ آپ آن آٹھ آور آوروں آلہ آس آب آمین آنا آل آبی وآلہ آڑ آڑے آم آمر آئس آئل آئٹم آبا آنچ
    آندھی آف آنی آلو آلا آجر آرم آرون آسرا آسکے آسکی مآخذ آہ یوآن آنت آنٹی آدی آنہ آری آؤ آوے
    آبرو آدھار""".split()  # noqa: SIM905
)
"""Words of wordfreq's that are another word with ا for آ (آم and ام, آنا and انا, آپ and "up")."""


def rows() -> list[Row]:
    measured = _words()
    return measured + _treebank() + _retrieval() if DATA else measured


def _words() -> list[Row]:
    """Wordfreq's words that only آ tells apart, with their share of running text."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for word, share in frequencies().items():
        spellings[fold(word)][_kept(word)] += share
    pairs = {key: both for key, both in spellings.items() if len(both) > 1}
    words = {_kept(word) for word in _TWO_WORDS}
    different = [both for both in pairs.values() if words & both.keys()]
    slips = sum(min(both.values()) for both in pairs.values() if not words & both.keys())
    hidden = [
        (word, share)
        for word, share in frequencies().items()
        if word in _TWO_WORDS and fold(word) in STOP_WORDS and word not in _STOPS
    ]
    rarer = sum(min(both.values()) for both in different)
    names = "، ".join(word for word, _ in sorted(hidden, key=lambda found: -found[1]))
    return [
        (f"wordfreq: pairs that only آ tells apart, of {len(spellings)}", f"{len(pairs)}", ""),
        ("of these, two words (آم/ام)", f"{len(different)}", ""),
        ("share of running text: the rarer of the two words", f"{rarer:.3%}", ""),
        ("share of running text: one for the other by mistake", f"{slips:.3%}", ""),
        (
            f"words with آ taken for stop words: {names}",
            f"{sum(share for _, share in hidden):.3%}",
            "",
        ),
    ]


def _kept(word: str) -> str:
    """`word` folded, but for its آ."""
    return fold(word.replace("آ", "\ue000")).replace("\ue000", "آ")


def _treebank() -> list[Row]:
    """Words of the treebank with another lemma where the other letter stands."""
    lemmas: dict[str, set[str]] = defaultdict(set)
    counts = Counter[str]()
    for line in read_lines("udtb-dev.conllu.gz"):
        cells = line.split("\t")
        if len(cells) > 3 and cells[0].isdigit() and cells[3] != "PUNCT":
            word, lemma = (_kept(normalize(cell)) for cell in cells[1:3])
            lemmas[word].add(lemma)
            counts[word] += 1
    twins = [word for word in lemmas if "آ" in word and word.replace("آ", "ا") in lemmas]
    wrong = [word for word in twins if not _one_lemma(lemmas, word)]
    with_madda = sum(count for word, count in counts.items() if "آ" in word)
    what = f"UDTB dev: of {with_madda} words with آ, of another lemma with ا"
    return [(f"{what}: {'، '.join(wrong)}", f"{sum(counts[word] for word in wrong)}", "")]


def _one_lemma(lemmas: dict[str, set[str]], word: str) -> bool:
    plain = {lemma.replace("آ", "ا") for lemma in lemmas[word]}
    return bool(plain & {lemma.replace("آ", "ا") for lemma in lemmas[word.replace("آ", "ا")]})


def _retrieval() -> list[Row]:
    """Headlines to their own bodies, as written and with half of the آ typed as ا."""
    records = list(islice(read_jsonl("news-dev.jsonl.gz"), 0, None, 3))[:_ARTICLES]
    titles = [normalize(record["title"]) for record in records]
    bodies = [normalize(record["body"]) for record in records]
    chance = random.Random(1)
    sloppy = [_sloppy(title, chance) for title in titles]
    asked = [number for number, title in enumerate(titles) if sloppy[number] != title]
    measured = []
    for policy, letters in (("one letter", False), ("two letters", True)):
        index = _Index([list(_terms(body, letters)) for body in bodies])
        for typed, queries in (("as written", titles), ("half of آ as ا", sloppy)):
            ranks = [index.rank(_terms(queries[number], letters), number) for number in asked]
            first, ten = (sum(rank <= at for rank in ranks) / len(ranks) for at in (1, 10))
            what = f"آ and ا {policy}, {len(asked)} headlines with آ {typed}: R@1, R@10"
            measured.append((what, f"{first:.3f}, {ten:.3f}", ""))
    return measured


def _sloppy(title: str, chance: random.Random) -> str:
    return " ".join(
        word.replace("آ", "ا") if chance.random() < 1 / 2 else word for word in title.split(" ")
    )


def _terms(text: str, two_letters: bool) -> Iterator[str]:
    for token in tokens(text):
        for term in _terms_of(token.text):
            yield f"{term}آ" if two_letters and "آ" in token.text else term


@cache
def _terms_of(word: str) -> Terms:
    return [str(term) for term in search_terms(word) if not term.is_stop]


class _Index:
    """BM25 over documents of terms."""

    def __init__(self, documents: list[Terms]) -> None:
        mean = sum(map(len, documents)) / len(documents)
        self.found: dict[str, dict[int, float]] = defaultdict(dict)
        for number, terms in enumerate(documents):
            norm = _K1 * (1 - _B + _B * len(terms) / mean)
            for term, count in Counter(terms).items():
                self.found[term][number] = count * (_K1 + 1) / (count + norm)
        self.size = len(documents)

    def rank(self, query: Iterator[str], wanted: int) -> int:
        """The place of document `wanted` among the answers to `query`, from 1; the worst one."""
        scores = [0.0] * self.size
        for term in query:
            found = self.found.get(term, {})
            rarity = math.log(1 + (self.size - len(found) + 0.5) / (len(found) + 0.5))
            for number, score in found.items():
                scores[number] += rarity * score
        return sum(score >= scores[wanted] for score in scores)
