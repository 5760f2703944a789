"""Speakers: the noun phrase before a postposition, and the name that it gives a source."""

from roznama.urdu.attribution.lexicon import key_of, outlet_names, word_class
from roznama.urdu.attribution.sentence import PAUSES, QUOTES, Phrase
from roznama.urdu.roman.letters import LETTER_NAMES

_LONGEST = 18  # words; subjects in news are seldom longer
_LONGEST_ASIDE = 8  # words in brackets or quotation marks inside a phrase
_LONGEST_PARTICIPLE = 8  # words of کراچی سے تعلق رکھنے والے

_STOP = word_class("stop")
_FINITE = word_class("finite")
_GENITIVE = word_class("genitive")
_PRONOUN = word_class("pronoun")
_BEFORE = word_class("before")
_TITLE = word_class("title")
_KIND = word_class("kind")
_PARTICIPLE = word_class("participle")
_CONJUNCTION = word_class("conjunction")
_ENDING = word_class("copula") | _CONJUNCTION
_OCCASION = word_class("occasion")
_TYING = frozenset({"سے", "پر"})
_RELATIVE = frozenset({"جو", "جنہوں", "جن", "جنہیں"})
_STOP_OR_NAME = frozenset({"شام", "ذریعے", "والا", "والوں"})  # Syria, not evening; a source
_CROSSED = frozenset({"نے", "کو", "مطابق", "بقول"})
_QUANTITY = (
    *(["بہت", "سے"], ["بہت", "سی"], ["سے", "زیادہ"], ["سے", key_of("زائد")]),
    *(["کے", "قریب"], ["کے", "لگ", key_of("بھگ")]),
)
_CLOSING: dict[str, tuple[str, ...]] = {
    "’": ("‘", "’", "'"), "‘": ("’", "‘"), "”": ("“",), '"': ('"',), "'": ("'", "‘", "’"),
    "’’": ("‘‘",), "‘‘": ("’’",), "''": ("''",), ")": ("(",),
}  # fmt: skip
"""What closes words said aside, and what can have opened them; two single marks are a double."""
_LETTERS = frozenset(key_of(name) for name in LETTER_NAMES) - {"سے"}
_NO_NAME = _GENITIVE | {"(", "اور", "و"}


def phrase_before(keys: list[str], end: int, floor: int) -> Phrase | None:
    """The noun phrase whose last word is `end` - 1, not reaching before `floor`, or None."""
    if end - 1 >= floor and _is_pronoun(keys, end - 1, floor):
        return (end - 1, end)
    known = outlet_at_end(keys, end, floor)
    first = min(_trimmed(keys, _reached(keys, end, floor), end), end - known)
    if first >= end:
        return _before_aside(keys, end, floor)
    return (_with_participle(keys, first, end, floor), end)


def _before_aside(keys: list[str], end: int, floor: int) -> Phrase | None:
    """The phrase before a relative clause that stands before `end`: راجپال جو مشہور ہیں کا کہنا."""
    last = end - 1 - (end > floor and keys[end - 1] == "،")
    if last <= floor or keys[last] not in _ENDING:
        return None
    for at in range(last - 1, max(floor, last - _LONGEST), -1):
        if keys[at] in _RELATIVE:
            before = at - (keys[at - 1] == "،")
            return phrase_before(keys, before, floor) if before > floor else None
    return None


def _reached(keys: list[str], end: int, floor: int) -> int:
    """How far left the words before `end` belong to one phrase."""
    first, floor = end, max(floor, end - _LONGEST)
    if end > floor and keys[end - 1] in _STOP_OR_NAME:
        first -= 1
    while first > floor:
        reach = _step(keys, first, floor)
        if reach == first:
            break
        first = reach
    return first


def _is_pronoun(keys: list[str], at: int, floor: int) -> bool:
    name = keys[at] == "ان" and at > floor and keys[at - 1] in ("جونگ", "-")  # Kim Jong Un
    return keys[at] in _PRONOUN and not name


