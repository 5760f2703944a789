"""What a reader's browser has to load of the desk, as it is served: slimmed, Brotli."""

from __future__ import annotations

import re
from pathlib import Path

import brotli
import pytest

import roznama.desk
from roznama.config.storage import slim

FOLDER = Path(roznama.desk.__file__).parent / "static" / "desk"
KILOBYTE = 1024
_NAMED = re.compile(r'(?:\bfrom\s+|\bimport\(|new URL\()"\./([\w-]+\.(?:js|css))"')
_AT_ONCE = re.compile(r'(?:\bfrom\s+|new URL\()"\./([\w-]+\.(?:js|css))"')


def weight(name: str) -> int:
    text = slim((FOLDER / name).read_text("utf-8"))
    return len(brotli.compress(text.encode(), quality=11))


def needed(name: str, names: re.Pattern[str]) -> set[str]:
    """Return a script and all that it names, and so on."""
    found, ahead = set(), [name]
    while ahead:
        one = ahead.pop()
        if one not in found:
            found.add(one)
            ahead += names.findall((FOLDER / one).read_text("utf-8"))
    return found


def test_the_launcher_is_small():
    files = needed("launcher.js", _AT_ONCE)
    assert files == {"launcher.js", "launcher.css"}
    assert sum(map(weight, files)) <= 4 * KILOBYTE


def test_the_chat_opens_within_its_budget():
    files = needed("chat.js", _AT_ONCE)
    assert "chat.css" in files
    assert "words-en.js" not in files
    assert sum(map(weight, files)) <= 20 * KILOBYTE


def test_all_modules_of_the_chat_together_keep_it():
    modules = [name for name in needed("chat.js", _NAMED) if name.endswith(".js")]
    assert {"pictures.js", "words-en.js"} <= set(modules)
    assert sum(map(weight, modules)) <= 20 * KILOBYTE


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.js")), ids=lambda path: path.name)
def test_slimming_leaves_code_alone(path):
    """What is cut are lines of remarks and indents: no string may run over a line."""
    text = path.read_text("utf-8")
    without_strings = re.sub(r'"(?:[^"\\\n]|\\.)*"', '""', text)
    assert all(line.count("`") % 2 == 0 for line in without_strings.split("\n"))


def test_both_languages_say_the_same():
    def keys(name: str) -> list[tuple[str, int]]:
        text = (FOLDER / name).read_text("utf-8")
        entries = re.findall(r'^  (\w+):\s*("(?:[^"\\]|\\.)*")', text, re.MULTILINE)
        return [(key, words.count("{}")) for key, words in entries]

    assert keys("words-ur.js") == keys("words-en.js")
    assert len(keys("words-ur.js")) > 80
