"""The live desk: posting, changing, marking and removing, and who may."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils.timezone import localtime, now

from roznama.newsroom.models import ArticlePage, AuditEntry, LiveCoverage, LiveUpdate, User
from roznama.newsroom.record.killing import kill
from tests.factories import make_author, make_image, make_story
from tests.integration.live import HEADLINE, add, address, cover, send, told_numbers
from tests.integration.newsroom_people import HERE, browser_of, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> ArticlePage:
    return make_story(HEADLINE, section=HERE)


def change_fields(update: LiveUpdate, **data: object) -> dict[str, object]:
    time = localtime(update.time).strftime("%Y-%m-%dT%H:%M")
    return {"text": "نیا متن", "time": time, "seen": update.version, **data}


def test_an_editor_starts_posts_and_ends(newsroom: Client, story: ArticlePage) -> None:
    form = newsroom.get(f"/newsroom/pages/{story.pk}/edit/").content.decode()
    assert address(story) in form
    assert address(story) in newsroom.get(f"/newsroom/menus/{story.pk}/").content.decode()
    assert "data-live-form" not in newsroom.get(address(story)).content.decode()
    newsroom.post(address(story, "switch/"), {"on": "1"})
    coverage = LiveCoverage.objects.get(article=story)
    author = make_author()
    answer = send(
        newsroom, story, "*پانی* چھ فٹ بلند", headline="نالہ ابل پڑا", author=author.pk,
        is_key="on", time="2001-01-01T00:00",
    )  # fmt: skip
    assert answer.status_code == 302
    update = coverage.updates.get()
    assert (update.number, update.headline, update.author) == (1, "نالہ ابل پڑا", author)
    assert update.body == "<p><b>پانی</b> چھ فٹ بلند</p>"
    assert update.is_key
    assert not update.is_pinned
    assert abs(now() - update.time) < timedelta(minutes=5)
    page = newsroom.get(address(story)).content.decode()
    assert "نالہ ابل پڑا" in page
    assert f'<option value="{author.pk}" selected>' in page
    revisions = story.revisions.count()
    newsroom.post(address(story, "switch/"), {"on": "0"})
    coverage.refresh_from_db()
    assert coverage.ended is not None
    assert send(newsroom, story, "دیر سے").status_code == 200
    assert coverage.updates.count() == 1
    assert story.revisions.count() == revisions
    actions = AuditEntry.objects.filter(story=story.pk).order_by("pk")
    assert [one.action for one in actions if one.action.startswith("roznama.live")] == [
        "roznama.live.start", "roznama.live.post", "roznama.live.end",
    ]  # fmt: skip


def test_what_is_sent_twice_is_posted_once(newsroom: Client, editor: User) -> None:
    story = cover(editor).article
    fields = {"token": str(uuid4()), "text": "ایک بار"}
    json = {"headers": {"accept": "application/json"}}
    for _ in range(2):
        answer = newsroom.post(address(story, "post/"), fields, **json)  # type: ignore[arg-type]
        assert answer.status_code == 200
        assert answer.json()["html"].count("ایک بار") == 1
        assert answer.json()["token"] != fields["token"]
    assert LiveUpdate.objects.count() == 1


def test_two_who_post_at_once_see_each_other(newsroom: Client, editor: User) -> None:
    story = cover(editor).article
    colleague = browser_of(make_person("colleague", "chief"))
    send(newsroom, story, "پہلے کی بات")
    seen = newsroom.get(address(story, "state/")).json()
    assert "html" not in newsroom.get(address(story, f"state/?seen={seen['version']}")).json()
    send(colleague, story, "دوسرے کی بات")
    told = newsroom.get(address(story, f"state/?seen={seen['version']}")).json()
    assert told["html"].index("دوسرے کی بات") < told["html"].index("پہلے کی بات")


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"text": "  \n "}, "کچھ لکھیں یا تصویر چنیں۔"),
        ({"text": "متن", "token": "no token"}, ""),
        ({"text": "م" * 5001}, ""),
        ({"text": "متن", "image": "999999"}, ""),
        ({"text": "متن", "author": "x"}, ""),
    ],
)
def test_what_cannot_be_posted_is_told_in_a_line(
    newsroom: Client, editor: User, fields: dict[str, str], line: str
) -> None:
    story = cover(editor).article
    sent = {"token": str(uuid4()), **fields}
    headers = {"accept": "application/json"}
    answer = newsroom.post(address(story, "post/"), sent, headers=headers)
    assert answer.status_code == 400
    assert line in answer.json()["error"]
    assert newsroom.post(address(story, "post/"), sent).status_code == 200
    assert not LiveUpdate.objects.exists()


def test_a_picture_needs_its_rights(newsroom: Client, editor: User) -> None:
    story = cover(editor).article
    bare = make_image("بغیر کریڈٹ")
    assert send(newsroom, story, "متن", image=bare.pk).status_code == 200
    assert not LiveUpdate.objects.exists()
    whole = make_image("مکمل", credit="پی پی آئی", licence="پی پی آئی", description="بارش")
    assert send(newsroom, story, "", image=whole.pk, caption="بارش").status_code == 302
    update = LiveUpdate.objects.get()
    assert update.image == whole
    # A picture that readers have may stay there; its rights ran out meanwhile.
    whole.is_barred = True
    whole.save()
    newsroom.post(address(story, "1/change/"), change_fields(update, image=whole.pk))
    update.refresh_from_db()
    assert (update.image, update.body) == (whole, "<p>نیا متن</p>")
    assert send(newsroom, story, "متن", image=whole.pk).status_code == 200


def test_an_update_is_changed_with_time_and_correction(newsroom: Client, editor: User) -> None:
    coverage = cover(editor)
    update, story = add(coverage, "پہلا متن", editor), coverage.article
    page = newsroom.get(address(story, "1/change/")).content.decode()
    assert "پہلا متن" in page
    earlier = now() - timedelta(hours=2)
    time = localtime(earlier).strftime("%Y-%m-%dT%H:%M")
    sent = change_fields(update, time=time, correction="پہلے چار فٹ لکھا گیا تھا۔")
    assert newsroom.post(address(story, "1/change/"), sent).status_code == 302
    update.refresh_from_db()
    assert update.body == "<p>نیا متن</p>"
    assert localtime(update.time).strftime("%Y-%m-%dT%H:%M") == time
    assert update.corrected_at is not None
    entry = AuditEntry.objects.get(action="roznama.live.change")
    assert entry.details["before"]["body"] == "<p>پہلا متن</p>"
    future = localtime(now() + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M")
    sent = change_fields(update, time=future, text="نہیں", correction="")
    assert newsroom.post(address(story, "1/change/"), sent).status_code == 200
    update.refresh_from_db()
    assert update.body == "<p>نیا متن</p>"


def test_nobody_overwrites_what_they_have_not_seen(newsroom: Client, editor: User) -> None:
    coverage = cover(editor)
    update, story = add(coverage, "پہلا متن", editor), coverage.article
    newsroom.post(address(story, "1/change/"), change_fields(update, text="ایک کا متن"))
    answer = newsroom.post(address(story, "1/change/"), change_fields(update, text="دوسرے کا"))
    page = answer.content.decode()
    assert "ایک کا متن" in page
    assert "دوسرے کا" in page
    update.refresh_from_db()
    assert update.body == "<p>ایک کا متن</p>"
    newsroom.post(address(story, "1/change/"), change_fields(update, text="دوسرے کا"))
    update.refresh_from_db()
    assert update.body == "<p>دوسرے کا</p>"


def test_marking_and_removing(newsroom: Client, editor: User) -> None:
    coverage = cover(editor)
    story = coverage.article
    first, second = add(coverage, "ایک", editor), add(coverage, "دو", editor)
    newsroom.post(address(story, "1/mark/"), {"do": "pin"})
    newsroom.post(address(story, "1/mark/"), {"do": "key"})
    first.refresh_from_db()
    assert (first.is_pinned, first.is_key) == (True, True)
    newsroom.post(address(story, "1/mark/"), {"do": "unpin"})
    first.refresh_from_db()
    assert (first.is_pinned, first.is_key) == (False, True)
    assert newsroom.post(address(story, "1/mark/"), {"do": "delete"}).status_code == 302
    newsroom.post(address(story, "2/remove/"))
    assert told_numbers(coverage) == [1]
    assert newsroom.post(address(story, "2/remove/")).status_code == 404
    assert newsroom.get(address(story, "2/change/")).status_code == 404
    entry = AuditEntry.objects.get(action="roznama.live.remove")
    assert entry.details["before"]["body"] == second.body
    assert add(coverage, "تین", editor).number == 3


@pytest.mark.parametrize("role", ["nobody", "contributor", "reporter", "sub_editor"])
def test_who_may_not_publish_may_nothing(role: str, story: ArticlePage, editor: User) -> None:
    coverage = cover(editor, story)
    update = add(coverage, "متن", editor)
    browser = browser_of(make_person("someone", role))
    headers = {"accept": "application/json"}
    assert browser.get(address(story)).status_code == 302
    assert browser.get(address(story, "state/"), headers=headers).status_code != 200
    send(browser, story, "چپکے سے")
    browser.post(address(story, "switch/"), {"on": "0"})
    browser.post(address(story, "posters/"), {"people": [User.objects.get(username="someone").pk]})
    browser.post(address(story, "1/change/"), change_fields(update))
    browser.post(address(story, "1/mark/"), {"do": "pin"})
    browser.post(address(story, "1/remove/"))
    update.refresh_from_db()
    coverage.refresh_from_db()
    assert (update.version, update.removed_at, update.is_pinned) == (1, None, False)
    assert (coverage.is_on, coverage.posters.count(), coverage.updates.count()) == (True, 0, 1)


@pytest.mark.parametrize("role", ["desk_head", "chief"])
def test_who_may_publish_may_all(role: str, story: ArticlePage) -> None:
    browser = browser_of(make_person("head", role))
    browser.post(address(story, "switch/"), {"on": "1"})
    send(browser, story, "پہلی اپ ڈیٹ", is_pinned="on")
    update = LiveUpdate.objects.get()
    assert update.is_pinned
    browser.post(address(story, "1/change/"), change_fields(update))
    update.refresh_from_db()
    assert (update.body, update.is_pinned) == ("<p>نیا متن</p>", False)
    browser.post(address(story, "1/remove/"))
    update.refresh_from_db()
    assert update.removed_at


def test_the_head_of_another_desk_may_nothing(story: ArticlePage, editor: User) -> None:
    coverage = cover(editor, story)
    browser = browser_of(make_person("head", "desk_head", section="dunya"))
    send(browser, story, "دوسرے ڈیسک سے")
    assert coverage.updates.count() == 0


def test_a_reporter_who_was_let_in_posts_and_changes_only_their_own(
    newsroom: Client, story: ArticlePage, editor: User
) -> None:
    coverage = cover(editor, story)
    add(coverage, "ڈیسک کی اپ ڈیٹ", editor)
    reporter = make_person("reporter", "reporter")
    browser = browser_of(reporter)
    assert "/newsroom/live/" not in browser.get("/newsroom/my/").content.decode()
    newsroom.post(address(story, "posters/"), {"people": [reporter.pk]})
    assert "/newsroom/live/" in browser.get("/newsroom/my/").content.decode()
    assert browser.get("/newsroom/live/").headers["Location"] == address(story)
    page = browser.get(address(story)).content.decode()
    assert "data-live-form" in page
    assert address(story, "1/remove/") not in page
    send(browser, story, "موقع سے", is_pinned="on", is_key="on")
    mine = coverage.updates.get(number=2)
    assert (mine.posted_by, mine.is_pinned, mine.is_key) == (reporter, False, False)
    newsroom.post(address(story, "2/mark/"), {"do": "pin"})
    mine.refresh_from_db()
    browser.post(address(story, "2/change/"), change_fields(mine))
    mine.refresh_from_db()
    assert (mine.body, mine.is_pinned) == ("<p>نیا متن</p>", True)
    browser.post(address(story, "2/mark/"), {"do": "unpin"})
    browser.post(address(story, "1/remove/"))
    browser.post(address(story, "1/change/"), change_fields(coverage.updates.get(number=1)))
    browser.post(address(story, "switch/"), {"on": "0"})
    assert told_numbers(coverage) == [2, 1]
    assert coverage.updates.get(number=1).version == 1
    mine.refresh_from_db()
    assert mine.is_pinned
    browser.post(address(story, "2/remove/"))
    assert told_numbers(coverage) == [1]
    newsroom.post(address(story, "posters/"), {})
    send(browser, story, "اب نہیں")
    assert told_numbers(coverage) == [1]


def test_nothing_changes_by_get_or_without_the_token(newsroom: Client, editor: User) -> None:
    coverage = cover(editor)
    add(coverage, "متن", editor)
    for what in ("switch/", "post/", "posters/", "1/mark/", "1/remove/"):
        assert newsroom.get(address(coverage.article, what)).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = newsroom.cookies
    for what in ("switch/", "post/", "posters/", "1/mark/", "1/remove/", "1/change/"):
        assert strict.post(address(coverage.article, what), {"on": "0"}).status_code == 403
    assert told_numbers(coverage) == [1]


def test_a_withdrawn_story_takes_no_updates(newsroom: Client, editor: User) -> None:
    coverage = cover(editor)
    kill(coverage.article, reason="غلط", notice="واپس")
    send(newsroom, coverage.article, "پھر بھی")
    assert coverage.updates.count() == 0


def test_a_desk_with_many_updates_comes_in_pages(newsroom: Client, editor: User) -> None:
    coverage = cover(editor)
    for number in range(1, 43):
        add(coverage, f"اپ ڈیٹ نمبر {number}۔", editor)
    page = newsroom.get(address(coverage.article)).content.decode()
    assert page.count('class="live-row') == 40
    older = newsroom.get(address(coverage.article, "?before=3")).content.decode()
    assert older.count('class="live-row') == 2
    assert newsroom.get(address(coverage.article, "?before=x")).status_code == 200
