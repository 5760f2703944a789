"""The texts to measure related stories on: news, and reused news with its sources."""

import re
from collections.abc import Callable
from typing import NamedTuple

from bench_urdu.data import read_jsonl

from roznama.archive.vectors import BODY, HEADLINE, pack, unpack, weigh
from roznama.urdu.stemming.terms import Term, search_terms

_WORD = re.compile(r"\w+")


class Text(NamedTuple):
    """A text's words as they stand, and its terms."""

    headline: str
    raw_headline: list[str]
    raw_body: list[str]
    headline_terms: list[Term]
    body_terms: list[Term]

    @property
    def raw(self) -> list[str]:
        """All words as they stand."""
        return self.raw_headline + self.raw_body

    @property
    def terms(self) -> list[str]:
        """All terms without stop words."""
        return [t for t in self.headline_terms + self.body_terms if not t.is_stop]

    def weights(self) -> dict[str, float]:
        """The weights of a story that has no tags."""
        return weigh([(HEADLINE, self.headline_terms), (BODY, self.body_terms)])


class Pair(NamedTuple):
    """A derived text and its source, as numbers of texts; the kind is WD, PD or ND."""

    kind: str
    derived: int
    source: int


def text(headline: str, body: str) -> Text:
    return Text(
        headline,
        _WORD.findall(headline),
        _WORD.findall(body),
        search_terms(headline),
        search_terms(body),
    )


def reused() -> tuple[list[Text], list[Pair]]:
    """The texts of COUNTER's development half, and which was made of which."""
    texts: list[Text] = []
    pairs = []
    for record in read_jsonl("counter-dev.jsonl.gz"):
        pairs.append(Pair(record["class"], len(texts) + 1, len(texts)))
        sides = (record["source"], record["derived"])
        texts += [text(side["headline"] or "", side["body"] or "") for side in sides]
    return texts, pairs


def news() -> list[Text]:
    """The articles of the news set."""
    records = read_jsonl("news-dev.jsonl.gz")
    return [text(record["title"] or "", record["body"] or "") for record in records]


def vectors(texts: list[Text], weights: Callable[[Text], dict[str, float]] = Text.weights) -> list:
    """The texts' vectors as they come back from storage."""
    return [unpack(pack(weights(one))) for one in texts]
