"""Spans: what an attribution consists of, as places in the text."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Span:
    """A piece of a text: `text` is `source[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Attribution:
    """A claim, the cue that marks it, and whom the text has it from.

    `chain` names the relay, nearest first, each as the text writes it; `speaker` is its last
    member, the origin. A passive that names no source has no speaker and an empty chain.
    """

    claim: Span
    cue: Span
    speaker: Span | None
    chain: tuple[Span, ...]
