"""Two published versions side by side, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext_lazy as _

from roznama.newsroom.models import Author, CorrectionKind, NewsImage, Source
from roznama.newsroom.record.versions import stream
from roznama.newsroom.text import block_lines
from roznama.urdu import fold, tokens

_MOST_WORDS = 4_000
"""Words of a field beyond which lines are compared as wholes: a comparison is quadratic."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that stand in both versions (`kind` empty), or in one ("gone", "new")."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """A field in both versions."""

    label: Any
    before: tuple[tuple[Run, ...], ...]
    after: tuple[tuple[Run, ...], ...]
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Names:
    """The names of what revisions know by number, each a query for all of them."""

    authors: dict[int, str]
    pictures: dict[int, str]
    sources: dict[int, str]

    @classmethod
    def of(cls, *contents: dict[str, Any]) -> Names:
        """Fetch those that revisions name."""
        authors = {row["author"] for one in contents for row in one.get("bylines", ())}
        pictures = {one.get("lead_image") for one in contents} - {None}
        hands = {hand for one in contents for hand in _hand_numbers(one)}
        return cls(
            dict(Author.objects.filter(pk__in=authors).values_list("pk", "name")),
            dict(NewsImage.objects.filter(pk__in=pictures).values_list("pk", "title")),
            dict(Source.objects.filter(pk__in=hands).values_list("pk", "name")),
        )


def compare(before: dict[str, Any], after: dict[str, Any]) -> list[Compared]:
    """Return the fields of two revisions that either has, in the order of the page."""
    names = Names.of(before, after)
    fields = zip(_fields(before, names), _fields(after, names), strict=True)
    pairs = [(label, old, new) for (label, old), (_same, new) in fields]
    return [_compared(label, old, new) for label, old, new in pairs if old or new]


def compare_words(before: str, after: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return two lines as runs of words; letters of another keyboard are no change."""
    old, new = _words(before), _words(after)
    matcher = SequenceMatcher(None, [fold(one) for one in old], [fold(one) for one in new], False)
    left: list[Run] = []
    right: list[Run] = []
    for tag, start, end, first, last in matcher.get_opcodes():
        same = tag == "equal"
        _add(left, old[start:end], "" if same else "gone")
        _add(right, new[first:last], "" if same else "new")
    return tuple(left), tuple(right)


def _fields(content: dict[str, Any], names: Names) -> Iterator[tuple[Any, list[str]]]:
    """Yield the fields of a revision as lines; the same fields in the same order for each."""
    yield _("kicker"), _line(content.get("kicker"))
    yield _("Headline"), _line(content.get("title"))
    yield _("deck"), _line(content.get("deck"))
    yield _("Byline"), [names.authors.get(r["author"], "?") for r in content.get("bylines", ())]
    yield _("Dateline"), _line(" ".join([content.get("city", ""), content.get("credit_line", "")]))
    yield _("Lead picture"), _line(_picture(content, names))
    yield _("body"), [*_body(stream(content, "body"))]
    yield _("sources"), [_claim(one["value"], names) for one in stream(content, "sources")]
    yield _("Corrections"), [_notice(one) for one in content.get("corrections", ())]


def _line(text: str | None) -> list[str]:
    return [text.strip()] if text and text.strip() else []


def _picture(content: dict[str, Any], names: Names) -> str:
    number = content.get("lead_image")
    title = names.pictures.get(number, f"#{number}") if number else ""
    return f"{title} {content.get('lead_caption') or ''}"


def _body(blocks: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield the body's lines; what has no words as its kind and number."""
    for block in blocks:
        lines = [*block_lines([block])]
        if lines:
            yield from lines
        else:
            value = block["value"]
            told = value if isinstance(value, str | int) else _first(value)
            yield f"[{block['type']} {told}]"


def _first(value: Any) -> Any:
    """Return the first plain thing in a block's value, to tell it from another."""
    parts = value.values() if isinstance(value, dict) else value or ()
    return next((one for one in parts if isinstance(one, str | int) and one), "")


def _claim(value: dict[str, Any], names: Names) -> str:
    hands = [_hand(item) for item in value.get("chain", ())]
    told = [names.sources.get(pk, name) if pk else name for pk, name in hands]
    return " ← ".join([value.get("claim", ""), *told])


def _hand(item: Any) -> tuple[int | None, str]:
    """Return a hand's source and name, as a list's item or by itself."""
    value = item.get("value", item) if isinstance(item, dict) else {}
    return value.get("source"), value.get("name") or ""


def _hand_numbers(content: dict[str, Any]) -> Iterator[int]:
    for claim in stream(content, "sources"):
        for item in claim["value"].get("chain", ()):
            if number := _hand(item)[0]:
                yield number


def _notice(row: dict[str, Any]) -> str:
    kind = row.get("kind") or CorrectionKind.CORRECTION
    return f"{CorrectionKind(kind).label}: {row.get('text', '')}"


def _compared(label: Any, old: list[str], new: list[str]) -> Compared:
    left: list[tuple[Run, ...]] = []
    right: list[tuple[Run, ...]] = []
    for before, after in _pairs(old, new):
        one, other = _pair(before, after)
        left.append(one)
        right.append(other)
    changed = any(run.kind for line in (*left, *right) for run in line)
    return Compared(label, tuple(left), tuple(right), changed)


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Put lines beside each other: equal ones, and changed ones in their order."""
    keys = [fold(one) for one in old], [fold(one) for one in new]
    for tag, start, end, first, last in SequenceMatcher(None, *keys, False).get_opcodes():
        rows = max(end - start, last - first)
        for step in range(rows):
            before = old[start + step] if start + step < end else ""
            after = new[first + step] if first + step < last else ""
            yield before, after if tag != "equal" else new[first + step]


def _pair(before: str, after: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    if fold(before) == fold(after):
        return (Run(before),), (Run(after),)
    if len(before.split()) + len(after.split()) > _MOST_WORDS:
        return _whole(before, "gone"), _whole(after, "new")
    return compare_words(before, after)


def _whole(text: str, kind: str) -> tuple[Run, ...]:
    return (Run(text, kind),) if text else ()


def _words(text: str) -> list[str]:
    """Return a line cut before each token but the first; nothing of it is left out."""
    cuts = [0, *[token.start for token in tokens(text)][1:], len(text)]
    return [text[start:end] for start, end in pairwise(cuts)] if text else []


def _add(runs: list[Run], words: Sequence[str], kind: str) -> None:
    if words:
        runs.append(Run("".join(words), kind))
