"""Endings: sentences that stop in the middle, and paragraphs without a final mark."""

from collections.abc import Iterator
from typing import NamedTuple

from roznama.copydesk.copy import Copy
from roznama.copydesk.grammar import ends_clause, in_class, is_light_noun
from roznama.copydesk.house import HouseList
from roznama.copydesk.marks import Mark
from roznama.copydesk.rules.cut_verbs import find_cut_verbs
from roznama.copydesk.story import Kind
from roznama.urdu.segmentation.tokenizer import Token

_FINAL = frozenset("۔؟!?.…:؛")
_CLOSERS = frozenset("”’\"'»“‘")
_LONG_ENOUGH = 7  # words: a shorter line without a verb may be a caption, a name or a title


class Ending(NamedTuple):
    """The end of a paragraph: its last word, the words before it, and the mark behind it."""

    last: Token
    before: list[Token]
    mark: str


def find_cut_short(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """Verbs that were cut short, and sentences that end on a word that no sentence ends with."""
    verbs = list(find_cut_verbs(copy))
    told = {mark.start for mark in verbs}
    yield from verbs
    for first, last in copy.sentence_tokens:
        ending = _ending(copy.tokens[first:last])
        if ending and ending.mark == "۔" and _breaks_off(ending):
            yield Mark(ending.last.start, ending.last.end, (), {"kind": "dangling"})
    for ending in _unfinished(copy):
        if ending.last.start not in told and _is_cut(ending):
            yield Mark(ending.last.start, ending.last.end, (), {"kind": "open"})


def find_no_final_mark(copy: Copy) -> Iterator[Mark]:
    """Paragraphs that end on a verb, but without a mark."""
    for ending in _unfinished(copy):
        if not _is_cut(ending) and _is_sentence(ending):
            word = ending.last
            detail = {"kind": "final", "mark": "۔"}
            yield Mark(word.start, word.end, (word.text + "۔",), detail)


def _unfinished(copy: Copy) -> Iterator[Ending]:
    """The last sentences of the paragraphs that end without a mark."""
    ends = {
        base + len(piece.text.rstrip())
        for base, piece in copy.parts()
        if piece.kind == Kind.PARAGRAPH and piece.text.strip()
    }
    for (_, end), (first, last) in zip(copy.sentences, copy.sentence_tokens, strict=True):
        if end in ends and (ending := _ending(copy.tokens[first:last])) and not ending.mark:
            yield ending


def _ending(tokens: list[Token]) -> Ending | None:
    """How a sentence ends; None when it has no last word, or a bracket behind it."""
    at, mark = len(tokens) - 1, ""
    while at >= 0 and tokens[at].kind in ("punctuation", "emoji"):
        text = tokens[at].text
        if text[0] not in _FINAL and text[0] not in _CLOSERS:
            return None
        mark = text if text[0] in _FINAL else mark
        at -= 1
    return Ending(tokens[at], tokens[:at], mark) if at >= 0 else None


def _words(ending: Ending) -> list[Token]:
    return [token for token in ending.before if token.kind != "punctuation"]


def _dangles(ending: Ending, kind: str) -> bool:
    before = ending.before[-1] if ending.before else None
    if before is None or not in_class(kind, ending.last.text):
        return False
    if in_class("verb_too", ending.last.text):  # ملاقات کی
        return not is_light_noun(before.text)
    return not in_class("letter", before.text)  # یو کے


def _breaks_off(ending: Ending) -> bool:
    """Whether a sentence with its full stop ends on a word that none ends with.

    Speech turns sentences around (کیا بات کی آپ نے۔), so the clause must have no verb yet.
    """
    if not _dangles(ending, "always_dangling") or any(
        in_class("except", token.text) for token in ending.before
    ):
        return False
    clause = ending.before
    for at, token in enumerate(ending.before):
        if in_class("opens_clause", token.text):
            clause = ending.before[at + 1 :]
    return in_class("opens_clause", ending.last.text) or not any(
        in_class("finite", token.text) for token in clause
    )


def _is_cut(ending: Ending) -> bool:
    if any(token.text == ":" or in_class("look", token.text) for token in ending.before):
        return False  # a headline in a list, or a call to look at something
    if _dangles(ending, "dangling"):
        return len(_words(ending)) > 1
    if in_class("verb_too", ending.last.text) or ends_clause(ending.last.text):
        return False
    return ending.last.kind == "word" and len(_words(ending)) >= _LONG_ENOUGH


def _is_sentence(ending: Ending) -> bool:
    return len(_words(ending)) > 1 and ending.last.kind == "word"
