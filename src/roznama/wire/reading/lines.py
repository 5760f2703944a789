"""A page as lines, the form that both HTML and plain text are brought to."""

from dataclasses import dataclass
from functools import cached_property

from roznama.wire.reading.letters import (
    LINK_CLOSE,
    LINK_OPEN,
    clean,
    count_words,
    ends_sentence,
    urdu_share,
)

# A paragraph of a story has at least this many words and a full stop; captions and titles seldom
# have both. A paragraph that lost its full stop is known by being longer than any title.
_LEAST_WORDS = 8
_LEAST_WORDS_UNSTOPPED = 36


@dataclass(frozen=True)
class Line:
    """One line of a page; link marks may stand in the text (see `letters`).

    `heading`: the page's markup says it is one. `gap`: a blank line or a block's edge is before it.
    `also`: the text is the title of another story, its cue words taken off.
    """

    text: str
    heading: bool = False
    gap: bool = True
    also: bool = False

    @property
    def linked(self) -> bool:
        """Whether the whole line is one link."""
        text = self.text.strip()
        return text.startswith(LINK_OPEN) and text.find(LINK_CLOSE) == len(text) - 1

    @cached_property
    def is_story(self) -> bool:
        """Whether the line reads like a story's paragraph: Urdu sentences, no link or heading."""
        if self.heading or self.linked or self.also or urdu_share(self.text) <= 0.5:
            return False
        least = _LEAST_WORDS if ends_sentence(self.text) else _LEAST_WORDS_UNSTOPPED
        return count_words(self.text) >= least


def plain_lines(text: str) -> list[Line]:
    """Split plain text into lines, remembering where blank lines stood."""
    lines, gap = [], True
    for raw in text.splitlines():
        if kept := clean(raw):
            lines.append(Line(kept, gap=gap))
        gap = not kept
    return lines
