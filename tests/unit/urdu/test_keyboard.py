"""The keyboard layouts."""

import json
import unicodedata

import pytest

from roznama.urdu.keyboard import LAYOUTS, Key, as_json, layout

ALPHABET = "اآبپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیےئ"
WITH_HAMZA = "ؤۂۓ"
ROWS = [
    *("Backquote", "Minus", "Equal", "BracketLeft", "BracketRight", "Backslash"),
    *("Semicolon", "Quote", "Comma", "Period", "Slash"),
    *(f"Digit{digit}" for digit in range(10)),
    *(f"Key{letter}" for letter in "QWERTYUIOPASDFGHJKLZXCVBNM"),
]

each_layout = pytest.mark.parametrize("name", LAYOUTS)


def _typed(name: str) -> set[str]:
    return {character for key in layout(name).keys.values() for character in key if character}


@each_layout
def test_every_letter_is_on_a_key(name: str) -> None:
    assert set(ALPHABET) <= _typed(name)


@each_layout
def test_letters_with_hamza_are_on_a_key_or_composed(name: str) -> None:
    typed = _typed(name)
    for letter in WITH_HAMZA:
        assert letter in typed or set(unicodedata.normalize("NFD", letter)) <= typed


@each_layout
@pytest.mark.parametrize("layer", Key._fields)
def test_no_character_is_twice_on_a_layer(name: str, layer: str) -> None:
    characters = [getattr(key, layer) for key in layout(name).keys.values()]
    typed = [character for character in characters if character]
    assert len(typed) == len(set(typed))


@each_layout
def test_every_key_of_the_board_types_one_character_at_a_time(name: str) -> None:
    keys = layout(name).keys
    assert sorted(keys) == sorted(ROWS)
    assert all(key.plain and max(map(len, key)) == 1 for key in keys.values())


@each_layout
def test_the_plain_layer_types_urdu_letters(name: str) -> None:
    plain = {key.plain for key in layout(name).keys.values() if key.plain.isalpha()}
    assert plain <= set(ALPHABET)


@each_layout
def test_short_vowels_and_the_full_stop_can_be_typed(name: str) -> None:
    assert set("\u064e\u064f\u0650\u0651\u0652\u064b۔،؟؛") <= _typed(name)


@pytest.mark.parametrize(
    ("name", "code", "key"),
    [
        ("phonetic", "KeyQ", ("ق", "\u0652", "")),
        ("phonetic", "KeyT", ("ت", "ٹ", "\u0614")),
        ("phonetic", "KeyD", ("د", "ڈ", "ﷺ")),
        ("phonetic", "Digit1", ("۱", "1", "!")),
        ("standard", "KeyQ", ("ط", "ظ", "")),
        ("standard", "KeyJ", ("ا", "آ", "إ")),
        ("standard", "KeyX", ("ف", "\u200c", "")),
    ],
)
def test_known_keys(name: str, code: str, key: tuple[str, str, str]) -> None:
    assert layout(name).keys[code] == key


@each_layout
def test_the_browser_gets_the_same_layout(name: str) -> None:
    sent = json.loads(as_json(name))
    known = layout(name)
    assert (sent["name"], sent["title"]) == (known.name, known.title)
    assert {code: Key(*cells) for code, cells in sent["keys"].items()} == known.keys


def test_an_unknown_layout() -> None:
    with pytest.raises(ValueError, match="dvorak"):
        layout("dvorak")
    with pytest.raises(ValueError, match="phonetic, standard"):
        as_json("dvorak")
