"""Where a claim's sentence ends in a story's text."""

import pytest

from roznama.paper.assembly.marking import mark_claims
from roznama.paper.sheets import Block
from roznama.paper.templatetags.paper import marked


def paragraph(html: str) -> Block:
    return Block("paragraph", html=html)


def shown(block: Block) -> str:
    """The block's html with [1] for a mark."""
    html = block.html or block.text
    for mark in reversed(block.marks):
        html = f"{html[: mark.place]}[{mark.number}]{html[mark.place :]}"
    return html


@pytest.mark.parametrize(
    ("html", "claim", "expected"),
    [
        ("<p>پل کھل گیا۔ سب خوش ہیں۔</p>", "پل کھل گیا", "<p>پل کھل گیا۔[1] سب خوش ہیں۔</p>"),
        (
            "<p>وزیر نے کہا کہ پل <b>کھل</b> گیا ہے۔ اچھا۔</p>",
            "پل کھل گیا ہے",
            "<p>وزیر نے کہا کہ پل <b>کھل</b> گیا ہے۔[1] اچھا۔</p>",
        ),
        (
            '<p>دیکھیں <a href="/a/?b=1&amp;c=2">پل کھل گیا۔</a> اچھا۔</p>',
            "پل کھل گیا",
            '<p>دیکھیں <a href="/a/?b=1&amp;c=2">پل کھل گیا۔</a>[1] اچھا۔</p>',
        ),
        ("<p>’’پُل کُھل گيا‘‘ اس نے کہا</p>", "پل کھل گیا", "<p>’’پُل کُھل گيا‘‘ اس نے کہا[1]</p>"),
        (
            "<ul><li>ایک</li><li>پل کھلا</li></ul>",
            "پل کھلا",
            "<ul><li>ایک</li><li>پل کھلا[1]</li></ul>",
        ),
        ("<p>A &amp; B کا پل۔ ج</p>", "A B کا پل", "<p>A &amp; B کا پل۔[1] ج</p>"),
        ("<p>پلوں کی بات</p>", "پل", "<p>پلوں کی بات</p>"),
        ("<p>پل کھلا</p>", "۔", "<p>پل کھلا</p>"),
        ("<p>پل بند ہے</p>", "پل کھل گیا", "<p>پل بند ہے</p>"),
    ],
)
def test_a_mark_stands_behind_the_sentence(html: str, claim: str, expected: str) -> None:
    (block,) = mark_claims([paragraph(html)], [claim])
    assert shown(block) == expected


def test_a_claim_is_marked_once_where_it_stands_first() -> None:
    blocks = mark_claims([paragraph("<p>پل کھلا۔</p>"), paragraph("<p>پل کھلا۔</p>")], ["پل کھلا"])
    assert [shown(block) for block in blocks] == ["<p>پل کھلا۔[1]</p>", "<p>پل کھلا۔</p>"]


def test_two_claims_of_a_sentence_stand_in_their_order() -> None:
    (block,) = mark_claims([paragraph("<p>پل کھلا اور سڑک بنی۔</p>")], ["سڑک بنی", "پل کھلا"])
    assert shown(block) == "<p>پل کھلا اور سڑک بنی۔[1][2]</p>"


def test_claims_are_found_in_quotes_and_not_in_subheads() -> None:
    quote, subhead = Block("quote", text="پل کھلا"), Block("subhead", text="پل بنا")
    blocks = mark_claims([quote, subhead], ["پل کھلا", "پل بنا"])
    assert [[mark.number for mark in block.marks] for block in blocks] == [[1], []]


def test_a_claim_over_two_sentences_has_its_mark_behind_the_second() -> None:
    (block,) = mark_claims([paragraph("<p>پل کھلا۔ سڑک بنی۔ بس</p>")], ["پل کھلا۔ سڑک بنی"])
    assert shown(block) == "<p>پل کھلا۔ سڑک بنی۔[1] بس</p>"


def test_the_page_shows_a_link_that_has_a_name_and_no_text() -> None:
    (block,) = mark_claims([paragraph("<p>پل کھلا۔</p>")], ["پل کھلا"])
    html = marked(block)
    assert 'href="#source-1"' in html
    assert 'id="from-1"' in html
    assert "aria-label=" in html
    assert html.endswith("></a></p>")
