"""Cut verbs: a verb that stops after its first letters (ادا کیا گی)."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from roznama.copydesk.copy import Copy
from roznama.copydesk.grammar import FORMS, has_form
from roznama.copydesk.marks import Mark
from roznama.copydesk.story import Kind
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
                meant = _closed(copy, at, cut)
                yield Mark(token.start, token.end, meant, {"kind": "verb"})


def _closed(copy: Copy, at: int, cut: Cut) -> tuple[str, ...]:
    """What was meant; with a full stop where the paragraph ends with the cut."""
    end = copy.tokens[at].end
    piece = copy.piece_at(end)
    rest = copy.text[end : copy.starts[piece] + len(copy.story.pieces[piece].text)]
    is_open = not rest.strip() and copy.story.pieces[piece].kind == Kind.PARAGRAPH
    return tuple(word + "۔" for word in cut.meant) if is_open else cut.meant


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
    return next((cut for cut in fitting if _follows(copy, at, cut.before)), None)


def _follows(copy: Copy, at: int, form: str) -> bool:
    """Whether what stands before the token has the form; of "plural جا" the words, one by one."""
    forms = form.split()
    before = copy.tokens[max(0, at - len(forms)) : at]
    return len(before) == len(forms) and all(
        has_form(token.text, one) if one in FORMS else copy.keys[token_at] == one
        for token_at, (token, one) in enumerate(zip(before, forms, strict=True), at - len(forms))
    )
