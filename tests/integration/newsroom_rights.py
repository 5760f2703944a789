"""What somebody may try that is about no story; a name is a row of rights.tsv."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client
from wagtail.models import PageViewRestriction

from roznama.newsroom.models import (
    ArticlePage,
    HouseWord,
    InfoPage,
    NewsImage,
    SectionPage,
    User,
)
from tests.factories import get_section, make_image
from tests.integration.newsroom_people import HERE, THERE
from tests.integration.test_newsroom import form

Try = Callable[[Client], bool]
RIGHTS: dict[str, Try] = {}
PAGES = "/newsroom/pages"


def right(name: str) -> Callable[[Try], Try]:
    def keep(function: Try) -> Try:
        RIGHTS[name] = function
        return function

    return keep


def opens(name: str, address: str) -> None:
    RIGHTS[name] = lambda browser: browser.get(address).status_code == 200


opens("see one's own desk", "/newsroom/my/")
opens("see the notices", "/newsroom/notices/")
opens("see the house list", "/newsroom/house/")
opens("add an author", "/newsroom/snippets/newsroom/author/add/")
opens("set the copy desk's severities", "/newsroom/copydesk/severities/")
opens("put people into desks", "/newsroom/people/")
opens("change the workflows", "/newsroom/workflows/add/")
opens("change the groups", "/newsroom/groups/new/")
opens("change the accounts", "/newsroom/users/add/")
opens("change the paper's name", "/newsroom/settings/newsroom/papersettings/1/")
opens("add a picture", "/newsroom/images/add/")
opens("add a document", "/newsroom/documents/add/")


def written(browser: Client, slug: str, **data: str) -> ArticlePage | None:
    address = f"{PAGES}/add/newsroom/articlepage/{get_section(slug).pk}/"
    browser.post(address, {**form(title="نئی خبر"), **data})
    return ArticlePage.objects.filter(title="نئی خبر").first()


@right("write a story at one's own desk")
def writes(browser: Client) -> bool:
    return written(browser, HERE) is not None


@right("write a story at another desk")
def writes_away(browser: Client) -> bool:
    return written(browser, THERE) is not None


@right("publish a new story at once")
def publishes(browser: Client) -> bool:
    address = f"{PAGES}/add/newsroom/articlepage/{get_section(HERE).pk}/"
    response = browser.post(address, {**form(title="نئی خبر"), "action-publish": "1"})
    story = ArticlePage.objects.filter(title="نئی خبر").first()
    assert story is None or not story.live  # the desk has people, so a reason is asked for
    return response.status_code == 302 and "/copydesk/reason/" in response["Location"]


@right("choose a picture")
def chooses(browser: Client) -> bool:
    make_image("ایک خاص تصویر")
    chooser = browser.get("/newsroom/images/chooser/")
    return chooser.status_code == 200 and "ایک خاص تصویر" in chooser.json()["html"]


@right("change another's picture")
def changes_picture(browser: Client) -> bool:
    picture: NewsImage = make_image()
    return browser.get(f"/newsroom/images/{picture.pk}/").status_code == 200


@right("add to the house list")
def adds_word(browser: Client) -> bool:
    data = {"text": "نیالفظ"}
    browser.post("/newsroom/copydesk/accept/", data, content_type="application/json")
    return HouseWord.objects.filter(written="نیالفظ").exists()


@right("change the house list")
def changes_word(browser: Client) -> bool:
    word = HouseWord.objects.create(kind="accepted", written="لفظ")
    return browser.get(f"/newsroom/house/edit/{word.pk}/").status_code == 200


@right("make an account")
def makes_account(browser: Client) -> bool:
    data = {"username": "newcomer", "first_name": "نیا", "last_name": "", "email": ""}
    browser.post("/newsroom/people/", data)
    made = User.objects.filter(username="newcomer").first()
    assert made is None or not (made.is_superuser or made.has_usable_password())
    return made is not None


def section_form(title: str) -> dict[str, str]:
    fields = {"title": title, "slug": "naya", "intro": "", "color": "sport"}
    comments = {f"comments-{part}_FORMS": "0" for part in ("TOTAL", "INITIAL", "MIN_NUM")}
    return {**fields, **comments, "comments-MAX_NUM_FORMS": "0", "seo_title": ""}


@right("edit the section")
def edits_section(browser: Client) -> bool:
    return browser.get(f"{PAGES}/{get_section(HERE).pk}/edit/").status_code == 200


@right("unpublish the section")
def unpublishes_section(browser: Client) -> bool:
    browser.post(f"{PAGES}/{get_section(HERE).pk}/unpublish/")
    return not get_section(HERE).live


@right("delete the section")
def deletes_section(browser: Client) -> bool:
    browser.post(f"{PAGES}/{get_section('science').pk}/delete/")
    browser.post(f"{PAGES}/{get_section('sehat').pk}/delete/")
    return not SectionPage.objects.filter(slug="sehat").exists()


@right("restrict the section")
def restricts_section(browser: Client) -> bool:
    address = f"{PAGES}/{get_section(HERE).pk}/privacy/"
    browser.post(address, {"restriction_type": "login"})
    return PageViewRestriction.objects.exists()


@right("make a section")
def makes_section(browser: Client) -> bool:
    front = get_section(HERE).get_parent()
    address = f"{PAGES}/add/newsroom/sectionpage/{front.pk}/"
    return browser.get(address).status_code == 200


@right("edit a page about the paper")
def edits_info(browser: Client) -> bool:
    page = InfoPage.objects.get(slug="about")
    return browser.get(f"{PAGES}/{page.pk}/edit/").status_code == 200
