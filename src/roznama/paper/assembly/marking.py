"""Finding a story's claims in its text, so that a quiet mark can stand behind their sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from html import unescape

from roznama.paper.sheets import Block, Mark
from roznama.urdu import fold, sentence_spans

# A word with its vowel marks, which Python does not count among letters.
_WORD = re.compile(r"[\w\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]+")
_PART = re.compile(r"""<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>|&\#?\w{1,10};|[^<&]+|.""")
_ENDS_LINE = re.compile(r"</(?:p|li|ul|ol|div|h\d)\b|<br\b", re.IGNORECASE)
_LINK = re.compile(r"</?a\b", re.IGNORECASE)


def mark_claims(blocks: Sequence[Block], claims: Sequence[str]) -> tuple[Block, ...]:
    """Return the blocks with a mark, numbered from 1, for each claim that they still hold.

    A claim is found by its words, whatever their spelling variants and the marks and markup
    between them, where it stands first; its mark comes at the end of the sentence.
    """
    waiting = {number: key for number, text in enumerate(claims, 1) if (key := _words_key(text))}
    marked = list(blocks)
    for at, block in enumerate(blocks):
        if not waiting or block.kind not in ("paragraph", "quote", "fact_box"):
            continue
        read = _Read(block)
        found = [
            Mark(number, place)
            for number, key in waiting.items()
            if (place := read.end_of(key)) is not None
        ]
        for mark in found:
            del waiting[mark.number]
        if found:
            in_order = sorted(found, key=lambda mark: (mark.place, mark.number))
            marked[at] = replace(block, marks=tuple(in_order))
    return tuple(marked)


@lru_cache(maxsize=1 << 16)
def _word_key(word: str) -> str:
    return fold(word)


def _words_key(text: str) -> str:
    """The words of a text with one space around each, so that only whole words are found."""
    keys = filter(None, (_word_key(word) for word in _WORD.findall(text)))
    joined = " ".join(keys)
    return f" {joined} " if joined else ""


class _Read:
    """A block's text, in the form that claims are looked for in, with the way back."""

    def __init__(self, block: Block) -> None:
        if block.kind == "quote":
            self._plain = _Plain(block.text, tuple(range(1, len(block.text) + 1)))
        else:
            self._plain = _plain(block.html)
        self._starts: list[int] = []  # where each word stands in `_joined`
        self._ends: list[int] = []  # and where it ends in the text
        parts, length = [" "], 1
        for match in _WORD.finditer(self._plain.text):
            if key := _word_key(match.group()):
                self._starts.append(length)
                self._ends.append(match.end())
                parts.append(f"{key} ")
                length += len(key) + 1
        self._joined = "".join(parts)

    def end_of(self, key: str) -> int | None:
        """Return where, in the block's own form, the sentence ends that the claim ends in."""
        at = self._joined.find(key)
        if at < 0:
            return None
        word = bisect_left(self._starts, at + len(key) - 1) - 1
        end = self._sentence_end(self._ends[word])
        return self._plain.places[end - 1]

    @cached_property
    def _sentences(self) -> list[tuple[int, int]]:
        return sentence_spans(self._plain.text)

    def _sentence_end(self, claim_end: int) -> int:
        for start, end in self._sentences:
            if start < claim_end <= end:
                return end
        return claim_end


@dataclass(frozen=True, slots=True)
class _Plain:
    """Text without its markup; `places` tells for each sign where something may follow it."""

    text: str
    places: tuple[int, ...]


def _plain(html: str) -> _Plain:
    signs: list[str] = []
    places: list[int] = []
    link: int | None = None  # the first sign of the link that is open
    for part in _PART.finditer(html):
        piece, end = part.group(), part.end()
        if piece.startswith("&"):
            signs.append(unescape(piece))
            places += [end] * len(signs[-1])
        elif not piece.startswith("<") or len(piece) == 1:
            signs.append(piece)
            places += range(part.start() + 1, end + 1)
        elif _ENDS_LINE.match(piece):
            signs.append("\n")
            places.append(part.start())
        elif _LINK.match(piece):
            if piece.startswith("</") and link is not None:
                places[link:] = [end] * (len(places) - link)  # no link inside a link
            link = None if piece.startswith("</") else len(places)
    return _Plain("".join(signs), tuple(places))
