"""What the copy desk says of spaces."""

from __future__ import annotations

import pytest

from roznama.copydesk import Kind, Piece, Story, check
from roznama.newsroom.checking.words import RULE_WORDS, message

PLAIN = str(RULE_WORDS["spacing"].message)


@pytest.mark.parametrize(
    "text",
    [
        "اس نے کہا  کہ وہ آئے گا۔",
        "اس نے کہا ،وہ آئے گا۔",
        "اس نے کہا،وہ آئے گا۔",
        "وہ ( کراچی ) گیا۔",
        "اس نے کہا کہ’جب وہ آیا‘ تب بارش تھی۔",
        "یہ ’ فلم ‘ سب نے دیکھی۔",
        "اجلاس میں 500افراد شریک تھے اوریونیورسٹی بند تھی۔",
        "پاکس تان میں حکومت بنی۔",
    ],
)
def test_every_space_is_told_in_words_of_its_own(text: str) -> None:
    story = Story((Piece("p", Kind.PARAGRAPH, text),), city="لاہور", authors=1)
    said = [message(one) for one in check(story, rules=["spacing"])]
    assert said
    assert PLAIN not in said
    assert not [words for words in said if "“”" in words]
