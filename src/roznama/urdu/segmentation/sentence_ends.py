"""Sentences: where one ends and the next begins."""

import re

_SENTENCE = re.compile(r"[^۔؟!\n]+[۔؟!]*[”’\"')]*")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Where the sentences of `text` stand: (start, end), white space left out."""
    spans = []
    for match in _SENTENCE.finditer(text):
        piece = match.group()
        if piece.strip():
            start = match.start() + len(piece) - len(piece.lstrip())
            spans.append((start, start + len(piece.strip())))
    return spans


def sentences(text: str) -> list[str]:
    """The sentences of `text` in order, without the white space between them."""
    return [text[start:end] for start, end in sentence_spans(text)]
