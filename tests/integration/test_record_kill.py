"""A story withdrawn from readers: what is gone, what they are told, and who may do what."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import feedparser
import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.test import Client
from django.utils.timezone import now
from wagtail.actions.copy_page import CopyPageAction

from roznama.newsroom.models import ArticlePage, BreakingLine, Kill
from roznama.newsroom.record.killing import KillError, kill, lift
from roznama.newsroom.record.standing import KilledError
from roznama.press.printer import Printer
from tests.factories import get_section, make_author, make_story
from tests.integration.record import NOTICE, REASON, browser_of, make_editor, publish_again

pytestmark = pytest.mark.django_db

SITE = "https://paper.example"
HEADLINE = "وہ خبر جو واپس لی گئی"


@pytest.fixture
def story() -> ArticlePage:
    author = make_author("نوشین طارق", slug="nosheen")
    return make_story(HEADLINE, authors=[author], tags=["سوات"], body=["پہلا پیرا۔"])


def gone(story: ArticlePage, **more: Any) -> Kill:
    return kill(story, reason=REASON, notice=NOTICE, **more)


def test_readers_are_told_at_its_address_and_nowhere_else(
    client: Client, story: ArticlePage
) -> None:
    tag = story.topics.get().slug
    lists = ["/", "/dunya/", "/author/nosheen/", f"/tag/{tag}/", "/sitemap-dunya.xml"]
    lists += ["/sitemap-news.xml", "/archive/", "/feed.atom"]
    path = story.url
    seen = [client.get(at, follow=True).content.decode() for at in lists]
    assert all(HEADLINE in page or path in page for page in seen)
    gone(story)
    answer = client.get(path)
    assert answer.status_code == 410
    assert NOTICE in answer.content.decode()
    assert HEADLINE not in answer.content.decode()
    for at in lists:
        page = client.get(at, follow=True).content.decode()
        assert HEADLINE not in page, at
        assert at == "/feed.atom" or path not in page, at


def test_feed_readers_are_told_for_a_week(client: Client, story: ArticlePage) -> None:
    url = f"{SITE}{story.url}"
    killed = gone(story)
    atom = client.get("/feed.atom").content.decode()
    assert 'xmlns:at="http://purl.org/atompub/tombstones/1.0"' in atom
    assert f'<at:deleted-entry ref="{url}"' in atom
    assert NOTICE in atom
    assert feedparser.parse(atom).bozo == 0
    rss = feedparser.parse(client.get("/dunya/feed.rss").content)
    assert [(one.id, one.description) for one in rss.entries] == [(url, NOTICE)]
    item = client.get("/feed.json").json()["items"][0]
    assert (item["id"], item["content_text"]) == (url, NOTICE)
    assert client.get("/khel/feed.json").json()["items"] == []
    Kill.objects.filter(pk=killed.pk).update(time=now() - timedelta(days=7, minutes=1))
    assert "deleted-entry" not in client.get("/feed.atom").content.decode()


def test_the_breaking_line_that_leads_there_goes(story: ArticlePage) -> None:
    line = BreakingLine.load()
    line.text, line.story = "ابھی ابھی", story
    line.save()
    gone(story)
    assert BreakingLine.objects.get().text == ""


def test_it_cannot_be_published_scheduled_or_copied(
    newsroom: Client, story: ArticlePage, client: Client
) -> None:
    path = story.url
    draft = story.get_latest_revision_as_object()
    draft.go_live_at = now() + timedelta(hours=1)
    scheduled = draft.save_revision()
    scheduled.publish()
    gone(story)
    story = ArticlePage.objects.get(pk=story.pk)
    assert not story.revisions.filter(approved_go_live_at__isnull=False).exists()
    with pytest.raises(KilledError):
        story.get_latest_revision().publish()
    with pytest.raises(KilledError):
        scheduled.publish()
    story.live = True
    with pytest.raises(KilledError):
        story.save()
    call_command("publish_scheduled")
    copying = f"/newsroom/pages/{story.pk}/copy/"
    assert newsroom.get(copying).status_code == 302
    fields = {"new_title": "نقل", "new_slug": "naql", "new_parent_page": get_section().pk}
    newsroom.post(copying, {**fields, "publish_copies": "on"})
    assert not ArticlePage.objects.filter(title="نقل").exists()
    newsroom.post(f"/newsroom/bulk/newsroom/articlepage/publish/?id={story.pk}")
    newsroom.post(f"/newsroom/pages/{story.pk}/delete/")
    assert ArticlePage.objects.filter(pk=story.pk, live=False).exists()
    assert client.get(path).status_code == 410


def test_a_copy_made_by_a_program_is_refused(story: ArticlePage, editor: Any) -> None:
    gone(story)
    story = ArticlePage.objects.get(pk=story.pk)
    with pytest.raises(PermissionDenied):
        CopyPageAction(story, to=get_section(), user=editor).execute()


def test_only_who_has_the_right_withdraws_and_by_post(story: ArticlePage) -> None:
    address = f"/newsroom/record/{story.pk}/kill/"
    sent = {"reason": REASON, "notice": NOTICE}
    reporter = browser_of(make_editor("reporter"))
    assert reporter.post(address, sent).status_code == 302
    assert ArticlePage.objects.get(pk=story.pk).live
    away = browser_of(make_editor("elsewhere", ["kill"], pages=[]))
    assert away.post(address, sent).status_code == 302
    assert ArticlePage.objects.get(pk=story.pk).live
    chief = browser_of(make_editor("chief", ["kill"]))
    assert HEADLINE in chief.get(address, sent).content.decode()
    assert ArticlePage.objects.get(pk=story.pk).live
    assert chief.post(address, {**sent, "reason": "۔"}).status_code == 200
    assert ArticlePage.objects.get(pk=story.pk).live
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = chief.cookies
    assert strict.post(address, sent).status_code == 403
    chief.post(address, sent)
    killed = Kill.objects.get()
    assert (killed.by.username, killed.reason, killed.notice) == ("chief", REASON, NOTICE)  # type: ignore[union-attr]
    assert not ArticlePage.objects.get(pk=story.pk).live
    form = chief.get(f"/newsroom/pages/{story.pk}/edit/").content.decode()
    assert REASON in form


def test_lifting_takes_its_own_right_and_gives_back_what_readers_had(
    client: Client, story: ArticlePage
) -> None:
    path = story.url
    gone(story)
    address = f"/newsroom/record/{story.pk}/lift/"
    chief = browser_of(make_editor("chief", ["kill"]))
    chief.post(address, {"reason": REASON, "publish": "on"})
    assert client.get(path).status_code == 410
    editor = browser_of(make_editor("head", ["lift_kill"]))
    assert REASON in editor.get(address).content.decode()
    editor.post(address, {"reason": "اصل دستاویز مل گئی", "publish": "on"})
    answer = client.get(path)
    assert answer.status_code == 200
    assert HEADLINE in answer.content.decode()
    assert "deleted-entry" not in client.get("/feed.atom").content.decode()
    killed = Kill.objects.get()
    assert killed.lifted_by.username == "head"  # type: ignore[union-attr]


def test_lifted_without_publishing_it_may_be_published(client: Client, story: ArticlePage) -> None:
    path = story.url
    gone(story)
    with pytest.raises(KillError):
        gone(story)
    lift(story, reason=REASON, publish=False)
    with pytest.raises(KillError):
        lift(story, reason=REASON, publish=False)
    assert client.get(path).status_code == 404
    publish_again(story, deck="نیا خلاصہ")
    assert client.get(path).status_code == 200


def test_the_press_hands_out_nothing_of_it(story: ArticlePage, tmp_path: Path) -> None:
    make_story("دوسری خبر")
    printer = Printer(tmp_path)
    printer.records.mark([], ["/", "/dunya/", story.url, "/sitemap-dunya.xml", "/khel/"])
    printer.follow()
    while printer.print_next():
        pass
    pages = tmp_path / "pages"
    shown = [pages / "index.html", pages / "dunya" / "index.html", pages / "sitemap-dunya.xml"]
    assert all(story.url in file.read_text() for file in shown)
    version = printer.records.version()
    gone(story)
    printer.follow()
    assert not any(file.exists() for file in shown)
    assert (pages / "khel" / "index.html").exists()
    renewed = {page for page, _version in printer.records.since(version)}
    assert {"/", "/dunya/", story.url} <= renewed
    assert printer.print_now("/")
    assert story.url not in shown[0].read_text()
    while printer.print_next():
        pass
    told = printer.records.get(story.url)
    assert told is not None
    assert told.status == 410
    assert NOTICE in told.note.decode()
