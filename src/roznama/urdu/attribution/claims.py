"""Claims: which words of the text a cue gives to its speaker."""

from roznama.urdu.attribution.chains import Relay
from roznama.urdu.attribution.lexicon import word_class
from roznama.urdu.attribution.reading import Words
from roznama.urdu.attribution.sentence import QUOTES, Phrase

_FINITE = word_class("finite")
_LINK = word_class("link")
_PUNCTUATION = frozenset({"،", "؛", ":", "۔", "-", "–", ",", ".", ":-", "…", "۔۔۔"})
_SINGLE = frozenset("‘’'")
_DOUBLE = QUOTES - _SINGLE
_INTRODUCING = frozenset({"کہ", ":", "،"})
_MIND = frozenset({"یاد", "واضح", "خیال"})
_LONGEST = 300  # words of a claim
_SENTENCE_ENDS = frozenset({"۔", "؟", "!", "."})
_LONGEST_QUOTATION = 200  # words; a mark without its fellow must not swallow a story
_NEAR = 60  # words in which a کہ is looked for
_WORDING = 4  # words that a quotation must have to be more than an expression


def claim_of(
    words: Words, relay: Relay, first: int, last: int, previous: Phrase | None
) -> Phrase | None:
    """The words of the claim of `relay`, in the sentence from `first` to before `last`.

    `previous` is the sentence before it, to which یہ بات کہی points.
    """
    cue = relay.cue
    if cue.kind == "previous":
        return previous
    if cue.noun:
        return bare(words, *cue.noun)
    before = _before(words, max(first, relay.first - _LONGEST), relay.first)
    quoted = _quotation(words, _behind(words, relay), last)
    if quoted:
        return _longer_quotation(words, relay, before, quoted)
    behind = _behind(words, relay)
    after = bare(
        words, behind, _aside_of_writer(words, behind, min(relay.limit, behind + _LONGEST))
    )
    return after if cue.linked else _longer(words, before, after)


def _aside_of_writer(words: Words, first: int, end: int) -> int:
    """Where the writer takes over in a claim with یاد رہے کہ, or its end."""
    for at in range(first + 1, end - 1):
        if words.keys[at + 1] == "رہے" and words.keys[at] in _MIND:
            return at
    return end


def _behind(words: Words, relay: Relay) -> int:
    """Where the words behind a cue begin; behind its speaker in بقول ان کے."""
    end = max([relay.cue.end, *(phrase[1] for phrase in relay.cue.chain)])
    return end + (end > relay.cue.end and words.keys[end : end + 1] == ["کے"])


def _before(words: Words, first: int, end: int) -> Phrase | None:
    """The words before a cue, from the last کہ on: those belong to one clause."""
    while end > first and words.keys[end - 1] in _LINK:
        end -= 1
    for at in range(end - 1, max(first, end - _NEAR), -1):
        if words.keys[at - 1] == "کہ":
            return bare(words, at, end)
    return bare(words, first, end)


def _longer(words: Words, before: Phrase | None, after: Phrase | None) -> Phrase | None:
    if before is None or after is None:
        return before or after
    if words.keys[before[1] - 1] in _FINITE and after[1] - after[0] > 2:
        return after  # what stands before is a clause of its own
    return max(before, after, key=lambda phrase: len(words.piece(*phrase)))


def _longer_quotation(words: Words, relay: Relay, before: Phrase | None, quoted: Phrase) -> Phrase:
    """The longer piece of a quotation that its speaker interrupts."""
    if before is None or words.keys[relay.first - 1] not in QUOTES:
        return quoted
    return max(before, quoted, key=lambda phrase: len(words.piece(*phrase)))


def bare(words: Words, first: int, end: int) -> Phrase | None:
    """The phrase without کہ, punctuation and enclosing quotation marks at its edges."""
    keys = words.keys
    while first < end and (keys[first] in _PUNCTUATION or keys[first] == "کہ"):
        first += 1
    while first < end and keys[end - 1] in _PUNCTUATION:
        end -= 1
    if end - first > 1 and QUOTES.isdisjoint(keys[first + 1 : end - 1]):
        opened, closed = keys[first] in QUOTES, keys[end - 1] in QUOTES
        if opened or closed:
            return bare(words, first + opened, end - closed)
    return (first, end) if first < end else None


def _quotation(words: Words, at: int, last: int) -> Phrase | None:
    """The quotation that begins at `at`, if it is the claim and not a word in it."""
    keys = words.keys
    while at < last and (keys[at] in _PUNCTUATION or keys[at] == "کہ"):
        at += 1
    if at >= last or keys[at] not in QUOTES:
        return None
    end = _closing(words, at)
    if end is None or not _stands_alone(keys, at, end, last):
        return None
    return bare(words, at + 1, end)


def _closing(words: Words, at: int) -> int | None:
    """Where the quotation that opens at `at` closes; marks of one kind may nest."""
    keys, depth = words.keys, 1
    fellows = _SINGLE if keys[at] in _SINGLE else _DOUBLE
    for end in range(at + 1, min(len(keys), at + _LONGEST_QUOTATION)):
        if keys[end] not in fellows:
            continue
        if keys[end - 1] in _INTRODUCING:
            return None  # another quotation begins: this one was never closed
        depth += 1 if _opens(words, end) else -1
        if not depth:
            return end
    return None


def _opens(words: Words, at: int) -> bool:
    """Whether a mark stands close to the word behind it only."""
    if at + 1 == len(words.keys) or words.starts[at + 1] > words.ends[at]:
        return False
    return words.ends[at - 1] < words.starts[at] and words.keys[at + 1] not in _PUNCTUATION


def _stands_alone(keys: list[str], at: int, end: int, last: int) -> bool:
    behind = end + 1
    if behind >= last or keys[behind] in _SENTENCE_ENDS or keys[end - 1] in _SENTENCE_ENDS:
        return True
    ended = keys[end - 1] in _FINITE or keys[behind] in _LINK
    return ended and end - at > _WORDING
