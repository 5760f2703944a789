"""The newsroom: getting in, the list of stories, and the editor's form as a browser sends it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import CommandError, call_command
from django.http import HttpResponse
from django.test import Client
from django.utils.timezone import localdate, now
from wagtail.models import GroupPagePermission
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from roznama.newsroom.models import ArticlePage, OneTimeCode, StoryNumber, User
from tests.factories import get_section, make_author, make_story
from tests.integration import markup

pytestmark = pytest.mark.django_db

LOGIN = "/newsroom/login/"
LISTING = "/newsroom/stories/"
ADDRESS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*-[0-9]+")


def test_the_door_is_the_list_of_stories(newsroom: Client) -> None:
    response = newsroom.get("/newsroom/", follow=True)
    assert response.redirect_chain == [(LISTING, 302)]
    assert response.status_code == 200


def test_strangers_come_to_the_login_page(client: Client) -> None:
    story = make_story("خفیہ مسودہ", draft=True)
    for path in (LISTING, f"/newsroom/pages/{story.pk}/edit/", "/newsroom/authors/"):
        response = client.get(path)
        assert response.status_code in {302, 404}
        if response.status_code == 302:
            assert response["Location"].startswith(LOGIN)
    page = client.get("/newsroom/", follow=True)
    assert page.status_code == 200
    assert page.redirect_chain[-1][0].startswith(LOGIN)
    assert "خفیہ" not in page.content.decode()


def test_someone_without_permissions_is_refused(client: Client) -> None:
    client.force_login(
        User.objects.create_user("reader", password="a long pass phrase"),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    make_story("خفیہ مسودہ", draft=True)
    response = client.get(LISTING)
    assert response.status_code in {302, 403}
    assert "خفیہ" not in client.get(LISTING, follow=True).content.decode()
    section = get_section()
    response = client.post(f"/newsroom/pages/add/newsroom/articlepage/{section.pk}/", form())
    assert response.status_code in {302, 403}
    assert ArticlePage.objects.count() == 1


def titles(client: Client, **query: Any) -> set[str]:
    """The headlines in the list."""
    response = client.get(LISTING, query)
    assert response.status_code == 200
    document = markup.parse(response)
    return set(markup.texts(document, f"//table{markup.by_class('title-wrapper')[1:]}"))


def test_the_list_has_every_story_newest_work_first(newsroom: Client) -> None:
    author = make_author()
    made = [
        make_story(f"خبر {n}", section=s, authors=[author]) for n, s in enumerate(("dunya", "khel"))
    ]
    made.append(make_story("مسودہ", section="sehat", draft=True))
    html = newsroom.get(LISTING).content.decode()
    places = [html.index(f"/newsroom/pages/{story.pk}/edit/") for story in made]
    assert places == sorted(places, reverse=True)
    assert author.name in html
    assert "کھیل" in html


def test_the_list_is_narrowed_by_status(newsroom: Client) -> None:
    make_story("شائع")
    changed = make_story("بدلی")
    changed.deck = "نیا خلاصہ"
    changed.save_revision()
    make_story("مسودہ", draft=True)
    scheduled = make_story("طے شدہ", draft=True)
    scheduled.go_live_at = now() + timedelta(hours=1)
    scheduled.save_revision().publish()
    expected = {"live": "شائع", "changed": "بدلی", "draft": "مسودہ", "scheduled": "طے شدہ"}
    for status, title in expected.items():
        assert titles(newsroom, status=status) == {title}
    assert titles(newsroom) == set(expected.values())


def test_the_list_is_narrowed_by_section_author_and_priority(newsroom: Client) -> None:
    author = make_author("ندا حسن")
    make_story("دنیا کی خبر")
    make_story("کھیل کی خبر", section="khel", authors=[author], priority="lead")
    make_story("صحت کی خبر", section="sehat")
    sections = [get_section(slug).pk for slug in ("khel", "sehat")]
    assert titles(newsroom, section=sections) == {"کھیل کی خبر", "صحت کی خبر"}
    assert titles(newsroom, author=author.pk) == {"کھیل کی خبر"}
    assert titles(newsroom, priority="lead") == {"کھیل کی خبر"}
    assert titles(newsroom, section=sections[1], author=author.pk) == set()


def test_the_list_is_narrowed_by_date(newsroom: Client) -> None:
    make_story("پرانی خبر", published=now() - timedelta(days=10))
    story = make_story("نئی خبر", published=now())
    day = localdate(story.first_published_at)
    week_ago = day - timedelta(days=7)
    assert titles(newsroom, first_published_at_from=week_ago.isoformat()) == {"نئی خبر"}
    assert titles(newsroom, first_published_at_to=week_ago.isoformat()) == {"پرانی خبر"}
    both = {"first_published_at_from": day.isoformat(), "first_published_at_to": day.isoformat()}
    assert titles(newsroom, **both) == {"نئی خبر"}


def test_the_list_is_searched(newsroom: Client) -> None:
    make_story("سوات میں پل کھل گیا", body=["نیا پل"])
    make_story("کراچی میں کتاب میلہ", draft=True)
    assert titles(newsroom, q="سوات") == {"سوات میں پل کھل گیا"}
    assert titles(newsroom, q="میلہ") == {"کراچی میں کتاب میلہ"}
    assert titles(newsroom, q="ناموجود") == set()


def issue(*arguments: str) -> str:
    out = StringIO()
    call_command("login", *arguments, stdout=out)
    return out.getvalue().split()[-1]


def log_in(code: str, name: str = "editor") -> HttpResponse:
    return Client().post(LOGIN, {"username": name, "password": code, "next": "/newsroom/"})


def test_a_one_time_code_opens_once(client: Client) -> None:
    code = issue("--new")
    first = log_in(code)
    assert (first.status_code, first["Location"]) == (302, "/newsroom/")
    assert "sessionid" in first.cookies
    second = log_in(code)
    assert second.status_code == 200
    assert "sessionid" not in second.cookies


def test_a_code_from_a_terminal_may_come_with_spaces() -> None:
    assert log_in(f" {issue('--new')}\n").status_code == 302


@pytest.mark.parametrize("wrong", ["", "aaaa-aaaa-aaaa", "'", "\0"])
def test_a_wrong_code_is_refused_and_the_right_one_stays(wrong: str) -> None:
    code = issue("--new")
    assert log_in(wrong).status_code == 200
    assert log_in(code, name="somebody").status_code == 200
    assert log_in(code).status_code == 302


def test_a_code_expires_after_a_day() -> None:
    code = issue("--new")
    row = OneTimeCode.objects.get()
    assert timedelta(hours=23) < row.expires_at - now() <= timedelta(hours=24)
    OneTimeCode.objects.update(expires_at=now() - timedelta(seconds=1))
    assert log_in(code).status_code == 200


def test_a_new_code_takes_the_place_of_the_old_one() -> None:
    old, new = issue("--new"), issue()
    assert log_in(old).status_code == 200
    assert log_in(new).status_code == 302


def test_a_code_does_not_open_a_closed_account() -> None:
    code = issue("--new")
    User.objects.update(is_active=False)
    assert log_in(code).status_code == 200


def test_only_the_codes_hash_is_kept() -> None:
    code = issue("--new")
    assert code not in OneTimeCode.objects.get().hash


def test_no_code_for_nobody_and_none_beside_a_password(editor: User) -> None:
    with pytest.raises(CommandError, match="nobody"):
        call_command("login", "nobody")
    out = StringIO()
    call_command("login", "--unless-password", stdout=out)
    assert out.getvalue() == ""
    assert not OneTimeCode.objects.exists()


def form(**fields: Any) -> dict[str, Any]:
    """The story form, filled in as little as it may be, as a browser sends it."""
    data = {
        "title": "سوات میں پل کھل گیا",
        "slug": "",
        "kicker": "",
        "deck": "",
        "city": "",
        "credit_line": "",
        "priority": "normal",
        "lead_image": "",
        "lead_caption": "",
        "lead_alt": "",
        "body": streamfield([]),
        "sources": streamfield([]),
        "topics": "",
        "seo_title": "",
        "search_description": "",
        "bylines": inline_formset([]),
        "corrections": inline_formset([]),
        "related_choices": inline_formset([]),
        "comments": inline_formset([]),
    }
    return nested_form_data({**data, **fields})


@pytest.fixture
def post(newsroom: Client) -> Callable[..., HttpResponse]:
    """Send the form for a new story and publish it."""

    def send(action: str = "action-publish", **fields: Any) -> HttpResponse:
        path = f"/newsroom/pages/add/newsroom/articlepage/{get_section().pk}/"
        return newsroom.post(path, {**form(**fields), action: "1"}, follow=True)

    return send


def test_a_story_is_written_and_published(
    client: Client, post: Callable[..., HttpResponse]
) -> None:
    author = make_author()
    paragraph = rich_text("<p>نیا <b>پل</b></p>", features=["bold", "link"])
    response = post(
        deck="خلاصہ",
        body=streamfield([("paragraph", paragraph), ("subhead", "ذیلی سرخی")]),
        bylines=inline_formset([{"author": author.pk}]),
        corrections=inline_formset([{"kind": "correction", "text": "نام درست کیا"}]),
        topics='"سوات", "تعمیر"',
    )
    assert response.status_code == 200
    story = ArticlePage.objects.get()
    assert story.live
    assert ADDRESS.fullmatch(story.slug)
    assert story.url == f"/dunya/{story.slug}/"
    document = markup.parse(client.get(story.url))
    assert markup.texts(document, "//a[@rel='author']") == [author.name]
    assert set(markup.texts(document, "//a[@rel='tag']")) == {"سوات", "تعمیر"}
    assert "نام درست کیا" in markup.text(document)
    assert document.xpath("//b[text()='پل']")


def test_a_draft_gets_an_address_too(client: Client, post: Callable[..., HttpResponse]) -> None:
    post(action="action-save")
    story = ArticlePage.objects.get()
    assert not story.live
    assert ADDRESS.fullmatch(story.slug)
    assert client.get(story.url).status_code == 404


def test_an_address_of_ones_own_is_kept(post: Callable[..., HttpResponse]) -> None:
    post(slug="swat-bridge")
    assert ArticlePage.objects.get().slug == "swat-bridge"


def test_an_address_is_not_urdu(post: Callable[..., HttpResponse]) -> None:
    post(slug="سوات")
    assert not ArticlePage.objects.exists()


def test_a_story_needs_a_headline(post: Callable[..., HttpResponse]) -> None:
    assert post(title="").status_code == 200
    assert not ArticlePage.objects.exists()


def typed(text: str, **link: str) -> str:
    """What the rich text editor sends for a paragraph whose text may be a link."""
    entity = {"type": "LINK", "mutability": "MUTABLE", "data": link}
    ranges = [{"offset": 0, "length": len(text), "key": 0}] if link else []
    block = {"key": "abcde", "text": text, "type": "unstyled", "depth": 0}
    block |= {"inlineStyleRanges": [], "entityRanges": ranges}
    return json.dumps({"blocks": [block], "entityMap": {"0": entity} if link else {}})


HOSTILE = [
    typed("<script>alert(1)</script>"),
    typed('<b onclick="alert(1)">متن</b>'),
    typed("متن", url="javascript:alert(1)"),
    typed("متن", url="JaVaScRiPt:alert(1)", onclick="alert(1)"),
    typed("متن", url='https://example.com/" onclick="alert(1)'),
    typed("متن", url="data:text/html,<script>alert(1)</script>"),
]


@pytest.mark.parametrize("paragraph", HOSTILE)
def test_hostile_rich_text_is_harmless(
    client: Client, post: Callable[..., HttpResponse], paragraph: str
) -> None:
    box = {"title": "اعداد", "text": paragraph}
    post(body=streamfield([("paragraph", paragraph), ("fact_box", box)]))
    story = ArticlePage.objects.get()
    stored = story.body.raw_data[0]["value"]
    assert "<script" not in stored
    document = markup.parse(client.get(story.url))
    body = document.xpath(markup.by_class("story-body"))[0]
    assert not body.xpath(".//script")
    assert not [name for element in body.iter("*") for name in element.attrib if name[:2] == "on"]
    schemes = {link.partition(":")[0].lower() for link in markup.links(body)}
    assert not schemes & {"javascript", "data"}


def test_an_embed_of_a_host_that_we_do_not_know_is_refused(
    post: Callable[..., HttpResponse],
) -> None:
    embed = {"url": "https://evil.example/video/1", "title": ""}
    response = post(body=streamfield([("embed", embed)]))
    assert response.status_code == 200
    assert not ArticlePage.objects.exists()
    # The message names the hosts that there are; it comes in the block's data.
    assert "YouTube" in response.content.decode()


def test_an_embed_of_a_known_host_is_taken(post: Callable[..., HttpResponse]) -> None:
    embed = {"url": "https://youtu.be/dQw4w9WgXcQ", "title": "ویڈیو"}
    post(body=streamfield([("embed", embed)]))
    assert ArticlePage.objects.get().body[0].value["url"] == embed["url"]


def test_a_refused_form_uses_up_no_number(post: Callable[..., HttpResponse]) -> None:
    post(title="")
    assert not StoryNumber.objects.exists()


def test_the_preview_of_a_story_that_is_being_written(newsroom: Client) -> None:
    story = make_story("شائع شدہ")
    path = f"/newsroom/pages/{story.pk}/edit/preview/"
    answer = newsroom.post(path, form(title="لکھی جا رہی سرخی", slug=story.slug))
    assert answer.json()["is_valid"]
    document = markup.parse(newsroom.get(path))
    assert markup.texts(document, "//h1") == ["لکھی جا رہی سرخی"]


def test_a_reporter_writes_but_does_not_publish(client: Client) -> None:
    group = Group.objects.create(name="نامہ نگار")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    section = get_section()
    permission = Permission.objects.get(codename="add_page", content_type__model="page")
    GroupPagePermission.objects.create(group=group, page=section, permission=permission)
    reporter = User.objects.create_user("reporter", password="a long pass phrase")
    reporter.groups.add(group)
    client.force_login(reporter, backend="django.contrib.auth.backends.ModelBackend")
    path = f"/newsroom/pages/add/newsroom/articlepage/{section.pk}/"
    client.post(path, {**form(), "action-publish": "1"})
    story = ArticlePage.objects.get()
    assert not story.live
    elsewhere = f"/newsroom/pages/add/newsroom/articlepage/{get_section('khel').pk}/"
    client.post(elsewhere, {**form(), "action-publish": "1"})
    assert ArticlePage.objects.count() == 1


SCREENS = [
    LISTING,
    "/newsroom/snippets/newsroom/author/",
    "/newsroom/snippets/newsroom/author/add/",
    "/newsroom/images/",
    "/newsroom/documents/",
    "/newsroom/redirects/",
    "/newsroom/reports/site-history/",
    "/newsroom/account/",
    "/newsroom/users/",
    "/newsroom/settings/newsroom/papersettings/",
]


@pytest.mark.parametrize("path", SCREENS)
def test_every_screen_opens(newsroom: Client, path: str) -> None:
    response = newsroom.get(path, follow=True)
    assert response.status_code == 200
    policy = response["Content-Security-Policy"]
    assert "object-src 'none'" in policy
    assert "http" not in policy


def test_the_menu_leads_somewhere(newsroom: Client) -> None:
    make_story()
    html = newsroom.get(LISTING).content.decode()
    addresses = set(re.findall(r'"url": "(/newsroom/[^"?#]+)"', html.replace("\\u002D", "-")))
    addresses |= set(re.findall(r'href="(/newsroom/[^"?#]+)"', html))
    addresses = {path for path in addresses if not re.search("logout|/bulk/", path)}
    assert len(addresses) > 5
    for path in sorted(addresses):
        assert newsroom.get(path, follow=True).status_code == 200, path


def test_the_story_form_opens(newsroom: Client) -> None:
    story = make_story(body=["متن"])
    assert newsroom.get(f"/newsroom/pages/{story.pk}/edit/").status_code == 200
    path = f"/newsroom/pages/add/newsroom/articlepage/{get_section().pk}/"
    assert newsroom.get(path).status_code == 200
