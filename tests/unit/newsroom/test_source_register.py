"""The sources that a new paper starts with."""

from collections import Counter
from urllib.parse import urlsplit

from roznama.newsroom.sources.kinds import SourceKind
from roznama.newsroom.sources.names import name_key
from roznama.urdu.tables import rows_of

ROWS = list(rows_of("roznama.newsroom.sources", "register.tsv"))


def test_every_source_has_all_columns() -> None:
    assert len(ROWS) >= 80
    assert {len(row) for row in ROWS} == {7}
    for name, latin, kind, _country, home, note, _aliases in ROWS:
        assert name_key(name)
        assert name_key(latin)
        assert latin.isascii()
        assert kind in SourceKind.values
        assert len(note) <= 200
        assert not home or urlsplit(home).scheme in {"http", "https"}


def test_no_two_sources_share_a_name() -> None:
    names = [
        {name_key(name) for name in (row[0], row[1], *row[6].split("|"))} - {""} for row in ROWS
    ]
    shared = [
        name for name, count in Counter(n for some in names for n in some).items() if count > 1
    ]
    assert shared == []


def test_all_state_media_have_a_note() -> None:
    state = [row for row in ROWS if row[2] == SourceKind.STATE]
    assert len(state) >= 15
    assert all(row[5] for row in state)
