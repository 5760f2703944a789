"""Reading: a text as words in their search form, each with its place in the text."""

from functools import lru_cache

from roznama.urdu.attribution.lexicon import glued, key_of
from roznama.urdu.frequency import frequency
from roznama.urdu.segmentation.tokenizer import Token, tokens


class Words:
    """The words and marks of a text: keys (search form), starts and ends, by index.

    Words typed as one (کہاکہ) count as two.
    """

    def __init__(self, text: str, read: list[Token] | None = None) -> None:
        """Read `text`; its tokens may be given by a caller who has them already."""
        self.text = text
        self.keys: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for token in tokens(text) if read is None else read:
            self._add(token.text, token.start, token.end)

    def _add(self, word: str, start: int, end: int) -> None:
        parts = _parts(word) if len(word) <= _LONGEST else ((word[:_LONGEST], len(word)),)
        for key, reach in parts:
            if not key:  # a tatweel by itself
                continue
            self.keys.append(key)
            self.starts.append(start)
            self.ends.append(start := min(end, self.starts[-1] + reach))

    def piece(self, first: int, last: int) -> str:
        """The text from word `first` to before word `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]


_IN = "میں"
_SAYING = key_of("کاکہنا")
_LONGEST = 40  # characters; what is longer is no word of a cue


@lru_cache(maxsize=50_000)
def _parts(word: str) -> tuple[tuple[str, int], ...]:
    """The keys in `word` and how many of its characters each takes.

    ے stands at the end of a word only, so letters behind it (نےکہا) are the next one's.
    """
    key = key_of(word)
    first = _first_word(key)
    # Marks belong to the letter before them, so the longest beginning with this key.
    at = max((i for i in range(1, len(word)) if key_of(word[:i]) == first), default=0)
    if first == key or not at:
        return ((key, len(word)),)
    return ((first, at), *_parts(word[at:]))


def _first_word(key: str) -> str:
    if split := glued().get(key):
        return split[0]
    if key.endswith(_IN) and not frequency(key) and frequency(key[: -len(_IN)]):
        return key[: -len(_IN)]  # شومیں
    if key.endswith(_SAYING):
        return key[: -len(_SAYING)] or "کا"  # وزیرکاکہنا
    head, yeh, tail = key.partition("ے")
    return head + yeh if head and tail.strip("ںۓ") else key
