"""Whoever edits in Urdu meets Urdu: every screen of the newsroom, and what is said on a mistake."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.test import Client
from django.urls import ResolverMatch, resolve, reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document

from roznama.desk.models import EmergencyNumber
from roznama.newsroom.models import User
from roznama.newsroom.sources.models import Source
from tests.factories import get_section, make_author, make_image, make_story
from tests.integration.english import english_words, screen
from tests.integration.test_newsroom import form

ADDRESS = re.compile(r"""["'](/newsroom/[^"'<>\s\\]*)""")
SKIPPED = re.compile(r"^newsroom/(api|bulk|logout|sprite|failwhale|test404|\^)|/preview/|/csv/$")
DOORS = ["/newsroom/stories/", "/newsroom/reports/locked/", "/newsroom/workflows/tasks/index/"]
# What nobody translates: names of programs and formats, keys, and the other language's own name.
NAMES = {
    "Wagtail",
    "pdf",
    "Enter",
    "Escape",
    "editor",
    "HTTPS",
    "JavaScript",
    "localhost",
    "English",
    "Unicode",
    "Shift",
    "Telegram",
    "YouTube",
    "Facebook",
}
# What Wagtail writes in English only, or keeps as the name of a row that it made.
LEFT = {
    "Root": "the page above all, a row of Wagtail's first migration",
    "Editors": "a group of Wagtail's first migration",
    "Moderators": "another",
    "Moderators approval": "the workflow of a migration",
    "Port": "a column of the list of sites, named after its field",
    "Site name": "another",
    "Root page": "another",
    "Task type": "another, of the chooser of tasks",
    "Search": "the label of the search in the chooser of pages",
    "Page": "the label of a page in a workflow's chooser",
    "kind، written، preferred اور note": "the columns of the house list's CSV file",
    "name، word، title، english، banned، accepted": "the kinds in its first column",
    "Welcome to your new Wagtail site!": "its first page, in the history of the site",
    "Select": "the tooltip of a picture in the chooser",
    "True": "the tooltip of a tick in a list",
    "False": "and of a cross",
    "None": "a cell of the report on pages without a date",
}
MANY = 100


@pytest.fixture
def paper(editor: User) -> None:
    """Something of each kind, in Urdu, so that what is English on a screen is the screen's."""
    User.objects.filter(pk=editor.pk).update(username="مدیر", first_name="مدیر", email="")
    story = make_story("سیلاب کے بعد", authors=[make_author()], body=["متن"], tags=["سیلاب"])
    story.save_revision(user=editor)
    make_story("مسودہ", draft=True, lead_image=make_image())
    ruling = ContentFile(b"%PDF-1.4\n%%EOF\n", name="faisla.pdf")
    Document.objects.create(title="عدالت کا فیصلہ", file=ruling)
    Redirect.objects.create(old_path="/purana", redirect_page=story)


def crawl(client: Client, doors: list[str]) -> Iterator[tuple[str, HttpResponse]]:
    """Open each kind of screen once, by the addresses that screens before it name."""
    queue, seen = list(doors), set()
    while queue:
        address = queue.pop(0)
        kind = _kind(resolve(urlsplit(address).path))
        if kind in seen or SKIPPED.search(kind[0]):
            continue
        seen.add(kind)
        response = client.get(address)
        if response.status_code == 200 and _is_screen(response):
            yield address, response
            queue += ADDRESS.findall(html.unescape(response.content.decode()))


def _kind(match: ResolverMatch) -> tuple[str, ...]:
    """A screen is told by its route and, where the route is for many models, the model."""
    return match.route, *(str(v) for k, v in match.kwargs.items() if "app" in k or "model" in k)


def _is_screen(response: HttpResponse) -> bool:
    kind = response.headers.get("Content-Type", "")
    return "html" in kind or ("json" in kind and b'"html"' in response.content)


def content() -> set[str]:
    """What a new paper's rows have in Latin letters: names of sources, permissions, red flags."""
    names = Source.objects.values_list("name", "name_latin", "note")
    flags = EmergencyNumber.objects.values_list("flags", flat=True)
    permissions = Permission.objects.values_list("name", flat=True)
    return {part for row in names for part in row} | set(flags) | set(permissions)


def english(response: HttpResponse) -> set[str]:
    """The texts of a screen that are English and not allowed to be."""
    known = content()
    texts = {" ".join(text.split()).rpartition(" | ")[2] for text in screen(response)} - known
    return {text for text in texts if set(english_words(_without_left(text))) - NAMES}


def _without_left(text: str) -> str:
    for name in sorted(LEFT, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", text)
    return text


@pytest.mark.django_db
@pytest.mark.any_database
def test_no_screen_has_english(newsroom: Client, paper: None) -> None:
    found, opened = {}, []
    for address, response in crawl(newsroom, DOORS):
        opened.append(address)
        if texts := english(response):
            found[address] = sorted(texts)
    assert not found
    assert len(opened) > MANY, opened


@pytest.mark.django_db
@pytest.mark.any_database
def test_the_way_in_has_no_english(client: Client) -> None:
    reset = reverse("account_reset_password")
    for path in ("/newsroom/login/", reset):
        response = client.get(path)
        assert response.status_code == 200
        assert not english(response), path
    for path in ("/newsroom/login/", reset):
        for data in ({}, {"username": "کوئی", "password": "غلط", "email": "غلط"}):
            assert not english(client.post(path, data, follow=True)), (path, data)


FORMS = ["users/new/", "groups/new/", "redirects/add/", "collections/add/", "sites/new/"]
FORMS += ["snippets/newsroom/author/add/", "documents/add/", "images/add/", "workflows/add/"]
FORMS += ["workflows/tasks/add/wagtailcore/groupapprovaltask/", "account/"]
PARTS = ["page_permissions", "collection_permissions", "workflow_pages", "workflow_tasks"]
EMPTY = {
    f"{part}-{name}": 0
    for part in PARTS
    for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
}


@pytest.mark.django_db
@pytest.mark.any_database
@pytest.mark.parametrize("name", FORMS)
def test_mistakes_are_told_in_urdu(newsroom: Client, paper: None, name: str) -> None:
    wrong = {"email": "غلط", "password1": "12", "password2": "3", "old_path": "", "link": "x y"}
    for data in (EMPTY, EMPTY | wrong):
        assert not english(newsroom.post(f"/newsroom/{name}", data))


@pytest.mark.django_db
@pytest.mark.any_database
def test_an_empty_story_is_refused_in_urdu(newsroom: Client, paper: None) -> None:
    path = f"/newsroom/pages/add/newsroom/articlepage/{get_section().pk}/"
    response = newsroom.post(path, form(title="") | {"action-publish": "1"})
    assert response.status_code == 200
    assert not english(response)


@pytest.mark.django_db
@pytest.mark.any_database
def test_scripts_speak_urdu(newsroom: Client) -> None:
    script = newsroom.get("/newsroom/jsi18n/").content.decode()
    catalog = json.loads(re.search(r"newcatalog = (\{.*?\});\n", script, re.DOTALL)[1])
    said = [
        part
        for value in catalog.values()
        for part in ([value] if isinstance(value, str) else value)
    ]
    assert "تبدیلیاں خود محفوظ ہو گئیں۔" in said
    assert not [text for text in said if english_words(text)]
