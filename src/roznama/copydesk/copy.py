"""Copy: all pieces of a story as one text, read once and shared by the rules."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import accumulate

from roznama.copydesk.findings import Place
from roznama.copydesk.story import Kind, Piece, Story
from roznama.urdu.attribution.finding import attributions_among
from roznama.urdu.attribution.spans import Attribution
from roznama.urdu.letters.folding import fold
from roznama.urdu.letters.normalizing import normalize_with_map
from roznama.urdu.segmentation.sentence_ends import sentence_spans
from roznama.urdu.segmentation.tokenizer import Token, tokens
from roznama.urdu.spelling.wording import Word, words_in

BODY = frozenset({Kind.PARAGRAPH, Kind.QUOTE, Kind.FACTS})
"""The kinds of pieces that hold sentences rather than titles."""


@lru_cache(maxsize=50_000)
def key_of(word: str) -> str:
    """The search form of a word of the copy; the word itself where nothing is left of it."""
    return fold(word) or word


class Copy:
    """A story's text: the pieces one under the other, a line break between each two.

    Rules work on `text` and its offsets; `place` tells which piece an offset is in.
    """

    def __init__(self, story: Story) -> None:
        self.story = story
        self.text = "\n".join(piece.text for piece in story.pieces)
        lengths = (len(piece.text) + 1 for piece in story.pieces)
        self.starts = list(accumulate(lengths, initial=0))[:-1]

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens of the whole text."""
        return tokens(self.text)

    @cached_property
    def keys(self) -> list[str]:
        """The search form of each token."""
        different = list(dict.fromkeys(token.text for token in self.tokens))
        folded = fold("\n".join(different)).split("\n")  # one call is faster than thousands
        if len(folded) != len(different):
            folded = [key_of(word) for word in different]
        keys = dict(zip(different, folded, strict=True))
        return [keys[token.text] or token.text for token in self.tokens]

    @cached_property
    def house(self) -> tuple[str, list[int]]:
        """The text in the house form, and where each of its characters came from."""
        return normalize_with_map(self.text)

    @cached_property
    def words(self) -> list[Word]:
        """The Urdu words as spellings are compared: without diacritics, in the house form."""
        return words_in(self.text, *self.house)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The sentences of the whole text; none goes over the end of a piece."""
        return sentence_spans(self.text)

    @cached_property
    def sentence_tokens(self) -> list[tuple[int, int]]:
        """For each sentence the number of its first token, and of the one behind its last."""
        found, at, tokens = [], 0, self.tokens
        for start, end in self.sentences:
            while at < len(tokens) and tokens[at].start < start:
                at += 1
            first = at
            while at < len(tokens) and tokens[at].start < end:
                at += 1
            found.append((first, at))
        return found

    @cached_property
    def attributions(self) -> list[Attribution]:
        """The claims that the story gives to a source."""
        return attributions_among(self.text, self.tokens, self.sentences)

    def sentence_at(self, at: int) -> tuple[int, int]:
        """The sentence that the offset `at` is in, or the last one before it."""
        number = bisect_right(self.sentences, (at, len(self.text) + 1)) - 1
        return self.sentences[number] if number >= 0 else (0, 0)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The number of the first token at or behind `start`, and of the first behind `end`."""
        starts = self.token_starts
        return bisect_left(starts, start), bisect_left(starts, end)

    @cached_property
    def token_starts(self) -> list[int]:
        """Where each token starts."""
        return [token.start for token in self.tokens]

    def parts(self) -> Iterator[tuple[int, Piece]]:
        """The pieces with their offsets in the text."""
        return zip(self.starts, self.story.pieces, strict=True)

    def piece_at(self, at: int) -> int:
        """The number of the piece that the offset `at` is in, or at whose end it is."""
        return bisect_right(self.starts, at) - 1

    def kind_at(self, at: int) -> Kind:
        """The kind of the piece at `at`."""
        return self.story.pieces[self.piece_at(at)].kind

    def place(self, start: int, end: int) -> Place | None:
        """Where `text[start:end]` stands in its piece; None when it is in no single piece."""
        if not self.starts or not 0 <= start < end <= len(self.text):
            return None
        number = self.piece_at(start)
        piece, base = self.story.pieces[number], self.starts[number]
        if end - base > len(piece.text):
            return None
        return Place(piece.key, start - base, end - base, self.text[start:end])
