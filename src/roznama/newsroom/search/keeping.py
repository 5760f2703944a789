"""Keeping the index true to the analyzer: made anew when its words would come out differently."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.core.management import call_command
from modelsearch.index import RelatedFields, get_indexed_models

from roznama import urdu
from roznama.newsroom.models import SearchMark

# What decides a term: letters, tokens, stems and their tables.
_ANALYZER = ("letters", "segmentation", "stemming", "data", "stop_words.py", "frequency.py")


def index_anew() -> bool:
    """Index every page, picture and author when the analyzer has changed; return whether it had.

    Object after object takes the place of its old entry, in small transactions, so the paper
    can be edited and searched meanwhile. What was interrupted begins again.
    """
    wanted = analyzer_digest()
    if SearchMark.read() == wanted:
        return False
    call_command("update_index", verbosity=0, chunk_size=100)
    SearchMark.write(wanted)
    return True


def analyzer_digest() -> str:
    """Return a digest of all that the words of the index depend on: code, tables, fields."""
    digest = sha256(version("wordfreq").encode())
    for path in _files():
        digest.update(path.read_bytes())
    for model in get_indexed_models():
        digest.update(f"{model._meta.label} {_named(model.get_search_fields())}".encode())
    return digest.hexdigest()


def _files() -> Iterator[Path]:
    engine = Path(urdu.__file__).parent
    for root in (*(engine / name for name in _ANALYZER), Path(__file__).parent):
        files = [root] if root.is_file() else root.rglob("*")
        yield from sorted(path for path in files if path.suffix in {".py", ".tsv"})


def _named(fields: list[Any]) -> str:
    return " ".join(
        f"{type(field).__name__}:{field.field_name}"
        + (f"({_named(field.fields)})" if isinstance(field, RelatedFields) else "")
        for field in fields
    )
