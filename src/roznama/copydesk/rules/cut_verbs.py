"""Cut verbs: a verb that stops after its first letters (ادا کیا گی)."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from roznama.copydesk.copy import Copy
from roznama.copydesk.grammar import has_form
from roznama.copydesk.marks import Mark
from roznama.copydesk.tables import rows
from roznama.urdu.letters.normalizing import normalize

_FINAL = frozenset("۔؟!?.…")


class Cut(NamedTuple):
    """What must stand before a cut verb, what was meant, and where it is told."""

    before: str
    meant: tuple[str, ...]
    anywhere: bool


@cache
def _cuts() -> dict[str, list[Cut]]:
    found: dict[str, list[Cut]] = {}
    for written, before, meant, where in rows("cut_verbs"):
        cut = Cut(before, tuple(meant.split(",")), where == "anywhere")
        found.setdefault(written, []).append(cut)
    return found


def find_cut_verbs(copy: Copy) -> Iterator[Mark]:
    """Verbs that were cut short, with what they may have been."""
    tokens = copy.tokens
    for first, last in copy.sentence_tokens:
        for at in range(first + 1, last):
            cuts = _cuts().get(tokens[at].text) or _cuts().get(_plain(tokens[at].text), [])
            if not cuts or tokens[at - 1].kind != "word":
                continue
            is_end = all(token.kind == "punctuation" for token in tokens[at + 1 : last])
            for cut in cuts:
                if (cut.anywhere or is_end) and has_form(tokens[at - 1].text, cut.before):
                    yield Mark(tokens[at].start, tokens[at].end, cut.meant, {"kind": "verb"})
                    break


def _plain(word: str) -> str:
    return normalize(word) if len(word) < 8 else word
