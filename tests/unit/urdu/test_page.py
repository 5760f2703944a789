"""The examples of docs/urdu.md do what the page says."""

import doctest
from pathlib import Path

from roznama import urdu

PAGE = Path(__file__).parents[3] / "docs" / "urdu.md"


def test_every_example_of_the_page_holds() -> None:
    result = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert result.attempted > 20
    assert result.failed == 0


def test_every_public_name_is_there():
    assert [name for name in urdu.__all__ if not hasattr(urdu, name)] == []
