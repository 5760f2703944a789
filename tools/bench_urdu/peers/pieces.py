"""Tokens and sentences beside the libraries': speed, and F1 on the Urdu treebank."""

from collections.abc import Iterable, Iterator

from bench_urdu.data import DATA, gold
from bench_urdu.peers.libraries import OURS, SENTENCES, TOKENS
from bench_urdu.peers.speed import speeds, timed_articles
from bench_urdu.segmentation import Spans, _f1, _text
from roznama.urdu import sentences, tokens

Table = tuple[str, tuple[str, ...], list[list[str]]]

_REACH = 2000  # characters within which a piece must be found again


def tables() -> Iterator[Table]:
    text, words, ends = _text() if DATA else ("", set(), set())
    yield _tokens(text, words)
    yield _sentences(text, ends)


def _tokens(text: str, right: Spans) -> Table:
    contestants = {OURS: tokens, **TOKENS}
    quick = speeds(contestants, timed_articles())
    squeezed = _without_spaces(text, right)
    lines = []
    for name, function in contestants.items():
        found = _spans(text, [getattr(piece, "text", piece) for piece in function(text)])
        only_words = [_worded(text, spans) for spans in (found, squeezed)]
        lines.append([name, quick[name], *map(_share, ((found, squeezed), only_words))])
    return "tokens", ("F1 on UDTB dev", "without marks"), lines


def _sentences(text: str, right: Spans) -> Table:
    contestants = {OURS: sentences, **SENTENCES}
    quick = speeds(contestants, timed_articles())
    cases = gold("sentences")
    squeezed = _without_spaces(text, right)
    lines = []
    for name, function in contestants.items():
        found = _spans(text, function(text))
        same = sum(list(function(whole)) == expected for whole, *expected in cases)
        lines.append([name, quick[name], _share((found, squeezed)), str(same)])
    return "sentences", ("F1 on UDTB dev", f"right of {len(cases)} of our gold"), lines


def _share(both: Iterable[Spans]) -> str:
    found, right = both
    return f"{_f1(found, right):.4f}" if right else "-"


def _without_spaces(text: str, spans: Spans) -> Spans:
    """`spans` counted in the text without its white space, which some libraries change."""
    places, place = [], 0
    for letter in text:
        places.append(place)
        place += not letter.isspace()
    places.append(place)
    return {(places[start], places[end]) for start, end in spans}


def _spans(text: str, pieces: list[str]) -> Spans:
    """Where `pieces` stand in the text without its white space; changed ones stand nowhere."""
    whole, done, spans = "".join(text.split()), 0, set()
    for number, piece in enumerate(pieces):
        bare = "".join(piece.split())
        at = whole.find(bare, done, done + _REACH + len(bare)) if bare else -1
        spans.add((at, at + len(bare)) if at >= 0 else (-1, -number))
        done = max(done, at + len(bare))
    return spans


def _worded(text: str, spans: Spans) -> Spans:
    whole = "".join(text.split())
    return {span for span in spans if span[0] < 0 or _has_word(whole[slice(*span)])}


def _has_word(piece: str) -> bool:
    return any(letter.isalnum() for letter in piece)
