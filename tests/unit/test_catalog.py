"""The Urdu catalogue: every string of our sources, no other, with the same placeholders."""

import re
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.utils.translation import template

import roznama

PACKAGE = Path(roznama.__file__).parent
PO = PACKAGE / "locale" / "ur" / "LC_MESSAGES" / "django.po"
LAZY = ("gettext", "ngettext", "pgettext", "npgettext")
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_noop": None,
    **{f"{name}_lazy": DEFAULT_KEYWORDS[name] for name in LAZY},
}
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sdrif]|\{\w*\}")

Key = tuple[str | None, str]


def keys_of(source: str) -> set[Key]:
    """Return the context and the (singular) text of each translatable string."""
    found = extract("python", BytesIO(source.encode()), keywords=KEYWORDS)
    return {(row[3], row[1] if isinstance(row[1], str) else row[1][0]) for row in found}


def template_keys(source: str) -> set[Key]:
    # Django blanks out everything but the strings; brackets keep the indents
    # that remain from being read as Python's.
    return keys_of(f"(\n{template.templatize(source)}\n)")


def used() -> dict[Key, str]:
    """Return what our sources translate, each with a file that does."""
    places: dict[Key, str] = {}
    for pattern, keys in (("*.py", keys_of), ("*.html", template_keys), ("*.txt", template_keys)):
        for path in sorted(PACKAGE.rglob(pattern)):
            if pattern != "*.py" and "templates" not in path.parts:
                continue
            for key in keys(path.read_text(encoding="utf-8")):
                places.setdefault(key, str(path.relative_to(PACKAGE)))
    return places


def texts(message: Message) -> list[tuple[str, str]]:
    """Pair each Urdu text, singular or plural, with the one that it stands for."""
    if isinstance(message.id, str):
        return [(message.id, message.string)]
    singular, plural = message.id
    return [(plural if n else singular, text) for n, text in enumerate(message.string)]


def placeholders(text: str) -> Counter[str]:
    return Counter(PLACEHOLDER.findall(text.replace("%%", "")))


@pytest.fixture(scope="module")
def catalog():
    with PO.open("rb") as file:
        return read_po(file, locale="ur", abort_invalid=True)


@pytest.fixture(scope="module")
def messages(catalog) -> dict[Key, Message]:
    found = [message for message in catalog if message.id]
    return {(m.context, m.id if isinstance(m.id, str) else m.id[0]): m for m in found}


def test_every_string_of_the_sources_has_urdu(messages):
    done = {
        key
        for key, message in messages.items()
        if not message.fuzzy and all(urdu.strip() for _, urdu in texts(message))
    }
    missing = {key: place for key, place in used().items() if key not in done}
    assert not missing


def test_no_translation_has_lost_its_source(catalog, messages):
    assert not messages.keys() - used().keys()
    assert not catalog.obsolete


def test_placeholders_are_the_same(messages):
    wrong = [
        (source, urdu)
        for message in messages.values()
        for source, urdu in texts(message)
        if placeholders(source) != placeholders(urdu)
    ]
    assert not wrong


def test_plural_forms_are_those_of_urdu(catalog):
    assert (catalog.num_plurals, catalog.plural_expr) == (2, "(n != 1)")
    forms = {len(m.string) for m in catalog if m.id and not isinstance(m.id, str)}
    assert forms <= {2}


def test_catalog_compiles(catalog):
    compiled = BytesIO()
    write_mo(compiled, catalog)
    assert "سرخی".encode() in compiled.getvalue()


def test_strings_in_templates_are_found():
    page = (
        "<p>\n  {% translate 'one' %}</p>\n {% blocktranslate %}two {{ x }}{% endblocktranslate %}"
    )
    assert template_keys(page) == {(None, "one"), (None, "two %(x)s")}
