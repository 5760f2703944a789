"""Sentences: where one ends and the next begins.

Urdu has no capital letters to show a beginning, and ۔ also stands in initials, after titles and
in decimals; so the words on either side decide.
"""

import re
from collections.abc import Iterator

from roznama.urdu.segmentation.inner_stops import is_inner_stop
from roznama.urdu.segmentation.quotations import Enclosed, enclosed
from roznama.urdu.tables import rows

_END = re.compile("[۔؟!?.…]+|\n|(?<= )-(?=[ \n])")
_FINITE = re.compile(r"\b(?:ہے|ہیں|ہوں|تھا|تھی|تھے|تھیں|گا|گی|گے|گیا|گئی|گئے|ہوگا|ہوگی|ہوں گے) $")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s۔،؟]+|[\w.+-]{1,64}@[\w.-]{1,64}")
_CLOSERS = "”’\"')]}»“‘"
_CLOSING = re.compile(
    f" ?[{re.escape(_CLOSERS)}]+(?![^\\W])|(?: ?[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f\u200d]+)+"
)
_SPEECH_REACH = 80  # characters after a quotation in which its speaker is named
_FIRST_WORD = re.compile(r"\s*(\w{1,20})")
_GOING_ON = frozenset(word for (word,) in rows("after_quotes"))
_SAYING = re.compile("|".join(rf"\b{word}\b" for (word,) in rows("saying")))
_INTRODUCED = re.compile(r"(?:[:،,]|\bکہ)\s*$")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Where the sentences of `text` stand: (start, end), without the white space around them."""
    spans, start = [], 0
    for end in _ends(text):
        piece = text[start:end]
        if bare := piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            spans.append((first, first + len(bare)))
        start = end
    return spans


def sentences(text: str) -> list[str]:
    """The sentences of `text` in order, each an exact piece of it.

    ۔ ؟ ! (also ? and .) and line breaks end a sentence; not inside numbers, initials
    (ایم۔کیو۔ایم) and addresses, after titles (ڈاکٹر۔), inside brackets, nor in a quotation after
    which the sentence goes on. A closing quotation mark or bracket and emoji belong to the
    sentence before them. Never fails; linear.
    """
    return [text[start:end] for start, end in sentence_spans(text)]


def _ends(text: str) -> Iterator[int]:
    """The places after which a new sentence begins, and the end of the text."""
    covers = _Covers(text)
    start = 0
    for match in _END.finditer(text):
        at, after = match.span()
        if at < start:
            continue
        if match.group() == "\n":
            end = after
        elif cover := covers.around(at):
            end = cover.end if _ends_with(text, start, after, cover) else 0
        elif match.group() == "-":  # typed for ۔ on keyboards without it
            end = after if _FINITE.search(text[max(0, at - 10) : at]) else 0
        elif is_inner_stop(text, start, at, after):
            end = 0
        else:
            closing = _CLOSING.match(text, after)
            end = closing.end() if closing else after
        if end:
            yield end
            start = end
    yield len(text)


class _Covers:
    """The quotations, brackets and addresses of a text, asked for from left to right."""

    def __init__(self, text: str) -> None:
        addresses = (
            Enclosed(*match.span(), True)
            for match in (_ADDRESS.finditer(text) if "://" in text or "@" in text else ())
        )
        self._left = iter(sorted([*enclosed(text), *addresses]))
        self._next: Enclosed | None = next(self._left, None)
        self._reach = Enclosed(0, 0, False)

    def around(self, at: int) -> Enclosed | None:
        while self._next and self._next.start <= at:
            self._reach = max(self._reach, self._next, key=lambda cover: cover.end)
            self._next = next(self._left, None)
        return self._reach if at < self._reach.end else None


def _ends_with(text: str, start: int, after: int, cover: Enclosed) -> bool:
    """Whether the sentence from `start` ends with a quotation whose last mark is at `after`."""
    if text[after : cover.end].strip(_CLOSERS + " "):
        return False
    before = text[max(start, cover.start - 40) : cover.start]
    if cover.bracket:
        return not text[start : cover.start].strip()
    behind = text[cover.end : cover.end + _SPEECH_REACH].split("\n", maxsplit=1)[0]
    word = _FIRST_WORD.match(behind)
    if word is None:
        return not behind.lstrip()[:1] or behind.lstrip()[:1] not in "۔،؛,.؟!"
    if word.group(1) in _GOING_ON:
        return False
    if not before.strip():
        return _SAYING.search(re.split("[۔؟!]", behind)[0]) is None
    return _INTRODUCED.search(before) is not None
