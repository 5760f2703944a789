"""Cues: the words that mark a claim as somebody's, found in one sentence."""

from collections.abc import Callable, Iterator

from roznama.urdu.attribution.active import deems, denies, says
from roznama.urdu.attribution.headlines import captioned
from roznama.urdu.attribution.lexicon import patterns
from roznama.urdu.attribution.matching import Cue, Found, match
from roznama.urdu.attribution.nominal import according, hears, holds
from roznama.urdu.attribution.passive import emerges
from roznama.urdu.attribution.sentence import Sentence

_READERS: dict[str, Callable[[Sentence, Found], Cue | None]] = {
    "says": says,
    "announces": says,
    "captioned": captioned,
    "deemed": deems,
    "denies": denies,
    "hearsay": hears,
    "emerges": emerges,
    "holds": holds,
    "according": according,
}


def cues(s: Sentence) -> Iterator[Cue]:
    """The cues of a sentence in order; none in a question."""
    at = s.last if s.is_question() else s.first
    while at < s.last:
        cue = _cue_at(s, at)
        if cue:
            yield cue
        at = max(at + 1, cue.end if cue else 0)


def _cue_at(s: Sentence, at: int) -> Cue | None:
    for pattern in patterns().get(s.keys[at], ()):
        reader = _READERS.get(pattern.kind)
        found = match(s, at, pattern) if reader else None
        cue = reader(s, found) if reader and found else None
        if cue:
            return cue
    return None
