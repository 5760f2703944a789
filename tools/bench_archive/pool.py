"""The pool: seed articles in pieces, ready to be put together anew."""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from statistics import median
from typing import NamedTuple

from bench_urdu.data import DATA, ROOT, read_jsonl

from roznama.urdu import fold, normalize
from roznama.urdu.stop_words import STOP_WORDS

_DEMO = ROOT / "src" / "roznama" / "newsroom" / "demo" / "stories"
_SENTENCE_END = re.compile(r"(?<=[۔؟!])\s+|\n+")
_WORD = re.compile(r"[^\W\d_]{4,12}")
_NUMBER = re.compile(r"(?<![\w.,])[1-9]\d{0,4}(?![\w.,])")
_CHROME = 3  # a sentence of more articles than that is the site's, not the story's
_MEDIAN = 260  # words of a body
_RARE = 2  # a word of so many articles at most may be swapped for a coined name

PLAIN, NAME, NUMBER = range(3)


class Sentence(NamedTuple):
    """A sentence or a headline: whole, and what stands before and after its free place."""

    text: str
    words: int
    slot: int  # PLAIN has no free place; NAME and NUMBER tell what may be put in
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Article:
    """A seed article."""

    headline: Sentence
    section: str
    tags: tuple[str, ...]
    sentences: list[Sentence]


@dataclass(frozen=True, slots=True)
class Pool:
    """All seed articles, their sentences by section, and in how many articles each word is."""

    articles: list[Article]
    by_section: dict[str, list[Sentence]]
    shares: Counter[str]
    scale: float  # what brings the articles' median length to a newspaper's


@cache
def pool() -> Pool:
    """The pool of the public articles (DATA), or of the demo stories; takes some seconds."""
    texts = [
        (section, normalize(headline), _SENTENCE_END.split(normalize(body)))
        for section, headline, body in (_public() if DATA else _demo())
    ]
    repeated = Counter(one for _, _, sentences in texts for one in set(sentences))
    shares = Counter(
        word for _, headline, sentences in texts for word in _different((headline, *sentences))
    )
    articles = [
        Article(_cut(headline, shares), section, _tags(headline, shares), cut)
        for section, headline, sentences in texts
        if (cut := [_cut(one, shares) for one in sentences if one and repeated[one] <= _CHROME])
    ]
    by_section: dict[str, list[Sentence]] = defaultdict(list)
    for article in articles:
        by_section[article.section] += article.sentences
    lengths = [sum(one.words for one in article.sentences) for article in articles]
    return Pool(articles, by_section, shares, _MEDIAN / median(lengths))


def telling_words(headline: str) -> list[str]:
    """The words of a headline that are no stop words."""
    return [word for word in re.findall(r"\w+", headline) if fold(word) not in STOP_WORDS]


def _public() -> Iterable[tuple[str, str, str]]:
    for record in read_jsonl("news-dev.jsonl.gz"):
        section = record["label"].lower().replace(" & ", "-")
        yield "misc" if section.startswith("misc") else section, record["title"], record["body"]


def _demo() -> Iterable[tuple[str, str, str]]:
    for path in sorted(_DEMO.glob("*.toml")):
        story = tomllib.loads(path.read_text(encoding="utf-8"))
        body = "\n".join(block["text"] for block in story["body"] if "text" in block)
        yield story["section"], story["headline"], f"{story['deck']}\n{body}"


def _different(sentences: Iterable[str]) -> set[str]:
    return {word for sentence in sentences for word in re.findall(r"\w+", sentence)}


def _cut(text: str, shares: Counter[str]) -> Sentence:
    """`text` with its free place: its first number, or else its rarest word when that is rare."""
    place, slot = _NUMBER.search(text), NUMBER
    if place is None:
        slot = NAME
        place = min(_WORD.finditer(text), key=lambda found: shares[found[0]], default=None)
        if place is None or shares[place[0]] > _RARE:
            return Sentence(text, len(text.split()), PLAIN, text, "")
    return Sentence(text, len(text.split()), slot, text[: place.start()], text[place.end() :])


def _tags(headline: str, shares: Counter[str]) -> tuple[str, ...]:
    """The three rarest words of a headline."""
    return tuple(sorted(set(telling_words(headline)), key=lambda word: (shares[word], word))[:3])
