"""Finding attributions: who a news text says it has something from."""

from collections.abc import Iterator

from roznama.urdu.attribution.chains import Relay, relays
from roznama.urdu.attribution.claims import bare, claim_of
from roznama.urdu.attribution.cues import cues
from roznama.urdu.attribution.headlines import headline_cue
from roznama.urdu.attribution.reading import Words
from roznama.urdu.attribution.sentence import Phrase, Sentence
from roznama.urdu.attribution.spans import Attribution, Span
from roznama.urdu.segmentation.sentence_ends import sentence_spans
from roznama.urdu.segmentation.tokenizer import Token, tokens


def attributions(text: str) -> list[Attribution]:
    """The claims of `text` that it gives to a source, in the order of their cues.

    A claim reaches to the end of the sentence of its cue, or is the quotation right behind it.
    "X says that Y said" is one attribution: its chain is (X, Y), its speaker Y. Orders and
    demands are none, nor is what a plan, a law or a clock says (پروگرام کے مطابق); see
    docs/urdu.md. Offsets are those of `text`. Any text gives a result, in linear time.
    """
    return attributions_among(text, tokens(text), sentence_spans(text))


def attributions_among(
    text: str, read: list[Token], spans: list[tuple[int, int]]
) -> list[Attribution]:
    """What `attributions` finds, for a caller who has the tokens and sentences already."""
    words = Words(text, read)
    found: list[Attribution] = []
    previous, quoted = None, 0
    for first, last in _sentences(words, spans):
        for relay in _relays(words, first, last):
            claim = claim_of(words, relay, first, last, previous)
            if claim is None or relay.cue.start < quoted:
                continue  # what stands in a quotation of several sentences is part of it
            found.append(_attribution(words, relay, claim))
            quoted = claim[1] if claim[1] > last else quoted
        previous = bare(words, first, last)
    return found


def _relays(words: Words, first: int, last: int) -> Iterator[Relay]:
    """The relays of a sentence; in a line of its own it may be a headline."""
    s = Sentence(words, first, last)
    found = list(cues(s))
    if not found and _is_line(words, first, last) and (cue := headline_cue(s)):
        found = [cue]
    return relays(words, found, last)


def _is_line(words: Words, first: int, last: int) -> bool:
    """Whether a sentence has its line, and so perhaps the headline's, to itself."""
    if first == last:
        return False
    before = words.text[words.ends[first - 1] if first else 0 : words.starts[first]]
    after = words.text[
        words.ends[last - 1] : words.starts[last] if last < len(words.keys) else None
    ]
    return (not first or "\n" in before) and (last == len(words.keys) or "\n" in after)


def _attribution(words: Words, relay: Relay, claim: Phrase) -> Attribution:
    chain = tuple(_span(words, phrase) for phrase in relay.chain)
    cue = _span(words, (relay.cue.start, relay.cue.end))
    return Attribution(_span(words, claim), cue, chain[-1] if chain else None, chain)


def _sentences(words: Words, spans: list[tuple[int, int]]) -> Iterator[Phrase]:
    """The sentences as words: the first, and the one after the last."""
    first = 0
    for _, end in spans:
        last = first
        while last < len(words.keys) and words.starts[last] < end:
            last += 1
        yield first, last
        first = last


def _span(words: Words, phrase: Phrase) -> Span:
    start, end = words.starts[phrase[0]], words.ends[phrase[1] - 1]
    return Span(start, end, words.text[start:end])
