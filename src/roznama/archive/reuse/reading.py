"""A text as it is compared: its terms with their places, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass

from roznama.urdu.segmentation.sentence_ends import sentence_spans
from roznama.urdu.stemming.spans import TermSpan, term_spans
from roznama.urdu.stemming.terms import Term

_SHORTEST = 3  # telling terms of a sentence that is looked at by itself


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text's terms in order, and which of them make its sentences."""

    spans: list[TermSpan]
    sentences: list[list[Term]]
    """The telling terms of each sentence that has a few; no stop words."""

    @property
    def terms(self) -> list[Term]:
        """All terms in order, stop words too."""
        return [span.term for span in self.spans]

    @property
    def telling(self) -> set[Term]:
        """The different terms that are no stop words."""
        return {span.term for span in self.spans if not span.term.is_stop}


def read(text: str) -> ReadText:
    """Take a text apart: folded and stemmed, so that spellings and endings do not matter."""
    spans = term_spans(text)
    return ReadText(spans, [part for part in _sentences(text, spans) if len(part) >= _SHORTEST])


def _sentences(text: str, spans: list[TermSpan]) -> list[list[Term]]:
    parts: list[list[Term]] = []
    at = 0
    for _, end in sentence_spans(text):
        part: list[Term] = []
        while at < len(spans) and spans[at].start < end:
            if not spans[at].term.is_stop:
                part.append(spans[at].term)
            at += 1
        parts.append(part)
    return parts
