"""From a story's lines to its structure: deck, dateline, subheads, paragraphs."""

from collections.abc import Sequence
from dataclasses import dataclass

from roznama.wire.reading.dateline import Dateline, take_dateline
from roznama.wire.reading.letters import count_words, ends_sentence, fold, pattern, urdu_share
from roznama.wire.reading.lines import Line
from roznama.wire.reading.story import Block

_MOST_DECK_WORDS = 35
# A short line in plain text with more words than this is a paragraph that lost its full stop.
_MOST_SUBHEAD_WORDS = 14
_MOST_HEADING_WORDS = 30
_MOST_BYLINE_WORDS = 12

_BYLINE = pattern(
    "^\\W*(?:از|تحریر|رپورٹ|مصنف|by)\\s*[:：]"  # written by
    "|^\\W*(?:(?:ویب|نیوز|مانیٹرنگ|اسپورٹس|سپورٹس|شوبز|بزنس|انٹرٹینمنٹ) ڈیسک|(?:اسٹاف|سٹاف) رپورٹر"
    "|نمائندہ خصوصی|نامہ نگار|خبر نگار)"  # a desk or a reporter
    "|(?:شائع|اپ ?ڈیٹ|تاریخ اشاعت|published|updated|posted)"  # published, updated
    "|\\d+ ?(?:منٹ|گھنٹے|گھنٹہ|دن|ہفتے|ماہ|سال) (?:پہلے|قبل)"  # so long ago
    "|\\d{1,2} ?(?:جنوری|فروری|مارچ|اپریل|می|جون|جولای|اگست|ستمبر|اکتوبر|نومبر|دسمبر)"  # a date
    "|(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    " \\d|\\d{1,2}[:/\\-.]\\d{1,2}(?:[:/\\-.]\\d{2,4})?"  # a time or a date in figures
)


@dataclass(frozen=True)
class Structure:
    """A story's parts below its headline."""

    deck: str
    dateline: Dateline
    blocks: tuple[Block, ...]


def is_byline(line: Line) -> bool:
    """Whether a short line says who wrote or when, as lines above a story do."""
    short = count_words(line.text) <= _MOST_BYLINE_WORDS and not line.text.rstrip().endswith("۔")
    return short and not line.heading and _BYLINE.search(fold(line.text)) is not None


def _without_bylines(lines: Sequence[Line]) -> list[Line]:
    """Drop bylines above the first paragraph; below it such a line may be the story's."""
    start = next((n for n, line in enumerate(lines) if line.is_story), 0)
    return [line for n, line in enumerate(lines) if n >= start or not is_byline(line)]


def _take_deck(lines: list[Line], *, marked: bool) -> str:
    """Take the second headline off, if the first line is one."""
    if len(lines) < 2 or lines[0].also or lines[0].heading != marked:
        return ""
    text = lines[0].text
    if text.rstrip().endswith("۔") or not 0 < count_words(text) <= _MOST_DECK_WORDS:
        return ""
    return lines.pop(0).text if urdu_share(text) > 0.5 else ""


def _is_short(line: Line) -> bool:
    short = count_words(line.text) <= _MOST_SUBHEAD_WORDS and not ends_sentence(line.text)
    return short and not line.also and urdu_share(line.text) > 0.5


def _is_subhead(lines: Sequence[Line], index: int, *, marked: bool) -> bool:
    line = lines[index]
    if marked:
        return line.heading and count_words(line.text) <= _MOST_HEADING_WORDS
    later = (lines[place] for place in range(index + 1, len(lines)))
    following = next((x for x in later if not x.also), None)
    return _is_short(line) and following is not None and not _is_short(following)


def _blocks(lines: Sequence[Line], *, marked: bool) -> list[Block]:
    blocks: list[Block] = []
    for index, line in enumerate(lines):
        if line.also:
            blocks.append(("also_read", line.text))
        elif _is_subhead(lines, index, marked=marked):
            blocks.append(("subhead", line.text))
        else:
            blocks.append(("paragraph", line.text))
    return blocks


def _without_idle_subheads(blocks: list[Block]) -> list[Block]:
    """Drop subheads after the last paragraph: they head nothing."""
    last = max((n for n, block in enumerate(blocks) if block[0] == "paragraph"), default=-1)
    return [block for n, block in enumerate(blocks) if n <= last or block[0] != "subhead"]


def _take_dateline(blocks: list[Block]) -> Dateline:
    for index, (kind, text) in enumerate(blocks):
        if kind == "paragraph":
            dateline = take_dateline(text)
            blocks[index] = ("paragraph", dateline.text)
            return dateline
    return Dateline("", "", "")


def structure(lines: Sequence[Line], *, marked: bool) -> Structure:
    """Build the story's parts; `marked` says that the page's markup names its headings."""
    rest = _without_bylines(lines)
    deck = _take_deck(rest, marked=marked)
    blocks = _without_idle_subheads(_blocks(rest, marked=marked))
    return Structure(deck, _take_dateline(blocks), tuple(blocks))
