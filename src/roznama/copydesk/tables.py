"""Tables: the copy desk's language data, as its files tell it."""

from functools import cache
from importlib.resources import files

from roznama.urdu.letters.folding import fold


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The cells of each line of `data/NAME.tsv`; remarks (#) and empty lines left out."""
    text = files("roznama.copydesk").joinpath(f"data/{name}.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.split("\n") if line and not line.startswith("#"))
    return tuple(tuple(line.split("\t")) for line in lines)


@cache
def words(name: str) -> frozenset[str]:
    """All words of a table of one column, in their search form."""
    return frozenset(fold(word) for row in rows(name) for word in row[0].split())
