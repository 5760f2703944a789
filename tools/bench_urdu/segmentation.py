"""Tokens and sentences: own gold, and the Urdu treebank."""

from bench_urdu.data import DATA, gold, read_lines
from roznama.urdu.segmentation.sentence_ends import sentence_spans, sentences
from roznama.urdu.segmentation.tokenizer import tokens

Row = tuple[str, str, str]
Spans = set[tuple[int, int]]


def rows() -> list[Row]:
    measured = [
        _share("tokens, own gold", [
            [f"{token.text}|{token.kind}" for token in tokens(text)] == expected
            for text, *expected in gold("tokens")
        ]),
        _share("sentences, own gold", [
            sentences(text) == expected for text, *expected in gold("sentences")
        ]),
    ]  # fmt: skip
    return measured + (_treebank() if DATA else [])


def _share(what: str, right: list[bool]) -> Row:
    return what, f"{sum(right)} of {len(right)}", "98%"


def _treebank() -> list[Row]:
    text, words, ends = _text()
    found = {(token.start, token.end) for token in tokens(text)}
    return [
        ("tokens, treebank (UDTB dev), F1", f"{_f1(found, words):.4f}", ".9995"),
        ("sentences, treebank, F1", f"{_f1(set(sentence_spans(text)), ends):.3f}", ".990"),
    ]


def _text() -> tuple[str, Spans, Spans]:
    """The treebank as one running text, and where its tokens and sentences stand in it."""
    text, words, ends = "", set(), set()
    start: int | None = None
    for line in [*read_lines("udtb-dev.conllu.gz"), ""]:
        cells = line.split("\t")
        if len(cells) > 1 and cells[0].isdigit():
            start = len(text) if start is None else start
            words.add((len(text), len(text) + len(cells[1])))
            text += cells[1] + ("" if "SpaceAfter=No" in cells[-1] else " ")
        elif not line and start is not None:
            text = text.rstrip() + " "
            ends.add((start, len(text) - 1))
            start = None
    return text, words, ends


def _f1(found: Spans, right: Spans) -> float:
    same = len(found & right)
    return 2 * same / (len(found) + len(right))
