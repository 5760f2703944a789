"""The register: what a new paper starts with, and who goes by a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction

from roznama.newsroom.sources.guessing import guess_kind
from roznama.newsroom.sources.models import Source, SourceAlias
from roznama.newsroom.sources.names import name_key
from roznama.urdu.tables import rows, rows_of

_LONGEST_NAME = 150
_COLUMNS = ("name", "name_latin", "kind", "country", "home_page", "note")


@transaction.atomic
def fill_register() -> int:
    """Enter the sources of register.tsv where the register is empty; return how many came in."""
    if Source.objects.exists():
        return 0
    outlets = dict(_outlet_names())
    taken: set[str] = set()
    count = 0
    for row in rows_of("roznama.newsroom.sources", "register.tsv"):
        *cells, aliases = row
        source = Source(**dict(zip(_COLUMNS, cells, strict=True)))
        written = [source.name, source.name_latin, *aliases.split("|")]
        more = outlets.get(name_key(source.name), ())
        source.aliases = list(_new_aliases([*written, *more], taken))
        source.save()
        count += 1
    return count


def _outlet_names() -> Iterator[tuple[str, list[str]]]:
    """Yield the names of outlets that the language engine knows, each with its other names."""
    for name, aliases, *_ in rows("outlets"):
        yield name_key(name), aliases.split("|")


def _new_aliases(names: Iterable[str], taken: set[str]) -> Iterator[SourceAlias]:
    for name in names:
        key = name_key(name)
        if key and key not in taken:
            taken.add(key)
            yield SourceAlias(text=name, folded=key)


def sources_named(names: Iterable[str]) -> dict[str, Source]:
    """Return who goes by these names, by name key; names that nobody has are left out."""
    wanted = {name_key(name) for name in names} - {""}
    found = SourceAlias.objects.filter(folded__in=wanted).select_related("source__merged_into")
    return {alias.folded: alias.source.merged_into or alias.source for alias in found}


def hands_named(names: Iterable[str]) -> list[dict[str, Any]]:
    """Return a chain of names as `SourceBlock` takes it, with the register's sources chosen."""
    written = list(names)
    known = sources_named(written)
    return [{"source": known.get(name_key(name)), "name": name} for name in written]


def find_source(word: str) -> Source | None:
    """Return the source at this address, or that goes by this name; None for nobody."""
    found = Source.current.filter(slug=word).first()
    return found or next(iter(sources_named([word]).values()), None)


@transaction.atomic
def enter_source(name: str) -> Source:
    """Return who goes by a name, entered into the register where nobody does.

    Raises:
        ValueError: the name has no letters, or more than 150.

    """
    if not name_key(name) or len(name) > _LONGEST_NAME:
        raise ValueError("this is no name")
    if found := sources_named([name]):
        return next(iter(found.values()))
    return Source.objects.create(name=name, kind=guess_kind(name))
