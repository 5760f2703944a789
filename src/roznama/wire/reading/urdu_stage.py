"""The Urdu stage: from a page's lines to the story's lines and the titles it invites to.

It holds for Urdu sites in general, whatever laid out their pages, and can only take away: what the
extractor lost is lost.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from roznama.wire.reading.also_read import is_cue_alone, split_cues, take_titles
from roznama.wire.reading.chrome import is_chrome, is_plug
from roznama.wire.reading.endings import cut_ending, is_comments_head, is_section_head
from roznama.wire.reading.letters import clean, count_words, ends_sentence
from roznama.wire.reading.lines import Line

_LAST_SENTENCE = re.compile(r"(?<=[۔؟!])\s+(?=[^۔؟!]+[۔؟!\s]*$)")
# A paragraph that is one link and has this many words and a full stop is still a paragraph.
_LEAST_LINKED_WORDS = 12


def _without_plug(line: Line) -> Line:
    """Take an invitation to a channel or a newsletter off a paragraph's end."""
    parts = _LAST_SENTENCE.split(line.text, maxsplit=1)
    while len(parts) == 2 and is_plug(parts[1]):
        line = replace(line, text=parts[0])
        parts = _LAST_SENTENCE.split(line.text, maxsplit=1)
    return line


def _belongs(line: Line) -> bool:
    if line.also:
        return True
    if is_chrome(line.text) or is_comments_head(line) or is_section_head(line):
        return False
    if is_cue_alone(line.text):
        return False
    long = ends_sentence(line.text) and count_words(line.text) >= _LEAST_LINKED_WORDS
    return long or not line.linked


def story_lines(lines: Sequence[Line]) -> list[Line]:
    """Give the lines that are the story's, with also-read titles marked and their cues gone."""
    kept = take_titles(cut_ending(split_cues(lines)))
    kept = [_without_plug(line) for line in kept if _belongs(line)]
    return [replace(line, text=clean(line.text)) for line in kept if clean(line.text)]
