"""What blocks is not published without a reason, whichever door it goes through."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client
from django.utils.timezone import localtime, now
from wagtail.models import GroupApprovalTask, PageLogEntry, Workflow, WorkflowPage, WorkflowTask
from wagtail.test.utils.form_data import inline_formset, rich_text, streamfield

from roznama.newsroom.checking.guard import ACTION, held
from roznama.newsroom.models import ArticlePage, Dismissal, Severity, User
from tests.factories import get_section, make_author
from tests.integration import markup
from tests.integration.copydesk import (
    SLIP,
    TWICE,
    block_repetition,
    client_of,
    make_slip,
    make_user,
    weigh,
)
from tests.integration.test_newsroom import form

pytestmark = pytest.mark.django_db

WHY = "یہ اقتباس اسی طرح ہے"


@pytest.fixture(autouse=True)
def _blocking(db: None) -> None:
    block_repetition()


def filled(text: str = SLIP, **fields: Any) -> dict[str, Any]:
    """The form with one paragraph."""
    paragraph = rich_text(f"<p>{text}</p>", features=["bold", "link"])
    authors = inline_formset([{"author": make_author().pk}])
    return form(body=streamfield([("paragraph", paragraph)]), bylines=authors, **fields)


def publish(client: Client, story: ArticlePage, text: str = SLIP, **fields: Any) -> HttpResponse:
    given = {"title": story.title, "slug": story.slug, **fields}
    return client.post(
        f"/newsroom/pages/{story.pk}/edit/", {**filled(text, **given), "action-publish": "1"}
    )


def is_asked(response: HttpResponse) -> bool:
    return response.status_code == 302 and "/newsroom/copydesk/reason/" in response["Location"]


def give(client: Client, response: HttpResponse, reason: str = WHY) -> HttpResponse:
    return client.post(response["Location"], {"reason": reason})


def fresh(story: ArticlePage) -> ArticlePage:
    return ArticlePage.objects.get(pk=story.pk)


def test_publishing_from_the_form_asks_and_loses_nothing(newsroom: Client, editor: User) -> None:
    story = make_slip(body=["ٹھیک جملہ۔"])
    response = publish(newsroom, story)
    assert is_asked(response)
    draft = fresh(story)
    assert not draft.live
    assert SLIP in str(draft.get_latest_revision_as_object().body)
    page = markup.parse(newsroom.get(response["Location"]))
    assert markup.texts(page, "//mark") == [TWICE]
    for empty in ("", "  ", "۔"):
        assert give(newsroom, response, empty).status_code == 200
        assert not fresh(story).live
    assert give(newsroom, response).status_code == 302
    assert fresh(story).live
    entry = PageLogEntry.objects.get(action=ACTION)
    assert entry.user == editor
    assert entry.page_id == story.pk
    assert entry.data["reason"] == WHY
    assert entry.data["findings"][0]["rule"] == "repeated_word"
    assert entry.data["findings"][0]["text"] == TWICE
    assert entry.revision_id == fresh(story).live_revision_id
    history = newsroom.get(f"/newsroom/pages/{story.pk}/history/").content.decode()
    assert WHY in history


def test_what_blocks_nothing_is_published_at_once(newsroom: Client) -> None:
    story = make_slip()
    assert not is_asked(publish(newsroom, story, "سب ٹھیک ہے۔"))
    assert fresh(story).live
    weigh("repeated_word", Severity.WARNING)
    other = make_slip()
    assert not is_asked(publish(newsroom, other))
    assert fresh(other).live


def test_ignored_here_does_not_open_the_door(newsroom: Client) -> None:
    story = make_slip()
    Dismissal.objects.create(page=story, rule="repeated_word", text=TWICE)
    assert is_asked(publish(newsroom, story))
    assert not fresh(story).live


def test_the_same_words_need_no_second_reason_but_others_do(newsroom: Client) -> None:
    story = make_slip()
    give(newsroom, publish(newsroom, story))
    assert not is_asked(publish(newsroom, story, f"نیا آغاز۔ {SLIP}"))
    assert is_asked(publish(newsroom, story, f"{SLIP} اس نے کہا کہ وہ نے نے آیا۔"))
    assert "نے نے" not in str(fresh(story).body)
    assert "نے نے" in str(fresh(story).get_latest_revision_as_object().body)


def test_a_change_to_a_published_story_waits_as_a_draft(newsroom: Client) -> None:
    weigh("repeated_word", Severity.WARNING)
    story = make_slip(body=["پرانا متن۔"], draft=False)
    block_repetition()
    response = publish(newsroom, story)
    assert is_asked(response)
    assert "پرانا متن" in str(fresh(story).body)
    give(newsroom, response)
    assert SLIP in str(fresh(story).body)


def test_a_new_story_is_a_draft_until_the_reason_is_given(newsroom: Client) -> None:
    path = f"/newsroom/pages/add/newsroom/articlepage/{get_section().pk}/"
    response = newsroom.post(path, {**filled(), "action-publish": "1"})
    assert is_asked(response)
    story = ArticlePage.objects.get()
    assert not story.live
    assert story.first_published_at is None
    assert SLIP in str(story.body)
    give(newsroom, response)
    assert fresh(story).live


def test_a_new_story_without_findings_is_published_as_ever(newsroom: Client) -> None:
    path = f"/newsroom/pages/add/newsroom/articlepage/{get_section().pk}/"
    newsroom.post(path, {**filled("سب ٹھیک ہے۔"), "action-publish": "1"})
    assert ArticlePage.objects.get().live


def test_a_time_is_decided_when_it_is_set(newsroom: Client) -> None:
    story = make_slip()
    time = localtime(now() + timedelta(hours=2)).strftime("%Y-%m-%d %H:%M")
    response = publish(newsroom, story, go_live_at=time)
    assert is_asked(response)
    assert fresh(story).get_latest_revision().approved_go_live_at is None
    give(newsroom, response)
    scheduled = fresh(story)
    assert not scheduled.live
    revision = scheduled.get_latest_revision()
    assert revision.approved_go_live_at is not None
    # The time comes.
    revision.approved_go_live_at = now() - timedelta(minutes=1)
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()
    call_command("publish_scheduled")
    assert fresh(story).live


def bulk(client: Client, *pages: Any, below: bool = False) -> HttpResponse:
    ids = "&".join(f"id={page.pk}" for page in pages)
    data = {"include_descendants": "on"} if below else {}
    return client.post(
        f"/newsroom/bulk/wagtailcore/page/publish/?{ids}&next=/newsroom/stories/", data
    )


def test_publishing_a_list_asks_once_for_all(newsroom: Client) -> None:
    good = make_slip("اچھی خبر", body=["ٹھیک جملہ۔"])
    bad, worse = make_slip("بری خبر"), make_slip("اور بری خبر")
    response = bulk(newsroom, good, bad, worse)
    assert is_asked(response)
    assert not any(fresh(one).live for one in (good, bad, worse))
    page = markup.parse(newsroom.get(response["Location"]))
    assert markup.texts(page, "//h2/a") == [bad.title, worse.title]
    assert give(newsroom, response)["Location"] == "/newsroom/stories/"
    assert all(fresh(one).live for one in (good, bad, worse))
    assert set(PageLogEntry.objects.filter(action=ACTION).values_list("page_id", flat=True)) == {
        bad.pk,
        worse.pk,
    }


def test_publishing_a_section_asks_for_the_stories_below(newsroom: Client) -> None:
    story = make_slip()
    response = bulk(newsroom, get_section("dunya"), below=True)
    assert is_asked(response)
    assert not fresh(story).live
    give(newsroom, response)
    assert fresh(story).live


@pytest.fixture
def approver(db: None) -> User:
    """Somebody who approves the stories of a section, with a workflow of two steps."""
    user = make_user("approver", page=get_section(), on_page=("change_page", "publish_page"))
    workflow = Workflow.objects.create(name="دو قدم")
    for order, name in enumerate(("پہلا", "دوسرا")):
        task = GroupApprovalTask.objects.create(name=name)
        task.groups.set(Group.objects.filter(name="group of approver"))
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
    WorkflowPage.objects.update_or_create(page=get_section(), defaults={"workflow": workflow})
    return user


def approve(client: Client, story: ArticlePage, **data: str) -> HttpResponse:
    state = fresh(story).current_workflow_task_state
    path = f"/newsroom/pages/workflow/action/{story.pk}/approve/{state.pk}/"
    return client.post(path, data)


def test_the_last_approval_asks(approver: User, editor: User) -> None:
    story, client = make_slip(), client_of(approver)
    story.get_workflow().start(story, editor)
    assert not is_asked(approve(client, story))
    response = approve(client, story, comment="دیکھ لیا")
    assert is_asked(response)
    waiting = fresh(story)
    assert not waiting.live
    assert waiting.workflow_in_progress
    give(client, response)
    assert fresh(story).live
    assert not fresh(story).workflow_in_progress
    entry = PageLogEntry.objects.get(action=ACTION)
    assert (entry.user, entry.data["reason"]) == (approver, WHY)


def test_the_last_approval_from_the_form_keeps_what_was_typed(approver: User, editor: User) -> None:
    story, client = make_slip(body=["ٹھیک جملہ۔"]), client_of(approver)
    story.get_workflow().start(story, editor)
    approve(client, story)
    fields = filled(title=story.title, slug=story.slug)
    action = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    response = client.post(f"/newsroom/pages/{story.pk}/edit/", {**fields, **action})
    assert is_asked(response)
    assert not fresh(story).live
    assert SLIP in str(fresh(story).get_latest_revision_as_object().body)
    give(client, response)
    assert fresh(story).live


def test_a_refusal_needs_no_reason(approver: User, editor: User) -> None:
    story, client = make_slip(), client_of(approver)
    story.get_workflow().start(story, editor)
    state = story.current_workflow_task_state
    path = f"/newsroom/pages/workflow/action/{story.pk}/reject/{state.pk}/"
    assert not is_asked(client.post(path, {"comment": "دوبارہ لکھیں"}))


def test_an_older_version_asks_too(newsroom: Client) -> None:
    story = make_slip()
    old = story.get_latest_revision()
    weigh("repeated_word", Severity.WARNING)
    publish(newsroom, story, "سب ٹھیک ہے۔")
    block_repetition()
    fields = filled(title=story.title, slug=story.slug)
    path = f"/newsroom/pages/{story.pk}/revisions/{old.pk}/revert/"
    assert is_asked(newsroom.post(path, {**fields, "action-publish": "1"}))
    assert SLIP not in str(fresh(story).body)


def test_the_net_holds_doors_that_do_not_ask(newsroom: Client) -> None:
    story = make_slip()
    newsroom.raise_request_exception = False
    response = newsroom.post(f"/newsroom/api/main/pages/{story.pk}/action/publish/")
    assert response.status_code in {302, 403}
    assert not fresh(story).live


def test_a_copy_does_not_go_out_by_itself(newsroom: Client) -> None:
    weigh("repeated_word", Severity.WARNING)
    story = make_slip(draft=False)
    block_repetition()
    data = {
        "new_title": "نقل",
        "new_slug": "naql",
        "new_parent_page": get_section().pk,
        "publish_copies": "on",
    }
    newsroom.post(f"/newsroom/pages/{story.pk}/copy/", data)
    assert not ArticlePage.objects.live().exclude(pk=story.pk).exists()


def test_the_command_line_is_nobody_who_could_be_asked() -> None:
    story = make_slip()
    assert held(story)
    story.get_latest_revision().publish()
    assert fresh(story).live


def test_a_reason_is_given_by_who_may_publish(newsroom: Client) -> None:
    story = make_slip()
    address = publish(newsroom, story)["Location"]
    writer = make_user("writer", page=get_section(), on_page=("change_page",))
    response = client_of(writer).post(address, {"reason": WHY})
    assert response.status_code in {302, 403}
    assert not fresh(story).live
    assert not PageLogEntry.objects.filter(action=ACTION).exists()


@pytest.mark.parametrize("way", ["", "x", "WzFd:1abc:def"])
def test_an_address_that_nobody_made_leads_back(newsroom: Client, way: str) -> None:
    response = newsroom.get("/newsroom/copydesk/reason/", {"way": way})
    assert (response.status_code, response["Location"]) == (302, "/newsroom/stories/")


def test_a_story_corrected_meanwhile_needs_no_reason(newsroom: Client) -> None:
    story = make_slip()
    response = publish(newsroom, story)
    draft = fresh(story)
    draft.body = [("paragraph", "<p>ٹھیک جملہ۔</p>")]
    draft.save_revision()
    newsroom.post(response["Location"], {})
    assert fresh(story).live
    assert not PageLogEntry.objects.filter(action=ACTION).exists()
