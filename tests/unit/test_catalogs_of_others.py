"""Wagtail's and Django's strings in Urdu: all that editors meet, whole, in the words of ours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from importlib import resources
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tests.unit.test_catalog import KEYWORDS, PACKAGE, PO, Key, placeholders, texts

LOCALE = PACKAGE / "locale"
WAGTAIL = LOCALE / "wagtail/ur/LC_MESSAGES/django.po"
SCRIPTS = LOCALE / "wagtail/ur/LC_MESSAGES/djangojs.po"
DJANGO = LOCALE / "django/ur/LC_MESSAGES/django.po"
ALL = [WAGTAIL, SCRIPTS, DJANGO]
PARTS = ["admin", "", "images", "documents", "snippets", "users", "embeds", "search", "sites"]
PARTS += ["contrib/settings", "contrib/redirects"]
# Of Django only what its forms, dates and accounts say; the rest is for those who program.
OF_DJANGO = ["conf", "contrib/auth", "contrib/contenttypes", "contrib/sessions"]
FORMS = {"forms/forms.py", "forms/fields.py", "forms/formsets.py", "forms/models.py"}
SHOWN = FORMS | {"forms/widgets.py", "utils/dates.py", "utils/timesince.py", "core/paginator.py"}
SHOWN |= {"core/validators.py", "contrib/auth/password_validation.py", "utils/text.py"}
TAG = re.compile(r"<[^>]+>")
FOREIGN = re.compile("[يكهىة\u200c]")  # what an Arabic keyboard writes


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale="ur", abort_invalid=True)


def by_key(catalog: Catalog) -> dict[Key, Message]:
    found = [message for message in catalog if message.id]
    return {(m.context, m.id if isinstance(m.id, str) else m.id[0]): m for m in found}


def english(package: str, folder: str, name: str = "django.po") -> dict[Key, Message]:
    """What a package's own catalogue has, which its makers keep by its sources."""
    root = Path(str(resources.files(package)))
    return by_key(read(root / folder / "locale/en/LC_MESSAGES" / name))


def filters() -> Iterator[Key]:
    """What django-filter says; it has no English catalogue."""
    for path in Path(str(resources.files("django_filters"))).rglob("*.py"):
        for row in extract("python", BytesIO(path.read_bytes()), keywords=KEYWORDS):
            yield row[3], row[1] if isinstance(row[1], str) else row[1][0]


def missing(catalog: Path, wanted: dict[Key, Message]) -> set[Key]:
    found = by_key(read(catalog))
    return {k for k in wanted if k not in found or not all(t.strip() for _, t in texts(found[k]))}


@pytest.mark.parametrize("part", PARTS)
def test_wagtail_is_whole(part):
    assert not missing(WAGTAIL, english("wagtail", part))


def test_wagtails_scripts_are_whole():
    assert not missing(SCRIPTS, english("wagtail", "admin", "djangojs.po"))


def test_what_django_shows_is_whole():
    wanted = {
        key: message
        for folder in OF_DJANGO
        for key, message in english("django", folder).items()
        if any(place in SHOWN for place, _ in message.locations)
    }
    assert len(wanted) > 100
    assert not missing(DJANGO, wanted)


def test_nothing_has_lost_its_source():
    wagtail = {key for part in PARTS for key in english("wagtail", part)}
    django = {key for folder in OF_DJANGO for key in english("django", folder)}
    django |= set(english("taggit", "")) | set(filters())
    assert not by_key(read(WAGTAIL)).keys() - wagtail
    assert not by_key(read(SCRIPTS)).keys() - english("wagtail", "admin", "djangojs.po").keys()
    assert not by_key(read(DJANGO)).keys() - django


@pytest.mark.parametrize("path", ALL, ids=lambda path: str(path.relative_to(LOCALE)))
def test_placeholders_tags_and_letters(path):
    """What is put in, and what browsers read, stays; the letters are Urdu's own."""
    catalog = read(path)
    wrong = [
        (source, urdu)
        for message in by_key(catalog).values()
        for source, urdu in texts(message)
        if placeholders(source) != placeholders(urdu)
        or Counter(TAG.findall(source)) != Counter(TAG.findall(urdu))
        or source[-1:].isspace() != urdu[-1:].isspace()
        or FOREIGN.search(urdu)
    ]
    assert not wrong
    assert (catalog.num_plurals, catalog.plural_expr) == (2, "(n != 1)")
    write_mo(BytesIO(), catalog)


def test_a_string_has_one_urdu_in_all_catalogues():
    """Django hears the first catalogue that has a string; the others must not say otherwise."""
    said: dict[Key, str] = {}
    for path in (PO, *ALL):
        for key, message in by_key(read(path)).items():
            assert said.setdefault(key, message.string) == message.string, key
