"""InPage: the sample document against its known text, the table, and speed."""

import time
from pathlib import Path

from bench_urdu.data import DATA
from roznama.urdu.inpage.codes import WRITTEN
from roznama.urdu.inpage.decoding import decode_inpage, read_inpage
from roznama.urdu.inpage.encoding import encode_inpage
from roznama.urdu.letters.normalizing import normalize

Row = tuple[str, str, str]


def rows() -> list[Row]:
    return (_sample(DATA / "inpage") if DATA else []) + [_round_trip(), _speed()]


def _sample(folder: Path) -> list[Row]:
    read = read_inpage((folder / "story.inp").read_bytes())
    known = (folder / "story.txt").read_text(encoding="utf-16")
    found, expected = _plain(read.text), _plain(known)
    errors = edit_distance(found, expected)
    share = f"{errors / len(expected):.3%} ({errors})"
    return [
        (f"character errors, sample of {len(expected):,} characters", share, ".050%"),
        ("unknown codes, sample", str(sum(read.unknown.values())), "0"),
    ]


def _plain(text: str) -> str:
    return " ".join(normalize(text).split())


def _round_trip() -> Row:
    texts = [*WRITTEN, *(first + second for first in WRITTEN for second in WRITTEN)]
    right = sum(decode_inpage(encode_inpage(text)) == text for text in texts)
    return (
        f"round trip, {len(WRITTEN)} characters and all pairs",
        f"{right / len(texts):.2%}",
        "100%",
    )


def _speed() -> Row:
    line = "وہ ۱۹۴۷ء میں لاہور آئے تھے، گاؤں میں رہے اور ‘‘نقطۂ نظر’’ (BBC) لکھتے رہے۔\n"
    data = encode_inpage(line * 20_000)
    started = time.perf_counter()
    decode_inpage(data)
    return "decoding, MB/s", f"{len(data) / 1e6 / (time.perf_counter() - started):.0f}", "10"


def edit_distance(one: str, other: str) -> int:
    """The Levenshtein distance; quick when it is small (Ukkonen 1985: farthest diagonals)."""
    goal, distance = len(one) - len(other), 0
    farthest = {0: _same(one, other, 0, 0)}
    while farthest.get(goal) != len(one):
        distance += 1
        reached: dict[int, int] = {}
        for diagonal in range(-distance, distance + 1):
            starts = (
                farthest.get(diagonal - 1, -2) + 1,
                farthest.get(diagonal, -2) + 1,
                farthest.get(diagonal + 1, -2),
            )
            place = min(max(starts), len(one), len(other) + diagonal)
            if place >= max(0, diagonal):
                reached[diagonal] = _same(one, other, place, place - diagonal)
        farthest = reached
    return distance


def _same(one: str, other: str, left: int, right: int) -> int:
    """The place in `one` up to which it goes on like `other`."""
    while left < len(one) and right < len(other) and one[left] == other[right]:
        left, right = left + 1, right + 1
    return left
