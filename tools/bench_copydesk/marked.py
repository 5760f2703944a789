"""The stories that were marked by hand, in one shape, whichever file they come from.

Written ones (`tests/gold/copydesk/written.json`) have kicker, deck and blocks of their own, and
say where by a text and how manieth it is in its piece. Real ones (`marked/real.json`) are offsets
into the news set, which stays where it is: without DATA they are left out. A real text's lines
are its paragraphs, and it comes from the paper without dateline and credit, so these two rules
are left out there. HALF=first or HALF=second leaves out the other half of each, by the order of
the files: rules are improved by reading the first, and measured on the second.
"""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bench_urdu.data import DATA, ROOT, read_jsonl

WRITTEN = ROOT / "tests" / "gold" / "copydesk" / "written.json"
HOUSE = WRITTEN.with_name("house.csv")
"""The house list under which the written stories were edited."""
REAL = Path(__file__).parent / "marked" / "real.json"
UNASKED = frozenset({"no_dateline", "no_credit"})
"""Rules that a real text, which has neither field, says nothing about."""


class Place(NamedTuple):
    """Some code points of a piece; the piece "" is the story as a whole."""

    piece: str
    start: int
    end: int


class Mark(NamedTuple):
    """A finding as it was marked; `suggest` is what should stand there, empty for none.

    `also` are codes that are as right as `rule`, `others` places that are as right as `place`.
    """

    rule: str
    place: Place
    suggest: str
    also: tuple[str, ...] = ()
    others: tuple[Place, ...] = ()


class Claim(NamedTuple):
    """An attribution as it was marked: its claim, and the relay's names, nearest first."""

    place: Place
    chain: tuple[str, ...]


class Marked(NamedTuple):
    """A marked story: its pieces (key, kind, text) in order, and what was marked in them."""

    name: str
    is_real: bool
    pieces: tuple[tuple[str, str, str], ...]
    fields: dict[str, Any]
    marks: tuple[Mark, ...]
    claims: tuple[Claim, ...]
    body: str = ""
    """A real story's body as it is stored; its claims are placed in it."""

    def text(self, key: str) -> str:
        """Return a piece's text, empty for the story as a whole."""
        return next((text for name, _, text in self.pieces if name == key), "")


def marked(half: str = os.environ.get("HALF", "")) -> list[Marked]:
    """Return every marked story that is at hand, or the "first" or "second" half of each kind."""
    return [*_half(list(_written()), half), *_half(list(_real()), half)]


def _half(stories: Sequence[Marked], half: str) -> Sequence[Marked]:
    middle = len(stories) // 2
    if half not in ("", "first", "second"):
        raise SystemExit(f"HALF is first or second, not {half!r}")
    return {"first": stories[:middle], "second": stories[middle:]}.get(half, stories)


def _written() -> Iterator[Marked]:
    if not WRITTEN.exists():
        return
    for record in json.loads(WRITTEN.read_text(encoding="utf-8")):
        pieces = tuple(_pieces(record))
        texts = {key: text for key, _, text in pieces}
        yield Marked(
            name=str(record["id"]),
            is_real=False,
            pieces=pieces,
            fields={name: record[name] for name in ("city", "credit", "authors") if name in record},
            marks=tuple(_written_mark(one, texts) for one in record.get("findings", ())),
            claims=tuple(
                Claim(_nth(one, "claim", texts), tuple(one["chain"]))
                for one in record.get("attributions", ())
            ),
        )


def _pieces(record: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield a written story's pieces, as the story has them: the kicker over the headline."""
    for kind in ("kicker", "headline", "deck"):
        if record.get(kind):
            yield kind, kind, record[kind]
    for number, block in enumerate(record["body"]):
        yield f"body:{number}", block["kind"], block["text"]


def _written_mark(one: dict[str, Any], texts: dict[str, str]) -> Mark:
    return Mark(
        one["rule"],
        _nth(one, "text", texts) if one["piece"] else Place("", 0, 0),
        one.get("suggest") or "",
        tuple(one.get("also", ())),
        tuple(_nth(other, "text", texts) for other in one.get("other", ())),
    )


def _nth(one: dict[str, Any], name: str, texts: dict[str, str]) -> Place:
    """Return where a text stands in its piece, the `nth` time (from 1) that it does."""
    wanted, piece = one[name], one["piece"]
    start = -1
    for _ in range(max(1, int(one.get("nth") or 1))):
        start = texts.get(piece, "").find(wanted, start + 1)
        if start < 0:
            raise SystemExit(f"{WRITTEN.name}: {wanted!r} does not stand in {piece!r} so often")
    return Place(piece, start, start + len(wanted))


def _real() -> Iterator[Marked]:
    if not REAL.exists() or not DATA:
        return
    records = {str(one["id"]): one for one in json.loads(REAL.read_text(encoding="utf-8"))}
    articles = {
        key: article
        for article in read_jsonl("news-dev.jsonl.gz")
        if (key := str(article["id"])) in records
    }
    for key, record in records.items():
        if article := articles.get(key):
            yield _real_story(record, article["title"] or "", article["body"] or "")


def _real_story(record: dict[str, Any], title: str, body: str) -> Marked:
    lines = list(_lines(body))
    pieces = [("headline", "headline", title)]
    pieces += [(f"body:{at}", "paragraph", line) for at, (_, line) in enumerate(lines)]
    marks = [
        Mark(one["rule"], _in_line(one, lines), one.get("suggest") or "")
        for one in record.get("findings", ())
        if one["rule"] not in UNASKED
    ]
    claims = [
        Claim(Place("body", *one["claim"]), tuple(body[start:end] for start, end in one["chain"]))
        for one in record.get("attributions", ())
    ]
    return Marked(str(record["id"]), True, tuple(pieces), {}, tuple(marks), tuple(claims), body)


def _lines(body: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that hold something, each with where it begins."""
    at = 0
    for line in body.split("\n"):
        if line.strip():
            yield at, line
        at += len(line) + 1


def _in_line(one: dict[str, Any], lines: list[tuple[int, str]]) -> Place:
    """Return a mark's place in the line that it begins in."""
    start, end = one.get("start", 0), one.get("end", 0)
    if one.get("piece") != "body":
        return Place(one.get("piece") or "", start, end)
    number, (first, line) = max(
        (item for item in enumerate(lines) if item[1][0] <= start), default=(0, lines[0])
    )
    return Place(f"body:{number}", start - first, min(end - first, len(line)))
