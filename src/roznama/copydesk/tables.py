"""Tables: the copy desk's language data, as its files tell it."""

from functools import cache

from roznama.urdu.letters.folding import fold
from roznama.urdu.tables import rows_of


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The cells of each line of `data/NAME.tsv`."""
    return tuple(map(tuple, rows_of("roznama.copydesk", f"data/{name}.tsv")))


@cache
def word_class(name: str, kind: str) -> frozenset[str]:
    """The words of the lines of `data/NAME.tsv` that begin with `kind`, in their search form."""
    return frozenset(fold(word) for row in rows(name) if row[0] == kind for word in row[1].split())


@cache
def forms(name: str, kind: str) -> frozenset[str]:
    """The same as they are written, for tables of spellings."""
    return frozenset(word for row in rows(name) if row[0] == kind for word in row[1].split())


@cache
def words_of_class(name: str) -> frozenset[str]:
    """The words of all classes of `data/NAME.tsv`, in their search form."""
    return frozenset(fold(word) for row in rows(name) for word in row[1].split())
