"""Lengths: sentences of too many words, headlines of too many lines."""

from collections.abc import Iterator

from roznama.copydesk.copy import BODY, Copy
from roznama.copydesk.house import HouseList
from roznama.copydesk.marks import Mark
from roznama.copydesk.story import Kind
from roznama.copydesk.width import width
from roznama.urdu.letters.normalizing import normalize

LONGEST_SENTENCE = 60
"""Words. No style book for Urdu news names a limit; 3 in 100 sentences of 2,500 articles of nine
outlets (2016 and 2024) are longer, half have 26 words or fewer. Urdu writes as words what English
has in endings and Arabic in one word with its neighbor, so limits of theirs (25 words in the
guides to plain English) do not carry over."""

PHONE, MARGINS, LETTERS = 360, 32, 28
"""The narrowest common phone, its page's margins, and a story's headline on it, in CSS pixels:
paper/static/paper/css/site.css (.wrap, .story-head .headline)."""

MOST_LINES, FILLED = 3, 0.95
"""Lines of a headline on a phone before it pushes the story off the screen, and how much of a line
words fill on average before the next one does not fit."""

WIDEST_HEADLINE = MOST_LINES * FILLED * (PHONE - MARGINS) / LETTERS
"""In ems: 33.4. 5 in 100 headlines of those articles are wider."""


LONGEST_HEADLINE = 80
"""Letters, marks and spaces, counted: a length at which newsrooms that count letters cut."""


def find_long_sentences(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """Sentences of more than LONGEST_SENTENCE words."""
    for (start, end), (first, last) in zip(copy.sentences, copy.sentence_tokens, strict=True):
        if last - first <= LONGEST_SENTENCE or copy.kind_at(start) not in BODY:
            continue
        words = sum(token.kind not in ("punctuation", "emoji") for token in copy.tokens[first:last])
        if words > LONGEST_SENTENCE:
            yield Mark(start, end, (), {"words": words, "limit": LONGEST_SENTENCE})


def find_long_headlines(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """Headlines of more than LONGEST_HEADLINE letters, or of too many lines in Nastaliq."""
    for base, piece in copy.parts():
        if piece.kind != Kind.HEADLINE:
            continue
        wide = width(normalize(piece.text))
        letters = len(piece.text.strip())
        if wide > WIDEST_HEADLINE or letters > LONGEST_HEADLINE:
            is_wide = wide / WIDEST_HEADLINE >= letters / LONGEST_HEADLINE
            percent = max(wide / WIDEST_HEADLINE, letters / LONGEST_HEADLINE)
            detail = {
                "kind": "wide" if is_wide else "letters",
                "percent": round(100 * percent),
                "lines": MOST_LINES,
                "letters": letters,
                "limit": LONGEST_HEADLINE,
            }
            yield Mark(base, base + len(piece.text), (), detail)
