"""Names and claims are compared as people read them, not as they are typed."""

import pytest

from roznama.newsroom.sources.guessing import guess_kind
from roznama.newsroom.sources.names import claim_key, name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("وزارتِ خارجہ", "وزارت خارجہ"),
        ("كے سى اين اے", "کے سی این اے"),
        ("«ڈان نیوز»", "ڈان  نیوز"),
        ("AFP", "afp"),
        ("محکمۂ موسمیات", "محکمہ موسمیات"),
    ],
)
def test_two_spellings_are_one_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other) != ""


@pytest.mark.parametrize("name", ["", " ", "۔،؟", "«»", "‌"])
def test_what_has_no_letters_is_no_name(name: str) -> None:
    assert name_key(name) == ""


def test_a_long_name_has_a_key_that_fits_its_column() -> None:
    assert len(name_key("الف " * 5000)) <= 200


def test_a_claim_is_known_by_its_words() -> None:
    assert claim_key("«12 فوجی» ہلاک ہوئے۔") == claim_key("12 فوجی ہلاک ہوئے")
    assert claim_key("12 فوجی ہلاک ہوئے") != claim_key("13 فوجی ہلاک ہوئے")
    assert len(claim_key("")) == 32


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("رائٹرز", "agency"),
        ("TASS", "agency"),
        ("جیو نیوز", "newspaper"),
        ("ریڈیو پاکستان", "state"),
        ("وزارت صحت سندھ", "ministry"),
        ("سالانہ رپورٹ", "document"),
        ("علی احمد", "person"),
    ],
)
def test_a_name_tells_what_a_source_may_be(name: str, kind: str) -> None:
    assert guess_kind(name) == kind
