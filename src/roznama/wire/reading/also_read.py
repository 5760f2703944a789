"""Invitations to other stories ("یہ بھی پڑھیں: …"): found, taken apart, kept as bare titles."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from roznama.wire.reading.chrome import is_chrome
from roznama.wire.reading.cues import (
    CUE_AFTER_SENTENCE,
    CUE_ALONE,
    CUE_AND_TITLE,
    CUE_BEFORE_LINK,
    CUE_THEN_TITLE,
    LIST_END,
)
from roznama.wire.reading.letters import (
    LINK_CLOSE,
    LINK_OPEN,
    clean,
    count_words,
    ends_sentence,
    fold,
    fold_with_origins,
)
from roznama.wire.reading.lines import Line

# The longest title seen after a cue has 33 words; a cue before more than this opens a paragraph.
_MOST_TITLE_WORDS = 45
# Lists of other stories inside a story are short; the end of a list is looked for this far.
_MOST_TITLES = 12
# Before a link the cue is looked for this many characters back: twice the longest with its signs.
_LONGEST_CUE = 80
_LINK = re.compile(f"{LINK_OPEN}([^{LINK_CLOSE}]+){LINK_CLOSE}")
_INNER_SENTENCE = re.compile(r"۔\s*[^\s۔\"'‘’“”)\]]+\s+\S+\s+\S")
# Titles have no full stop; a longer text with one is a title with a sentence of the story glued on.
_MOST_STOPPED_WORDS = 12
_WRAPPING = " \t()[]«»*|>•:-–—"


def is_cue_alone(text: str) -> bool:
    """Whether a line is a cue and nothing else, so that titles follow on lines of their own."""
    return len(text) <= _LONGEST_CUE and CUE_ALONE.search(fold(text)) is not None


def _title(text: str) -> str:
    return clean(clean(text).strip(_WRAPPING))


def _is_title(text: str) -> bool:
    most = _MOST_STOPPED_WORDS if text.rstrip().endswith("۔") else _MOST_TITLE_WORDS
    return 0 < count_words(text) <= most and not _INNER_SENTENCE.search(text)


def _cut(text: str, cue: re.Pattern[str]) -> tuple[str, str] | None:
    """Give what stands before a cue and what after it, in the text's own letters."""
    if not cue.search(fold(text)):
        return None
    folded, origins = fold_with_origins(text)
    found = cue.search(folded)
    return (text[: origins[found.start()]], text[origins[found.end()] :]) if found else None


def _split_link(line: Line) -> list[Line] | None:
    """Split a cue directly followed by a link, wherever it stands between sentences."""
    for found in _LINK.finditer(line.text):
        start = max(0, found.start() - _LONGEST_CUE)
        cut = _cut(line.text[start : found.start()], CUE_BEFORE_LINK)
        before = line.text[:start] + cut[0] if cut else ""
        if cut and (ends_sentence(before) or not clean(before).strip(_WRAPPING)):
            rest = line.text[found.end() :].strip(_WRAPPING)
            title = replace(line, text=_title(found.group(1)), also=True, heading=False)
            return [replace(line, text=before), title, replace(line, text=rest)]
    return None


def _split_start(line: Line) -> list[Line] | None:
    """Take a line that is a cue and a title."""
    cut = _cut(line.text, CUE_AND_TITLE)
    if not cut and not ends_sentence(line.text):
        cut = _cut(line.text, CUE_THEN_TITLE)
    if not cut or not _is_title(_title(cut[1])):
        return None
    return [replace(line, text=_title(cut[1]), also=True, heading=False)]


def _split_end(line: Line) -> list[Line] | None:
    """Split a cue and a title off a paragraph's end."""
    cut = _cut(line.text, CUE_AFTER_SENTENCE)
    if not cut or not _is_title(_title(cut[1])):
        return None
    title = replace(line, text=_title(cut[1]), also=True, heading=False)
    return [replace(line, text=cut[0]), title]


def _split(line: Line) -> list[Line] | None:
    return None if line.also else _split_link(line) or _split_start(line) or _split_end(line)


def _parts(line: Line) -> Iterator[Line]:
    waiting = [line]
    while waiting:
        part = waiting.pop()
        pieces = _split(part)
        if pieces:
            waiting += reversed(pieces)
        elif clean(part.text):
            yield part


def split_cues(lines: Sequence[Line]) -> list[Line]:
    """Part titles from the cues and paragraphs that they share a line with."""
    return [part for line in lines for part in _parts(line)]


def _may_be_title(line: Line) -> bool:
    sentence = line.text.rstrip().endswith("۔")
    plain = not (line.heading or line.also or sentence or is_chrome(line.text))
    return plain and not is_cue_alone(line.text) and _is_title(line.text)


def _count_titles_after(lines: Sequence[Line], index: int) -> int:
    """How many lines after the cue at `index` are its titles.

    A closed list counts whole; else the links that follow; else one plain line, with those that
    no blank line parts from it.
    """
    after = lines[index + 1 : index + 2 + _MOST_TITLES]
    for count, line in enumerate(after):
        if LIST_END.search(fold(line.text)):
            return count
        if line.is_story:
            break
    links = next((n for n, line in enumerate(after) if not line.linked), len(after))
    if links or not after or not _may_be_title(after[0]):
        return links
    rest = enumerate(after[1:], start=1)
    return next((n for n, x in rest if x.gap or not _may_be_title(x)), len(after))


def take_titles(lines: Sequence[Line]) -> list[Line]:
    """Mark the titles that follow cues on lines of their own, and drop those cues."""
    taken, index = [], 0
    while index < len(lines):
        if lines[index].also or not is_cue_alone(lines[index].text):
            taken.append(lines[index])
            index += 1
            continue
        count = _count_titles_after(lines, index)
        titles = lines[index + 1 : index + 1 + count]
        taken += [replace(x, text=_title(x.text), also=True, heading=False) for x in titles]
        index += 1 + count
    return taken
