"""Cut verbs: a verb that stops after its first letters (ادا کیا گی)."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from roznama.copydesk.copy import Copy
from roznama.copydesk.grammar import has_form
from roznama.copydesk.marks import Mark
from roznama.copydesk.tables import rows
from roznama.urdu.letters.folding import fold
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
    for first, last in copy.sentence_tokens:
        for at in range(first + 1, last):
            if copy.keys[at] in _keys() and (cut := _cut(copy, at, last)):
                token = copy.tokens[at]
                yield Mark(token.start, token.end, cut.meant, {"kind": "verb"})


@cache
def _keys() -> frozenset[str]:
    return frozenset(map(fold, _cuts()))


def _cut(copy: Copy, at: int, last: int) -> Cut | None:
    """What was cut, if the token at `at` is a cut verb in a sentence that ends before `last`."""
    before, tokens = copy.tokens[at - 1], copy.tokens
    cuts = _cuts().get(normalize(tokens[at].text), ()) if before.kind == "word" else ()
    # One letter and a stop look like initials, so the next mark tells more than the sentence's end.
    is_end = at + 1 == last or tokens[at + 1].text[0] in _FINAL
    fitting = (cut for cut in cuts if cut.anywhere or is_end)
    return next((cut for cut in fitting if has_form(before.text, cut.before)), None)
