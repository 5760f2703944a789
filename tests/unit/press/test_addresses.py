"""Which requests a printed page answers, and what file that is."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.press.addresses import file_name, page_of, page_path


@pytest.mark.parametrize(
    ("path", "query", "page"),
    [
        ("/", "", "/"),
        ("/dunya/zalzala-12/", "", "/dunya/zalzala-12/"),
        ("/dunya/zalzala-12/", "fbclid=x&utm_source=y", "/dunya/zalzala-12/"),
        ("/dunya/", "page=2", "/dunya/?page=2"),
        ("/dunya/", "utm=1&page=2", "/dunya/?page=2"),
        ("/dunya/", "page=1", "/dunya/"),
        ("/dunya/", "page=0", None),
        ("/dunya/", "page=../x", None),
        ("/feed.rss", "", "/feed.rss"),
        ("/newsroom/", "", None),
        ("/static/x.css", "", None),
        ("/search/", "", None),
        ("/search/", "q=x", None),
        ("/search/", "q=x&page=2", None),
        ("/search/suggest.json", "q=x", None),
        ("/../etc/passwd", "", None),
        ("/dunya/../x/", "", None),
        ("/.hidden/", "", None),
        ("/dunya//x/", "", None),
        ("/دنیا/", "", None),
    ],
)
def test_page_path(path: str, query: str, page: str | None) -> None:
    assert page_path(path, query) == page


@given(st.text().map("/".__add__), st.text())
def test_no_address_leads_out_of_the_store(path: str, query: str) -> None:
    page = page_path(path, query)
    if page is not None:
        name = PurePosixPath(file_name(page))
        assert not name.is_absolute()
        assert not any(part.startswith(".") for part in name.parts)


def test_pages_of_a_list_are_files_of_their_own() -> None:
    assert file_name("/") == "index.html"
    assert file_name("/dunya/") == "dunya/index.html"
    assert file_name("/dunya/?page=2") == "dunya/@page=2.html"
    assert file_name("/feed.rss") == "feed.rss"


@pytest.mark.parametrize(
    "page",
    ["/", "/dunya/", "/dunya/zalzala-12/", "/dunya/?page=2", "/feed.rss", "/dunya/feed.json",
     "/sitemap-dunya.xml", "/sitemap-dunya.xml?p=3", "/?page=7"],
)  # fmt: skip
def test_a_file_tells_its_page(page: str) -> None:
    assert page_of(file_name(page)) == page


@pytest.mark.parametrize("name", ["index.html.br", "dunya/@x=2.html", ".x", "dunya/@page=0.html"])
def test_other_files_are_no_page(name: str) -> None:
    assert page_of(name) is None
