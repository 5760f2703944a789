"""Nobody publishes past an embargo, whichever door it is; and bad times lose nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from roznama.newsroom.models import ArticlePage, EmbargoedError, User
from roznama.newsroom.timing.moments import told
from tests.factories import get_section, make_author, make_story
from tests.integration import markup
from tests.integration.copydesk import client_of
from tests.integration.test_copydesk_guard import approve, approver, bulk, filled  # noqa: F401
from tests.integration.timing import (
    HOUR,
    as_typed,
    fresh,
    later,
    make_embargoed,
    make_scheduled,
    planned,
)

pytestmark = pytest.mark.django_db

NOTE = "وزارتِ خزانہ کی طرف سے"


def post(client: Client, story: ArticlePage, *, publish: bool = True, **times: Any) -> HttpResponse:
    fields = filled("سب ٹھیک ہے۔", title=story.title, slug=story.slug, **times)
    action = {"action-publish": "1"} if publish else {}
    return client.post(f"/newsroom/pages/{story.pk}/edit/", {**fields, **action}, follow=True)


def is_held(story: ArticlePage) -> bool:
    found = fresh(story)
    draft = found.get_latest_revision_as_object()
    return not found.live and planned(story) == draft.embargo_until


def test_the_form_schedules_instead_and_says_so(newsroom: Client) -> None:
    story = make_story("بجٹ", draft=True)
    until = (now() + HOUR).replace(second=0, microsecond=0)
    response = post(newsroom, story, embargo_until=as_typed(until), embargo_note=NOTE)
    assert is_held(story)
    assert planned(story) == until
    words = " ".join(markup.texts(markup.parse(response), "//*[@data-messages]"))
    assert "ایمبارگو" in response.content.decode()
    assert told(until) in response.content.decode(), words
    assert fresh(story).embargo_note == NOTE


def test_a_new_story_is_held_too(newsroom: Client) -> None:
    path = f"/newsroom/pages/add/newsroom/articlepage/{get_section().pk}/"
    times = {"embargo_until": as_typed(now() + HOUR)}
    newsroom.post(path, {**filled("سب ٹھیک ہے۔", **times), "action-publish": "1"})
    assert is_held(ArticlePage.objects.get())


def test_an_earlier_time_waits_for_the_embargo_and_a_later_one_stays(newsroom: Client) -> None:
    early, late = make_story(draft=True), make_story(draft=True)
    until = (now() + 2 * HOUR).replace(second=0, microsecond=0)
    times = {"embargo_until": as_typed(until)}
    post(newsroom, early, go_live_at=as_typed(now() + HOUR), **times)
    assert planned(early) == until
    post(newsroom, late, go_live_at=as_typed(until + HOUR), **times)
    assert planned(late) == until + HOUR


def test_a_list_is_held_and_the_message_does_not_lie(newsroom: Client) -> None:
    held, free = make_embargoed("روکی ہوئی"), make_story("کھلی خبر", draft=True)
    response = bulk(newsroom, held, free)
    assert response.status_code == 302
    assert is_held(held)
    assert fresh(free).live
    page = newsroom.get(response["Location"]).content.decode()
    assert "2 میں سے 1 پر ایمبارگو" in page
    assert told(held.embargo_until) in page


def test_a_section_with_what_is_below_is_held(newsroom: Client) -> None:
    story = make_embargoed()
    bulk(newsroom, get_section("dunya"), below=True)
    assert is_held(story)


def test_an_approval_is_held(approver: User, editor: User) -> None:  # noqa: F811
    story = make_embargoed(authors=[make_author()])
    story.get_workflow().start(story, editor)
    for _ in range(2):
        approve(client_of(approver), story)
    assert not fresh(story).workflow_in_progress
    assert is_held(story)


def test_the_api_and_code_are_held(newsroom: Client) -> None:
    story, other = make_embargoed(), make_embargoed()
    newsroom.post(f"/newsroom/api/main/pages/{story.pk}/action/publish/")
    assert not fresh(story).live
    other.get_latest_revision().publish()
    assert is_held(other)
    other.live = True
    with pytest.raises(EmbargoedError):
        other.save()


def test_a_copy_does_not_go_out(newsroom: Client) -> None:
    story = make_embargoed()
    data = {
        "new_title": "نقل",
        "new_slug": "naql",
        "new_parent_page": get_section().pk,
        "publish_copies": "on",
    }
    newsroom.post(f"/newsroom/pages/{story.pk}/copy/", data)
    assert not ArticlePage.objects.live().exists()


def test_an_older_version_does_not_get_round_it(newsroom: Client) -> None:
    story = make_story("بجٹ", draft=True)
    old = story.get_latest_revision()
    post(newsroom, story, publish=False, embargo_until=as_typed(now() + HOUR))
    old.refresh_from_db()
    old.publish()
    assert not fresh(story).live


def test_an_update_is_held_and_the_story_stays_out(newsroom: Client) -> None:
    story = make_story("پہلی شکل")
    changed = fresh(story)
    changed.title, changed.embargo_until = "دوسری شکل", later()
    changed.save_revision().publish()
    assert (fresh(story).live, fresh(story).title) == (True, "پہلی شکل")
    assert planned(story) == changed.embargo_until


def test_lifting_it_lets_the_story_out(newsroom: Client) -> None:
    story = make_embargoed()
    story.get_latest_revision().publish()
    form = markup.parse(newsroom.get(f"/newsroom/pages/{story.pk}/edit/"))
    assert not any(form.xpath("//input[@name='go_live_at']/@value"))
    # What is set for a time is locked until somebody takes it back.
    post(newsroom, story, embargo_until="")
    assert is_held(story)
    take_back = reverse(
        "wagtailadmin_pages:revisions_unschedule",
        args=[story.pk, fresh(story).scheduled_revision.pk],
    )
    newsroom.post(take_back)
    post(newsroom, story, embargo_until="")
    assert fresh(story).live


@pytest.mark.parametrize(
    ("times", "field"),
    [
        ({"go_live_at": -HOUR}, "go_live_at"),
        ({"expire_at": -HOUR}, "expire_at"),
        ({"embargo_until": -HOUR}, "embargo_until"),
        ({"go_live_at": 3 * HOUR, "expire_at": 2 * HOUR}, "expire_at"),
        ({"embargo_until": 3 * HOUR, "expire_at": 2 * HOUR}, "embargo_until"),
        ({"go_live_at": None, "embargo_until": "کل"}, "embargo_until"),
    ],
)
def test_bad_times_are_told_and_nothing_is_lost(
    newsroom: Client, times: dict[str, Any], field: str
) -> None:
    story = make_story("بجٹ", draft=True)
    given = {
        name: as_typed(now() + value) if isinstance(value, timedelta) else value or ""
        for name, value in times.items()
    }
    response = post(newsroom, story, embargo_note=NOTE, deck="یہ گم نہ ہو", **given)
    assert not fresh(story).live
    page = markup.parse(response)
    for name, value in given.items():
        assert "".join(page.xpath(f"//input[@name='{name}']/@value")) == value
    assert page.xpath("//input[@name='embargo_note']/@value") == [NOTE]
    told_errors = markup.texts(page, f"//*[@id='panel-child-time-{field}-errors']")
    errors = told_errors or markup.texts(page, "//*[contains(@class, 'error-message')]")
    assert len(errors) == 1
    assert any("؀" <= letter <= "ۿ" for letter in errors[0])
    assert "یہ گم نہ ہو" in response.content.decode()


def test_a_time_that_came_is_no_mistake_when_the_story_is_edited(newsroom: Client) -> None:
    came = now() - HOUR
    story = make_story(go_live_at=came)
    response = post(newsroom, story, go_live_at=as_typed(came))
    assert response.redirect_chain
    assert "سب ٹھیک ہے" in str(fresh(story).body)


def test_the_list_shows_the_times(newsroom: Client) -> None:
    held, scheduled = make_embargoed(), make_scheduled(expire_at=later(5 * HOUR))
    page = newsroom.get("/newsroom/stories/").content.decode()
    for time in (held.embargo_until, planned(scheduled), scheduled.expire_at):
        assert told(time) in page
    only = newsroom.get("/newsroom/stories/", {"status": "embargo"}).content.decode()
    assert held.title in only
    assert scheduled.title not in only


def test_the_form_says_how_it_stands(newsroom: Client) -> None:
    story = make_embargoed(embargo_note=NOTE)
    page = newsroom.get(f"/newsroom/pages/{story.pk}/edit/").content.decode()
    assert f"<strong>{told(story.embargo_until)}</strong>" in page
    assert "تمام اوقات پاکستان کے ہیں" in page
    assert "schedule-publishing-dialog" not in page
