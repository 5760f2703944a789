"""What an editor may want among a story's sources: what its text says that it has from others."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from roznama.newsroom.models import PaperSettings, Source
from roznama.newsroom.sources.names import claim_key, name_key
from roznama.newsroom.sources.register import sources_named
from roznama.urdu import attributions, fold

MOST = 60
"""How many suggestions an editor gets at once."""

_LEAST_ALIAS = 2  # words of an alias that may stand at the beginning of a longer name
_LONGEST_NAME = 150


@dataclass(frozen=True, slots=True)
class Member:
    """One in a chain as the text names it, with the register's source of that name."""

    name: str
    source: Source | None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A claim that the text gives to somebody; who said it stands first."""

    key: str
    claim: str
    members: tuple[Member, ...]
    is_own: bool


def suggest(
    text: str, *, there: Iterable[str] = (), dismissed: Collection[str] = ()
) -> list[Suggestion]:
    """Return the claims of a text in its order, at most 60.

    Left out are those among `there`, the story's claims already, in whole or in part, those
    whose key is `dismissed`, and repetitions.
    """
    known = [words for claim in there if (words := _words(claim))]
    seen = set(dismissed)
    found: list[tuple[str, str, list[str]]] = []
    for one in attributions(text):
        claim = " ".join(one.claim.text.split())
        key = claim_key(claim)
        if key in seen or _is_there(claim, known):
            continue
        seen.add(key)
        names = [" ".join(span.text.split())[:_LONGEST_NAME] for span in reversed(one.chain)]
        found.append((key, claim, names))
        if len(found) == MOST:
            break
    return _matched(found)


def _words(text: str) -> str:
    """The folded words of a text with one space around each."""
    words = " ".join(re.findall(r"\w+", fold(text)))
    return f" {words} " if words else ""


def _is_there(claim: str, known: Iterable[str]) -> bool:
    words = _words(claim)
    return any(words in other or other in words for other in known)


def _matched(found: list[tuple[str, str, list[str]]]) -> list[Suggestion]:
    """Match all names of all chains with one look into the register."""
    paper = name_key(PaperSettings.load().name)
    names = {name for _, _, chain in found for name in chain}
    known = sources_named([*names, *(part for name in names for part in _beginnings(name))])
    return [
        Suggestion(
            key,
            claim,
            tuple(_member(name, known) for name in chain if name_key(name) != paper),
            is_own=any(name_key(name) == paper for name in chain),
        )
        for key, claim, chain in found
    ]


def _beginnings(name: str) -> list[str]:
    """What a longer name begins with: رپورٹ of an agency is the agency's. Longest first."""
    words = name_key(name).split()
    return [" ".join(words[:end]) for end in range(len(words) - 1, _LEAST_ALIAS - 1, -1)]


def _member(name: str, known: dict[str, Source]) -> Member:
    keys = [name_key(name), *_beginnings(name)]
    return Member(name, next((known[key] for key in keys if key in known), None))
