"""docs/copydesk.md tells the rules as they are, and its examples do what it says."""

import doctest
import re
from pathlib import Path

from roznama.copydesk import RULES
from roznama.copydesk.rules.lengths import LONGEST_SENTENCE, WIDEST_HEADLINE

PAGE = Path(__file__).parents[3] / "docs" / "copydesk.md"
TEXT = PAGE.read_text(encoding="utf-8")


def test_every_example_holds():
    result = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert (result.attempted > 3, result.failed) == (True, 0)


def test_table_of_rules():
    rows = re.findall(r"^\| `(\w+)` \| (\w+) \| (\w+) \|", TEXT, re.MULTILINE)
    assert rows == [(rule.code, rule.group, rule.severity) for rule in RULES.values()]


def test_limits():
    assert f"| {LONGEST_SENTENCE} words |" in TEXT
    assert f"| {WIDEST_HEADLINE:.1f} em |" in TEXT
