"""Reading other people's pages: pure functions from bytes to a clean story."""

from roznama.wire.reading.reader import read_page
from roznama.wire.reading.story import Block, BlockKind, ReadStory, UnreadablePage

__all__ = ["Block", "BlockKind", "ReadStory", "UnreadablePage", "read_page"]
