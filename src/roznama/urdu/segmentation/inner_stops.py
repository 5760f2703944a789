"""Inner stops: full stops that do not end a sentence."""

import re

from roznama.urdu.letters.marks import MARKS
from roznama.urdu.roman.letters import LETTER_NAMES
from roznama.urdu.tables import rows

_URDU = f"\u0620-\u065f\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff{MARKS}"
_BEFORE = re.compile(f"(?:(?P<previous>[{_URDU}]{{1,20}})[۔.] ?)?(?P<word>[{_URDU}]{{1,20}})$")
_AFTER = re.compile(f"(?P<space>\\s?)(?P<word>[{_URDU}]{{1,20}})(?P<stop>[۔.]?)")
_URDU_END = re.compile(f"[{_URDU}]$")
_LATIN_BEFORE = re.compile(r"[A-Za-z.]{1,20}$")
_LIST_NUMBER = re.compile(r"\s*[(]?[0-9۰-۹]{1,3}$")
_REACH = 44  # characters of context on either side of a mark

_TITLES = frozenset(word for (word,) in rows("titles"))
_LETTERS = frozenset(LETTER_NAMES) | {"کے"}  # K is a postposition too, but not between stops
_LATIN_TITLES = frozenset(
    "Dr Mr Mrs Ms Prof St No Jr Sr vs etc Gen Col Maj Lt Inc Ltd Co".split()  # noqa: SIM905
)


def is_inner_stop(text: str, start: int, at: int, after: int) -> bool:
    """Whether the marks `text[at:after]` leave the sentence that began at `start` open."""
    marks = text[at:after]
    if marks.startswith(("۔۔", "..", "…")):
        return bool(text[after : after + 2].strip()) and text[after] != "\n"
    if marks not in ("۔", "."):
        return False
    behind = text[after : after + 1]
    before = text[max(start, at - _REACH) : at]
    if before[-1:].isdigit() and behind.isdigit():
        return True
    if at - start <= _REACH and _LIST_NUMBER.fullmatch(before):
        return True
    if marks == "." and not _URDU_END.search(before):
        return _is_latin_inside(before, behind)
    joined = marks == "." and behind.isascii() and behind.isalnum()  # رپورٹ.pdf
    return joined or _is_initial_or_title(before, text, after)


def _is_latin_inside(before: str, behind: str) -> bool:
    if behind and not behind.isspace() and behind not in "”’\"')]}»":
        return True
    token = _LATIN_BEFORE.search(before)
    word = token.group() if token else ""
    return "." in word or len(word) == 1 or word in _LATIN_TITLES


def _is_initial_or_title(before: str, text: str, after: int) -> bool:
    """Whether a ۔ stands in initials (ایم۔کیو۔ایم، اے۔ کے۔) or after a title (ڈاکٹر۔)."""
    found = _BEFORE.search(before)
    if found is None:
        return False
    word = found["word"]
    following = _AFTER.match(text, after)
    if following is None:
        return len(word) == 1 and text[after : after + 2].strip()[:1].isdigit()
    if word in _TITLES or len(word) == 1:
        return True
    if word not in _LETTERS:
        return False
    if following["word"] in _LETTERS and (following["stop"] or not following["space"]):
        return True
    return found["previous"] in _LETTERS
