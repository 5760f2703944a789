"""House words: whole words that normalization spells one way."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import takewhile

from roznama.urdu.letters.codepage import page
from roznama.urdu.letters.composing import IN_WORD, WORD_END
from roznama.urdu.letters.edits import Rewrite, Step
from roznama.urdu.tables import rows


def respelled(table: str, *, anchor: int) -> Iterator[Step]:
    """Rules that do what `data/TABLE.tsv` says: a word, a tab, the word for it.

    One search for each change of letters, not for each word, because a search costs the same
    whether it finds anything: the pattern begins with the letters that change (at least
    `anchor` of them) and looks around from there.
    """
    changes: dict[tuple[bytes, bytes], list[bytes]] = defaultdict(list)
    for old, new in rows(table):
        head = _shared(old, new)
        rest = _shared(old[len(head) :][::-1], new[len(head) :][::-1])[::-1]
        rest = rest[max(0, anchor - (len(old) - len(head) - len(rest))) :]
        changed = page(old[len(head) : len(old) - len(rest)])
        around = b"(?<=(?<!" + IN_WORD + b")" + page(head) + changed + b")(?=" + page(rest)
        changes[changed, page(new[len(head) : len(new) - len(rest)])].append(
            around + WORD_END + b")"
        )
    for (changed, to), places in changes.items():
        pattern = changed + b"(?:" + b"|".join(places) + b")"
        yield Rewrite(re.compile(pattern), to, needs=(changed,))


def _shared(one: str, other: str) -> str:
    """What both begin with."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return "".join(letter for letter, _ in same)


HOUSE_WORDS: tuple[Step, ...] = tuple(respelled("house_words", anchor=2))
