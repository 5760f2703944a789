"""What a source may be that has only a name so far."""

from __future__ import annotations

from functools import cache

from roznama.newsroom.sources.kinds import SourceKind
from roznama.newsroom.sources.names import name_key
from roznama.urdu.tables import rows, rows_of

_OUTLETS = {"agency": SourceKind.AGENCY, "state": SourceKind.STATE}


def guess_kind(name: str) -> SourceKind:
    """Return what kind of source goes by a name: a known outlet's, else what its words say."""
    key = name_key(name)
    if kind := _outlet_kinds().get(key):
        return kind
    spaced = f" {key} "
    return next((kind for word, kind in _words() if f" {word} " in spaced), SourceKind.PERSON)


@cache
def _outlet_kinds() -> dict[str, SourceKind]:
    kinds: dict[str, SourceKind] = {}
    for name, aliases, latin, _, kind in rows("outlets"):
        for one in (name, latin, *aliases.split("|")):
            kinds.setdefault(name_key(one), _OUTLETS.get(kind, SourceKind.NEWSPAPER))
    return kinds


@cache
def _words() -> tuple[tuple[str, SourceKind], ...]:
    words = rows_of("roznama.newsroom.sources", "kind_words.tsv")
    return tuple((name_key(word), SourceKind(kind)) for word, kind in words)
