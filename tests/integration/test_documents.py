"""Documents that stories lead to: what is taken, who gets them, and how they are handed out."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction

from roznama.press.addresses import page_path
from roznama.press.printer import Printer
from tests.factories import make_story
from tests.integration.newsroom_people import browser_of, make_person
from tests.integration.record import NOTICE, REASON

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer << >>\n%%EOF\n"


@pytest.fixture(autouse=True)
def _media(tmp_path: Any, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


def make_document(title: str = "عدالت کا فیصلہ", name: str = "faisla.pdf") -> Document:
    found: Document = Document.objects.create(title=title, file=ContentFile(PDF, name=name))
    return found


def link(document: Document) -> str:
    return f'<a linktype="document" id="{document.pk}">فیصلہ</a>'


def send(browser: Client, name: str, data: bytes) -> Any:
    file = SimpleUploadedFile(name, data, "application/pdf")
    fields = {"title": "فیصلہ", "file": file, "collection": Collection.get_first_root_node().pk}
    return browser.post("/newsroom/documents/add/", fields)


def test_the_list_opens_once_there_is_one(newsroom: Client) -> None:
    document = make_document()
    page = newsroom.get("/newsroom/documents/")
    assert page.status_code == 200
    assert document.url in page.content.decode()
    assert newsroom.get(f"/newsroom/documents/edit/{document.pk}/").status_code == 200


def test_readers_get_it_once_a_published_story_leads_there(client: Client) -> None:
    document = make_document()
    never = client.get("/documents/999999/faisla.pdf")
    assert never.status_code == 404
    make_story("مسودہ", body=[link(document)], draft=True)
    assert client.get(document.url).content == never.content
    story = make_story(body=[link(document)])
    page = client.get(story.url).content.decode()
    assert f'href="{document.url}"' in page
    answer = client.get(document.url)
    assert answer.status_code == 200
    assert b"".join(answer) == PDF  # type: ignore[arg-type]
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert (
        answer["Content-Security-Policy"] == "default-src 'none'; sandbox; frame-ancestors 'none'"
    )
    assert answer["Cache-Control"] == "no-cache"
    assert client.get(document.url, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert client.get(f"/documents/{document.pk}/other.pdf").status_code == 404
    assert client.post(document.url).status_code == 405
    story.unpublish()
    assert client.get(document.url).status_code == 404


def test_a_withdrawn_storys_document_is_gone(client: Client) -> None:
    from roznama.newsroom.record.killing import kill  # noqa: PLC0415

    document = make_document()
    story = make_story(body=[link(document)])
    assert client.get(document.url).status_code == 200
    kill(story, reason=REASON, notice=NOTICE)
    assert client.get(document.url).status_code == 404


def test_whoever_works_with_documents_sees_one_before(client: Client, newsroom: Client) -> None:
    document = make_document()
    assert newsroom.get(document.url).status_code == 200
    assert browser_of(make_person("reporter", "reporter")).get(document.url).status_code == 200
    assert (
        browser_of(make_person("contributor", "contributor")).get(document.url).status_code == 404
    )


def test_a_private_collection_stays_private(client: Client) -> None:
    document = make_document()
    make_story(body=[link(document)])
    root = Collection.get_first_root_node()
    CollectionViewRestriction.objects.create(collection=root, restriction_type="login")
    answer = client.get(document.url)
    assert answer.status_code == 302
    assert "login" in answer["Location"]


@pytest.mark.any_database
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", PDF),
        ("a.pdf", b"<html><script>alert(1)</script></html>"),
        ("a.pdf", PDF[:-6]),
        ("a.pdf", PDF.replace(b"<< >>", b"<< /S /JavaScript /JS (app.alert(1)) >>", 1)),
        ("a.pdf", PDF.replace(b"<< >>", b"<< /Type /EmbeddedFile >>", 1)),
        ("a.pdf", PDF[:-6] + b" " * (20 * 1024 * 1024) + b"%%EOF\n"),
        ("a.pdf", b""),
    ],
    ids=["other name", "page called pdf", "torn", "program", "file inside", "too big", "empty"],
)
def test_what_is_no_still_pdf_is_refused_in_urdu(newsroom: Client, name: str, data: bytes) -> None:
    answer = send(newsroom, name, data)
    assert answer.status_code == 200
    told = re.findall(r'class="error-message"[^>]*>(.*?)</', answer.content.decode(), re.DOTALL)
    assert told or "errors" in answer.content.decode()
    assert not Document.objects.exists()


@pytest.mark.any_database
def test_the_form_for_several_refuses_too_and_takes_what_is_one(newsroom: Client) -> None:
    address = "/newsroom/documents/multiple/add/"
    fields = {"title": "ف", "collection": str(Collection.get_first_root_node().pk)}
    bad = SimpleUploadedFile("a.pdf", b"<html>", "application/pdf")
    answer = newsroom.post(address, {"files[]": bad, **fields}).json()
    assert answer["success"] is False
    assert "پی ڈی ایف" in answer["error_message"]
    good = SimpleUploadedFile("a.pdf", PDF, "application/pdf")
    assert newsroom.post(address, {"files[]": good, **fields}).json()["success"] is True


def test_a_page_is_printed_anew_when_its_document_is_exchanged(tmp_path: Any) -> None:
    document = make_document()
    story = make_story(body=[link(document)])
    printer = Printer(tmp_path / "press")
    printer.follow()
    assert printer.print_now(story.url)
    while printer.print_next():
        pass
    document.file.save("naya-faisla.pdf", ContentFile(PDF + b"\n%%EOF\n"))
    printer.follow()
    while printer.print_next():
        pass
    assert (
        "naya-faisla" in (tmp_path / "press" / "pages" / story.url[1:] / "index.html").read_text()
    )


def test_a_document_is_never_printed() -> None:
    assert page_path("/documents/1/a.pdf") is None
    assert page_path("/documents/1/a.txt") is None
    assert page_path("/documents/1/") is None
