"""The house list and the severities: who may change them, files in and out, used at once."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.test import Client
from wagtail.models import ModelLogEntry

from roznama.copydesk import RULES
from roznama.newsroom.checking import csvfile
from roznama.newsroom.checking.house import house_list
from roznama.newsroom.checking.severities import severities
from roznama.newsroom.founding import found_paper
from roznama.newsroom.models import HouseVersion, HouseWord, RuleSetting, Severity, User
from tests.integration import markup
from tests.integration.copydesk import client_of, make_user

pytestmark = pytest.mark.django_db

HEAD = "kind,written,preferred,note\n"


@pytest.fixture
def read_in(newsroom: Client) -> Callable[[str | bytes], HttpResponse]:
    """Send a CSV file."""

    def send(data: str | bytes) -> HttpResponse:
        content = data.encode() if isinstance(data, str) else data
        file = SimpleUploadedFile("list.csv", content, content_type="text/csv")
        return newsroom.post("/newsroom/house/csv/read/", {"file": file})

    return send


def errors(response: HttpResponse) -> list[str]:
    assert response.status_code == 200
    return markup.texts(markup.parse(response), f"{markup.by_class('copydesk-errors')}/li")


def rows() -> set[tuple[str, str, str, str]]:
    return set(HouseWord.objects.values_list("kind", "written", "preferred", "note"))


def written_out(client: Client) -> str:
    response = client.get("/newsroom/house/csv/")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    return b"".join(response.streaming_content).decode()  # type: ignore[attr-defined]


def test_a_word_is_added_in_the_newsroom(newsroom: Client, editor: User) -> None:
    fields = {"kind": "name", "written": " پیانگ  یانگ ", "preferred": "پیونگیانگ", "note": ""}
    assert newsroom.post("/newsroom/house/new/", fields).status_code == 302
    word = HouseWord.objects.get()
    assert (word.written, word.changed_by) == ("پیانگ یانگ", editor)
    listing = newsroom.get("/newsroom/house/").content.decode()
    assert "پیونگیانگ" in listing
    assert "/newsroom/house/csv/read/" in listing


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "title", "written": "لاہور", "preferred": ""},
        {"kind": "word", "written": "لاہور", "preferred": "لاہور"},
        {"kind": "banned", "written": "ـ ـ", "preferred": ""},
        {"kind": "nothing", "written": "لاہور", "preferred": "لہور"},
    ],
)
def test_what_the_engine_cannot_use_is_refused(newsroom: Client, fields: dict[str, str]) -> None:
    assert newsroom.post("/newsroom/house/new/", {"note": "", **fields}).status_code == 200
    assert not HouseWord.objects.exists()


def test_a_word_stands_once_in_whatever_letters(newsroom: Client) -> None:
    fields = {"kind": "name", "written": "كراچي", "preferred": "کراچی", "note": ""}
    newsroom.post("/newsroom/house/new/", fields)
    response = newsroom.post("/newsroom/house/new/", {**fields, "written": "کراچی"})
    assert response.status_code == 200
    other = newsroom.post("/newsroom/house/new/", {**fields, "written": "کَراچی"})
    assert other.status_code == 200
    assert HouseWord.objects.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        HouseWord.objects.create(kind="name", written="کراچی", preferred="x")


def test_the_engine_has_every_change_at_once() -> None:
    word = HouseWord.objects.create(kind="name", written="ماسکو", preferred="موسکو")
    house = house_list()
    assert [entry.written for entry in house.entries] == ["ماسکو"]
    assert house_list() is house
    word.preferred = "ماسکوا"
    word.save()
    assert house_list().entries[0].preferred == "ماسکوا"
    word.delete()
    assert not house_list().entries
    assert house_list() is not house


def test_another_process_has_it_too() -> None:
    """Another process writes the row and the token; this one is told by the token alone."""
    house_list()
    HouseWord.objects.bulk_create(
        [HouseWord(kind="name", written="ماسکو", folded="ماسکو", preferred="موسکو")]
    )
    assert not house_list().entries
    HouseVersion.objects.update_or_create(pk=1, defaults={"token": "another"})
    assert house_list().entries


def test_a_change_that_was_rolled_back_was_none() -> None:
    with transaction.atomic():
        HouseWord.objects.create(kind="name", written="ماسکو", preferred="موسکو")
        assert house_list().entries
        transaction.set_rollback(True)
    assert not house_list().entries


def test_a_file_is_read_in(read_in: Any, editor: User) -> None:
    response = read_in(
        HEAD + 'name,پیانگ یانگ,پیونگیانگ,"دارالحکومت، کوریا"\nbanned,فلاں,,\naccepted,کِم,,\n'
    )
    assert (response.status_code, response["Location"]) == (302, "/newsroom/house/")
    assert rows() == {
        ("name", "پیانگ یانگ", "پیونگیانگ", "دارالحکومت، کوریا"),
        ("banned", "فلاں", "", ""),
        ("accepted", "کِم", "", ""),
    }
    assert HouseWord.objects.filter(changed_by=editor).count() == 3
    assert len(house_list().entries) == 3


def test_reading_in_again_changes_what_is_new(read_in: Any) -> None:
    read_in(HEAD + "name,ماسکو,موسکو,\nname,لندن,لنڈن,\n")
    pks = set(HouseWord.objects.values_list("pk", flat=True))
    read_in(HEAD + "name,ماسکو,ماسکوا,\nname,لندن,لنڈن,\nname,پیرس,پیرِس شہر,\n")
    assert {row[2] for row in rows()} == {"ماسکوا", "لنڈن", "پیرِس شہر"}
    assert pks < set(HouseWord.objects.values_list("pk", flat=True))
    assert house_list().entries[0].preferred == "ماسکوا"


EXCEL = [
    "\ufeff" + HEAD + "name,ماسکو,موسکو,\r\n",
    "\ufeffkind;written;preferred;note\r\nname;ماسکو;موسکو;\r\n",
    ("kind\twritten\tpreferred\tnote\r\nname\tماسکو\tموسکو\t\r\n").encode("utf-16"),
    "note,preferred,written,kind\n,موسکو,ماسکو,NAME\n",
    "قسم,لکھا ہوا,ادارے کا املا\nکسی شخص یا جگہ کا نام,ماسکو,موسکو\n",
    HEAD + "\n\nname,ماسکو,موسکو\n,,,\n",
]


@pytest.mark.parametrize("data", EXCEL)
def test_what_spreadsheets_write_is_read(read_in: Any, data: str | bytes) -> None:
    assert read_in(data).status_code == 302
    assert rows() == {("name", "ماسکو", "موسکو", "")}


def test_bad_rows_are_named_by_their_lines_and_nothing_is_done(read_in: Any) -> None:
    response = read_in(
        HEAD
        + "name,ماسکو,موسکو,\n"
        + 'word,"لمبا\nلفظ",درست,\n'
        + "poem,لندن,لنڈن,\n"
        + "title,پیرس,,\n"
        + "name,ماسکو,ماسکوا,\n"
        + f"name,{'ا' * 300},ب,\n"
        + "banned,ـ,,\n"
    )
    found = errors(response)
    assert [line.split(":")[0] for line in found] == [f"سطر {n}" for n in (5, 6, 7, 8, 9)]
    assert "سطر 2" in found[2]
    assert all(len(line.splitlines()) == 1 for line in found)
    assert not HouseWord.objects.exists()


@pytest.mark.parametrize(
    "data",
    ["", "name,ماسکو,موسکو\n", b"\xff\xfe\x00", b"PK\x03\x04\x00\x00", b"\x89PNG\r\n\x1a\n\x00",
     HEAD + 'name,"ماسکو,موسکو\n', "kind,written\nname,ماسکو\n"],
)  # fmt: skip
def test_what_is_no_list_gets_one_line(read_in: Any, data: str | bytes) -> None:
    response = read_in(data)
    assert response.status_code == 200
    assert not HouseWord.objects.exists()
    if data:
        assert len(errors(response)) == 1


def test_many_errors_are_counted(read_in: Any) -> None:
    response = read_in(HEAD + "poem,لفظ,اور,\n" * 200)
    assert len(errors(response)) == csvfile.MOST_ERRORS
    assert "150" in markup.text(markup.parse(response))


def test_a_file_of_many_rows_is_one_change(
    read_in: Any, django_assert_max_num_queries: Any
) -> None:
    lines = "".join(f"name,لفظ {n},املا {n},\n" for n in range(2000))
    with django_assert_max_num_queries(60):
        read_in(HEAD + lines)
    assert HouseWord.objects.count() == 2000


FORMULAS = ["=1+1", "+92", "-لفظ", "@لفظ", '=HYPERLINK("http://x")']


@pytest.mark.parametrize("note", FORMULAS)
def test_no_cell_is_a_formula_and_all_come_back(newsroom: Client, read_in: Any, note: str) -> None:
    HouseWord.objects.create(kind="name", written="ماسکو", preferred="موسکو", note=note)
    HouseWord.objects.create(kind="accepted", written=f"{note} لفظ")
    text = written_out(newsroom)
    assert text.startswith("\ufeff")
    cells = [cell for row in csv.reader(io.StringIO(text[1:])) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    before = rows()
    HouseWord.objects.all().delete()
    assert read_in(text).status_code == 302
    assert rows() == before


def test_who_may_not_change_the_list_does_not() -> None:
    client = client_of(make_user("viewer", "view_houseword"))
    assert "kind" in written_out(client)
    file = SimpleUploadedFile("list.csv", (HEAD + "name,ماسکو,موسکو,\n").encode())
    for response in (
        client.post("/newsroom/house/csv/read/", {"file": file}),
        client.post("/newsroom/house/new/", {"kind": "banned", "written": "لفظ"}),
    ):
        assert response.status_code in {302, 403}
    assert not HouseWord.objects.exists()
    stranger = client_of(make_user("nobody"))
    assert stranger.get("/newsroom/house/csv/").status_code in {302, 403}
    assert "/newsroom/house/csv/read/" not in client.get("/newsroom/house/").content.decode()


def test_the_editor_in_chief_sets_severities(editor: User) -> None:
    chief = make_user("chief")
    chief.groups.add(Group.objects.get(name="مدیرِ اعلیٰ"))
    client = client_of(chief)
    page = client.get("/newsroom/copydesk/severities/")
    assert page.status_code == 200
    chosen = {code: rule.severity.value for code, rule in RULES.items()}
    chosen |= {"misspelling": "blocking", "spacing": "off"}
    assert client.post("/newsroom/copydesk/severities/", chosen).status_code == 302
    assert severities()["misspelling"] == Severity.BLOCKING
    assert severities()["spacing"] == Severity.OFF
    assert severities()["name_variant"] == RULES["name_variant"].severity.value
    assert RuleSetting.objects.count() == 2
    entries = ModelLogEntry.objects.filter(action="roznama.copydesk.severity")
    assert {(entry.user, entry.data["rule"]) for entry in entries} == {
        (chief, "misspelling"),
        (chief, "spacing"),
    }
    assert (
        client.post("/newsroom/copydesk/severities/", {**chosen, "spacing": "x"}).status_code == 200
    )


def test_nobody_else_sets_severities() -> None:
    client = client_of(make_user("writer", "add_houseword", "change_houseword"))
    response = client.post("/newsroom/copydesk/severities/", {"misspelling": "off"})
    assert response.status_code in {302, 403}
    assert not RuleSetting.objects.exists()
    assert "/newsroom/copydesk/severities/" not in client.get("/newsroom/house/").content.decode()


def test_the_group_of_the_chief_is_founded_once_and_left_alone() -> None:
    group = Group.objects.get(name="مدیرِ اعلیٰ")
    names = set(group.permissions.values_list("codename", flat=True))
    assert {"change_rulesetting", "add_houseword", "access_admin"} <= names
    assert group.page_permissions.filter(permission__codename="publish_page").exists()
    group.permissions.clear()
    found_paper()
    assert not group.permissions.exists()