def _step(keys: list[str], at: int, floor: int) -> int:
    """Where the phrase that begins at `at` begins with one more word; `at` if it ends here."""
    key = keys[at - 1]
    if key in _CLOSING:
        return aside(keys, at, floor)
    if key == "اور":
        joined = at - 1 > floor and is_nominal(keys[at - 2]) and keys[at - 2] not in _GENITIVE
        return at - 1 if joined else at
    for words in _QUANTITY:  # پچاس سے زائد افراد
        if keys[at - len(words) : at] == words and keys[at] not in _GENITIVE | _STOP:
            return max(floor, at - len(words))
    return at - 1 if is_nominal(key) or _in_initials(keys, at - 1) else at


def is_nominal(key: str) -> bool:
    """Whether a word can stand inside a noun phrase."""
    return key not in _STOP and key not in _FINITE and (key.isalnum() or "-" in key or "." in key)


def _in_initials(keys: list[str], at: int) -> bool:
    """Whether the word is a letter beside another: آئی (also "came") in پی ٹی آئی."""
    beside = keys[max(0, at - 1) : at] + keys[at + 1 : at + 2]
    return keys[at] in _LETTERS and not _LETTERS.isdisjoint(beside)


def aside(keys: list[str], at: int, floor: int) -> int:
    """Where the brackets or quotation marks open that close before `at`."""
    openers = _CLOSING.get(keys[at - 1], ())  # a sentence can end in an opening mark
    for start in range(at - 2, max(floor, at - 2 - _LONGEST_ASIDE) - 1, -1):
        if keys[start] in openers:
            return start
        spoken = keys[start] in _FINITE and not _in_initials(keys, start)
        if spoken or keys[start].startswith("@"):
            break
    return at


def _trimmed(keys: list[str], first: int, end: int) -> int:
    while first < end and (keys[first] in _BEFORE or _is_mark(keys[first])):
        first += 1
    if keys[first : first + 2] == ["یہ", "بات"] and first + 2 < end:
        return first + 2
    if _opens_occasion(keys, first, end):
        return first + 1
    return first


def _opens_occasion(keys: list[str], first: int, end: int) -> bool:
    """Whether the word is an occasion before the phrase: دوران انٹرویو گلوکار نے."""
    during = first > 0 and keys[first - 1] == "دوران" and keys[first] in _OCCASION
    return during and first + 1 < end and keys[first + 1] not in _GENITIVE


def _is_mark(key: str) -> bool:
    return key[0] in ".…-–،؛:" and not key.isalnum()


def _with_participle(keys: list[str], first: int, end: int, floor: int) -> int:
    """The start of a phrase with its participle, if that begins where a clause does.

    زخمی ہونے والے ایک شخص, بعد میں جاری ہونے والے بیان.
    """
    inside = first + 1 < end and keys[first] in _PARTICIPLE and keys[first - 1] in _TYING
    noun = first + inside  # in فالج سے متاثرہ افراد the participle counts as a noun
    if noun <= floor + inside or keys[noun - 1] not in _PARTICIPLE or end - noun > _LONGEST:
        return first
    for at in range(noun - 1, max(floor, noun - 1 - _LONGEST_PARTICIPLE) - 1, -1):
        if at == floor or keys[at - 1] in PAUSES or keys[at - 1] in _ENDING:
            return _trimmed(keys, at, noun)
        if keys[at - 1] in _CROSSED:
            break
    return first


def outlet_at_end(keys: list[str], end: int, floor: int) -> int:
    """How many words before `end` are the name of a known outlet; 0 for none."""
    for name in outlet_names().get(keys[end - 1], ()) if end > floor else ():
        if end - len(name) >= floor and tuple(keys[end - len(name) : end]) == name:
            return len(name)
    return 0


def named(keys: list[str], phrase: Phrase) -> Phrase:
    """`phrase` without the appositive before a proper name, and without quotation marks.

    فرانسیسی خبر رساں ادارے اے ایف پی is اے ایف پی; the office of a person stays.
    """
    first, end = phrase
    known = outlet_at_end(keys, end, first)
    for at in range(min(end - 2, end - known - 1), first - 1, -1):
        joined = "اور" in keys[first:at]  # رائٹرز اور خبر رساں ادارے اے ایف پی
        is_last = bool(known) and at + 1 == end - known
        title = keys[at] in _TITLE and (keys[at + 1] not in _NO_NAME or is_last)
        if not joined and (title or (is_last and keys[at] in _KIND)):
            first = at + 1
            break
    if end - first > 2 and keys[first] in QUOTES and keys[end - 1] in QUOTES:
        return (first + 1, end - 1)
    return (first, end)
