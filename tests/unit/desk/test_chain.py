"""Whatever is done to a chain of digests, it shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from roznama.desk.chain import START, Entry, Link, check

DAY = datetime(2031, 3, 12, 9, 30, tzinfo=UTC)

words = st.text(max_size=20)
details = st.dictionaries(words, st.none() | st.booleans() | st.integers() | words, max_size=3)
plain = st.tuples(
    st.timedeltas(timedelta(0), timedelta(days=900)),
    st.none() | st.integers(1, 50),
    words,
    words,
    st.none() | st.uuids(),
    details,
)


@st.composite
def chains(draw: st.DrawFn, least: int = 1) -> list[Link]:
    links: list[Link] = []
    for after, *fields in draw(st.lists(plain, min_size=least, max_size=8)):
        entry = Entry(DAY + after, *fields, links[-1].digest if links else START)
        links.append(Link(len(links) * 3 + 1, entry, entry.digest()))
    return links


def changed(entry: Entry) -> dict[str, Entry]:
    """The entry with each of its fields changed."""
    return {
        "at": replace(entry, at=entry.at + timedelta(microseconds=1)),
        "user": replace(entry, user=(entry.user or 0) + 1),
        "who": replace(entry, who=entry.who + "x"),
        "action": replace(entry, action=entry.action + " "),
        "conversation": replace(entry, conversation=UUID(int=5)),
        "details": replace(entry, details={**entry.details, "seq": 99}),
        "previous": replace(entry, previous="f" * 64),
    }


@given(chains())
def test_a_chain_stands(links):
    found = check(links)
    assert found.is_whole
    assert (found.count, found.last) == (len(links), links[-1].digest)


def test_an_empty_chain_stands():
    assert check([]).is_whole
    assert check([], START).is_whole
    assert not check([], "a" * 64).is_whole


@given(chains(), st.data())
def test_a_changed_field_shows_where_it_is(links, data):
    number = data.draw(st.integers(0, len(links) - 1))
    for name, entry in changed(links[number].entry).items():
        tampered = [*links]
        tampered[number] = replace(links[number], entry=entry)
        found = check(tampered)
        assert found.broken == links[number].row, name
        assert found.count == number


@given(chains(), st.data())
def test_a_changed_row_with_a_fitting_digest_shows_at_the_next(links, data):
    number = data.draw(st.integers(0, len(links) - 1))
    entry = replace(links[number].entry, who=links[number].entry.who + "!")
    tampered = [*links]
    tampered[number] = replace(links[number], entry=entry, digest=entry.digest())
    found = check(tampered, links[-1].digest)
    assert not found.is_whole
    if number + 1 < len(links):
        assert found.broken == links[number + 1].row


@given(chains(least=2), st.data())
def test_a_row_taken_out_shows(links, data):
    number = data.draw(st.integers(0, len(links) - 2))
    found = check(links[:number] + links[number + 1 :])
    assert found.broken == links[number + 1].row


@given(chains(least=2), st.data())
def test_rows_that_change_places_show(links, data):
    first = data.draw(st.integers(0, len(links) - 2))
    second = data.draw(st.integers(first + 1, len(links) - 1))
    links[first], links[second] = links[second], links[first]
    assert check(links).broken == links[first].row


@given(chains(), plain, st.data())
def test_a_row_put_in_between_shows(links, fields, data):
    number = data.draw(st.integers(0, len(links) - 1))
    entry = Entry(DAY, *fields[1:], links[number].entry.previous)
    stranger = Link(0, entry, entry.digest())
    found = check([*links[:number], stranger, *links[number:]])
    assert found.broken == links[number].row


@given(chains(least=2), st.data())
def test_an_end_cut_off_shows_against_a_note_alone(links, data):
    kept = links[: data.draw(st.integers(0, len(links) - 1))]
    assert check(kept).is_whole
    found = check(kept, links[-1].digest)
    assert found.broken is None
    assert not found.is_whole


@given(chains(least=2), st.data())
def test_a_note_holds_when_more_was_written(links, data):
    noted = data.draw(st.sampled_from(links)).digest
    assert check(links, noted).is_whole


def test_what_cannot_be_read_is_broken():
    assert check([Link(7, None, "")]).broken == 7


def test_fields_do_not_run_into_each_other():
    one = Entry(DAY, None, "ab", "c", None, {}, START)
    other = Entry(DAY, None, "a", "bc", None, {}, START)
    assert one.digest() != other.digest()


def test_a_digest_does_not_depend_on_the_zone_or_the_order_of_details():
    at = DAY.astimezone(tz=None)
    conversation = uuid4()
    one = Entry(DAY, 1, "ثنا", "read", conversation, {"a": 1, "b": True}, START)
    other = Entry(at, 1, "ثنا", "read", conversation, {"b": True, "a": 1}, START)
    assert one.digest() == other.digest()
