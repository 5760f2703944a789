"""Where the story is over: comments, boxes of other stories, the page's foot."""

from collections.abc import Sequence
from itertools import accumulate, dropwhile, takewhile

from roznama.wire.reading.also_read import is_cue_alone, take_titles
from roznama.wire.reading.chrome import is_chrome
from roznama.wire.reading.letters import count_words, fold, pattern
from roznama.wire.reading.lines import Line

# Other stories may bring this share of the story's own words after the end and are still thrown
# away; more than that is a story going on, and a stray heading stood in it.
_TAIL_SHARE = 0.25
# Comments under a marked heading may be longer than the story; above it there must be some story.
_LEAST_WORDS_BEFORE = 20
# A line of this many words after titles that are plainly titles is the story's again.
_LEAST_WORDS_SHOWN = 5
# Lines looked at to tell whether the story goes on; boxes of other stories are shorter.
_LOOK_AHEAD = 40
# Headings of comments and boxes are shorter than this many characters.
_MOST_LETTERS = 120

_COUNT = "(?:\\s*[(\\[]?\\d+[)\\]]?)?"
_COMMENTS = (
    "تبصرے|تبصرہ|تبصرے پڑھیں|تبصرے دیکھیں",  # comments
    "(?:اپنا |پہلا )?تبصرہ (?:کریں|کیجیے|لکھیں|شامل کریں|چھوڑیں)",  # leave a comment
    "(?:قارئین|صارفین) (?:کی رائے|کے تبصرے)",  # readers' opinions
    "(?:اپنی|آپ کی) رائے(?: دیں| کا اظہار کریں)?",  # your opinion
    "کمنٹس?(?: کریں)?",
    "(?:\\d+ |no )?comments?|leave a (?:reply|comment)|post a comment|join the discussion",
)
_SECTIONS = (
    "related (?:articles?|posts?|news|stories|topics)|back to top(?: button)?",
    "(?:you (?:may|might) also like|more (?:from|on|in|stories|news)).{0,30}",
    "(?:trending|most (?:read|popular)).{0,30}",
    "recommended(?: for you)?|latest(?: news)?|popular(?: posts)?|about the author|recent posts",
    # most read
    "(?:سب سے )?زیادہ (?:پڑھی|دیکھی) (?:جانے والی|گئی|گئیں)(?: خبریں| ویڈیوز| تحریریں)?",
    "(?:مقبول|تازہ|اہم) ترین(?: خبریں| ویڈیوز| مضامین| تحریریں)?",  # most popular, latest
    # more news, related news
    "(?:مزید|دیگر|اہم|تازہ|مقبول|ٹاپ|بڑی|منتخب) (?:خبریں|خبر|مضامین|تحریریں|ویڈیوز|کہانیاں)",
    "(?:مزید |دیگر )?متعلقہ (?:خبریں|مضامین|تحریریں|عنوانات|پوسٹس|ویڈیوز)|ملتی جلتی خبریں",
    "ٹرینڈنگ|آپ کے لیے|آپ کو یہ بھی پسند.{0,20}|ہماری پسند|ایڈیٹر کا انتخاب|مصنف کے بارے میں",
    "واپس اوپر(?: جائیں)?|اوپر جائیں|صفحے کے شروع میں",  # back to top
)
_COMMENTS_HEAD = pattern(f"^\\W*{_COUNT}\\W*(?:{'|'.join(_COMMENTS)}){_COUNT}\\W*$")
_SECTION_HEAD = pattern(f"^\\W*(?:{'|'.join(_SECTIONS)}){_COUNT}\\W*$")


def is_comments_head(line: Line) -> bool:
    """Whether a line opens the readers' comments."""
    short = len(line.text) <= _MOST_LETTERS
    return short and _COMMENTS_HEAD.search(fold(line.text)) is not None


def is_section_head(line: Line) -> bool:
    """Whether a line opens a box of other stories or the page's foot."""
    short = len(line.text) <= _MOST_LETTERS
    return short and _SECTION_HEAD.search(fold(line.text)) is not None


def _story_words_before(lines: Sequence[Line]) -> list[int]:
    """For each place, the story's words before it; one more place than lines."""
    words = (count_words(x.text) if x.is_story and not is_chrome(x.text) else 0 for x in lines)
    return list(accumulate(words, initial=0))


def _is_head(line: Line) -> bool:
    return is_section_head(line) or is_comments_head(line)


def _is_furniture(line: Line) -> bool:
    return line.linked or line.also or is_chrome(line.text) or _is_head(line)


def _resumes(lines: Sequence[Line], index: int) -> bool:
    """Whether the story goes on at once: a paragraph right after the titles, no more cards.

    Where the markup shows which lines are the titles, a short paragraph is believed too.
    """
    after = lines[index + 1 : index + 1 + _LOOK_AHEAD]
    head = [lines[index]] if is_cue_alone(lines[index].text) else []
    rest = list(dropwhile(_is_furniture, take_titles([*head, *after])))
    if not rest or rest[0].heading:
        return False
    shown = any(line.linked or line.also for line in after[: after.index(rest[0])])
    enough = shown and count_words(rest[0].text) >= _LEAST_WORDS_SHOWN
    near = list(takewhile(lambda line: not _is_head(line), rest))
    paragraphs = sum(line.is_story and not is_chrome(line.text) for line in near)
    return (rest[0].is_story or enough) and paragraphs + enough > sum(x.linked for x in near)


def cut_ending(lines: Sequence[Line]) -> list[Line]:
    """Throw away everything from the first end marker on that no story text follows."""
    words = _story_words_before(lines)
    for index, line in enumerate(lines):
        before, after = words[index], words[-1] - words[index]
        enough = before >= (_LEAST_WORDS_BEFORE if line.heading else max(1, after))
        if is_comments_head(line) and enough:
            return list(lines[:index])
        few = before > 0 and after <= _TAIL_SHARE * before
        if few and is_section_head(line) and not _resumes(lines, index):
            return list(lines[:index])
    return list(lines)
