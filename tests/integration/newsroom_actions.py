"""What somebody may try with a story, through the newsroom's addresses; each tells whether it went.

A name is a row of permissions.tsv. `may` gets a browser, the person, and the story.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.utils.timezone import now
from wagtail.models import PageViewRestriction, TaskState

from roznama.newsroom.models import ArticlePage, Dismissal, DismissedClaim, User
from tests.factories import get_section, make_story
from tests.integration.newsroom_people import HERE, THERE, fresh
from tests.integration.test_newsroom import form

Try = Callable[[Client, User, ArticlePage], bool]
ACTIONS: dict[str, Try] = {}
PAGES = "/newsroom/pages"
API = "/newsroom/api/main/pages"


def action(name: str) -> Callable[[Try], Try]:
    def keep(function: Try) -> Try:
        ACTIONS[name] = function
        return function

    return keep


def is_shown(response: HttpResponse, story: ArticlePage) -> bool:
    if response.status_code != 200:
        return False
    body = response.content.decode()
    # JSON writes Urdu letters as escapes.
    return story.title in body or json.dumps(story.title)[1:-1] in body


def sees(name: str, address: Callable[[ArticlePage], str]) -> None:
    """A page, by its address, on which the headline stands or not."""
    ACTIONS[name] = lambda browser, person, story: is_shown(browser.get(address(story)), story)


def opens(name: str, address: Callable[[ArticlePage], str], method: str = "get") -> None:
    """A page that opens or not."""
    ACTIONS[name] = lambda browser, person, story: (
        getattr(browser, method)(address(story)).status_code == 200
    )


def tail(story: ArticlePage) -> str:
    """Part of a headline: pages show what was asked for, found or not."""
    return story.title.partition(" ")[2]


sees("see it in the list", lambda story: "/newsroom/stories/")
sees("find it by searching", lambda story: f"{PAGES}/search/results/?q={tail(story)}")
sees("see it in the explorer", lambda story: f"{PAGES}/{story.get_parent().pk}/")
sees("see it through the API", lambda story: f"{API}/{story.pk}/")
sees(
    "see it among the chosen of a list",
    lambda story: f"/newsroom/bulk/wagtailcore/page/publish/?id={story.pk}",
)
sees(
    "see it in the site's history",
    lambda story: f"/newsroom/reports/site-history/?label={tail(story)}",
)
sees(
    "choose it as a related story",
    lambda story: f"/newsroom/choose-page/{story.get_parent().pk}/?page_type=newsroom.articlepage",
)
opens("open it", lambda story: f"{PAGES}/{story.pk}/edit/")
opens("preview the draft", lambda story: f"{PAGES}/{story.pk}/view_draft/")
opens("see its history", lambda story: f"{PAGES}/{story.pk}/history/")
opens("see the workflow's history", lambda story: f"{PAGES}/{story.pk}/workflow_history/")
opens("see where it is used", lambda story: f"{PAGES}/{story.pk}/usage/")
opens(
    "see an old version",
    lambda story: f"{PAGES}/{story.pk}/revisions/{story.latest_revision_id}/view/",
)
opens("compare versions", lambda story: f"{PAGES}/{story.pk}/revisions/compare/earliest...latest/")
opens("compare it with another text", lambda story: f"/newsroom/reuse/{story.pk}/{story.pk}/")
opens("ask for related stories", lambda story: f"/newsroom/related/{story.pk}/")
opens(
    "see who edits it",
    lambda story: f"/newsroom/editing-sessions/ping/newsroom/articlepage/{story.pk}/999/",
    "post",
)


def filled(story: ArticlePage, **fields: Any) -> dict[str, Any]:
    return form(title=story.title, slug=story.slug, **fields)


def deck_of(story: ArticlePage) -> str:
    return str(fresh(story).get_latest_revision_as_object().deck)


@action("edit it")
def edits(browser: Client, person: User, story: ArticlePage) -> bool:
    browser.post(f"{PAGES}/{story.pk}/edit/", filled(story, deck="نیا خلاصہ"))
    return deck_of(story) == "نیا خلاصہ"


@action("autosave it")
def autosaves(browser: Client, person: User, story: ArticlePage) -> bool:
    address = f"{PAGES}/{story.pk}/edit/"
    browser.post(address, filled(story, deck="خود"), headers={"accept": "application/json"})
    return deck_of(story) == "خود"


@action("go back to a version")
def reverts(browser: Client, person: User, story: ArticlePage) -> bool:
    address = f"{PAGES}/{story.pk}/revisions/{story.latest_revision_id}/revert/"
    browser.post(address, filled(story, deck="پرانا"))
    return deck_of(story) == "پرانا"


@action("preview what is typed")
def previews(browser: Client, person: User, story: ArticlePage) -> bool:
    address = f"{PAGES}/{story.pk}/edit/preview/"
    sent = browser.post(address, filled(story))
    return sent.status_code == 200 and browser.get(address).status_code == 200


def ask(browser: Client, address: str, **data: Any) -> HttpResponse:
    return browser.post(address, data, content_type="application/json")


@action("check it at the copy desk")
def checks(browser: Client, person: User, story: ArticlePage) -> bool:
    pieces = {"version": 1, "pieces": [], "city": "", "credit": "", "authors": 0}
    response = ask(browser, f"/newsroom/copydesk/check/{story.pk}/", **pieces)
    return response.status_code in {200, 400}  # 400: who may ask, and asks amiss


@action("ignore a finding")
def ignores(browser: Client, person: User, story: ArticlePage) -> bool:
    ask(browser, f"/newsroom/copydesk/dismiss/{story.pk}/", rule="spacing", text="یہ")
    return Dismissal.objects.filter(page=story.pk).exists()


@action("ask for its sources")
def suggests(browser: Client, person: User, story: ArticlePage) -> bool:
    address = f"/newsroom/sources/suggest/{story.pk}/"
    return browser.post(address, filled(story)).status_code == 200


@action("dismiss a source")
def dismisses(browser: Client, person: User, story: ArticlePage) -> bool:
    browser.post(f"/newsroom/sources/dismiss/{story.pk}/", {"key": "a" * 32})
    return DismissedClaim.objects.filter(article=story.pk).exists()


@action("submit it")
def submits(browser: Client, person: User, story: ArticlePage) -> bool:
    browser.post(f"{PAGES}/{story.pk}/edit/", {**filled(story), "action-submit": "1"})
    return bool(fresh(story).workflow_in_progress)


def copy(browser: Client, story: ArticlePage, **more: str) -> Any:
    data = {
        "new_title": "نقل", "new_slug": "naql", "new_parent_page": get_section(HERE).pk, **more
    }  # fmt: skip
    browser.post(f"{PAGES}/{story.pk}/copy/", data)
    return ArticlePage.objects.filter(title="نقل").first()


@action("copy it")
def copies(browser: Client, person: User, story: ArticlePage) -> bool:
    return copy(browser, story) is not None


@action("publish a copy")
def publishes_copy(browser: Client, person: User, story: ArticlePage) -> bool:
    made = copy(browser, story, publish_copies="on")
    return made is not None and made.live


def went_out(story: ArticlePage) -> bool:
    row = fresh(story)
    return bool(row.live and row.live_revision_id == row.latest_revision_id)


def touched(story: ArticlePage) -> None:
    """A new draft, so that there is something to publish."""
    draft = fresh(story)
    draft.deck = "تبدیلی"
    draft.save_revision()


def with_reason(browser: Client, response: HttpResponse) -> None:
    """Give the reason, where one is asked for."""
    if response.status_code == 302 and "/copydesk/reason/" in response["Location"]:
        browser.post(response["Location"], {"reason": "اشاعت میں دیر ہو رہی ہے"})


@action("publish it")
def publishes(browser: Client, person: User, story: ArticlePage) -> bool:
    touched(story)
    address = f"{PAGES}/{story.pk}/edit/"
    with_reason(browser, browser.post(address, {**filled(story), "action-publish": "1"}))
    return went_out(story)


def bulk(browser: Client, verb: str, story: ArticlePage, **data: Any) -> HttpResponse:
    return browser.post(f"/newsroom/bulk/wagtailcore/page/{verb}/?id={story.pk}", data)


@action("publish it from the list")
def publishes_list(browser: Client, person: User, story: ArticlePage) -> bool:
    touched(story)
    with_reason(browser, bulk(browser, "publish", story))
    return went_out(story)


@action("publish it through the API")
def publishes_api(browser: Client, person: User, story: ArticlePage) -> bool:
    """The API asks for no reason, so nobody gets through where a desk has people."""
    touched(story)
    allowed = story.permissions_for_user(person).can_publish()
    browser.post(f"{API}/{story.pk}/action/publish/")
    assert not went_out(story)
    return bool(allowed)


@action("unpublish it")
def unpublishes(browser: Client, person: User, story: ArticlePage) -> bool:
    browser.post(f"{PAGES}/{story.pk}/unpublish/")
    return bool(story.live and not fresh(story).live)


@action("unpublish it from the list")
def unpublishes_list(browser: Client, person: User, story: ArticlePage) -> bool:
    bulk(browser, "unpublish", story)
    return bool(story.live and not fresh(story).live)


@action("unpublish it through the API")
def unpublishes_api(browser: Client, person: User, story: ArticlePage) -> bool:
    browser.post(f"{API}/{story.pk}/action/unpublish/")
    return bool(story.live and not fresh(story).live)


@action("restrict who reads it")
def restricts(browser: Client, person: User, story: ArticlePage) -> bool:
    browser.post(f"{PAGES}/{story.pk}/privacy/", {"restriction_type": "login"})
    return PageViewRestriction.objects.filter(page=story.pk).exists()


@action("delete it")
def deletes(browser: Client, person: User, story: ArticlePage) -> bool:
    browser.post(f"{PAGES}/{story.pk}/delete/")
    return fresh(story) is None


@action("delete it from the list")
def deletes_list(browser: Client, person: User, story: ArticlePage) -> bool:
    bulk(browser, "delete", story)
    return fresh(story) is None


@action("delete it through the API")
def deletes_api(browser: Client, person: User, story: ArticlePage) -> bool:
    browser.post(f"{API}/{story.pk}/action/delete/")
    return fresh(story) is None


@action("lock it")
def locks(browser: Client, person: User, story: ArticlePage) -> bool:
    browser.post(f"{PAGES}/{story.pk}/lock/")
    return bool(fresh(story).locked_by == person)


def held_by_another(story: ArticlePage) -> User:
    another = User.objects.get(username="another")
    fields = {"locked": True, "locked_by": another, "locked_at": now()}
    ArticlePage.objects.filter(pk=story.pk).update(**fields)
    return another


@action("unlock another's lock")
def unlocks(browser: Client, person: User, story: ArticlePage) -> bool:
    another = held_by_another(story)
    browser.post(f"{PAGES}/{story.pk}/unlock/")
    is_open = not fresh(story).locked
    assert another.notices.filter(kind="lock", page=story.pk).exists() == is_open
    return is_open


@action("take a lock over")
def takes(browser: Client, person: User, story: ArticlePage) -> bool:
    another = held_by_another(story)
    browser.post(f"/newsroom/take/{story.pk}/")
    is_taken = fresh(story).locked_by == person
    assert another.notices.filter(kind="lock", page=story.pk).exists() == is_taken
    return is_taken


def move(browser: Client, story: ArticlePage, slug: str) -> bool:
    browser.post(f"{PAGES}/{story.pk}/move/{get_section(slug).pk}/confirm/")
    return bool(fresh(story).get_parent().slug == slug)


@action("move it to a desk of one's own")
def moves_here(browser: Client, person: User, story: ArticlePage) -> bool:
    """To `sehat`, where everybody of the table is what they are at their own desk."""
    return move(browser, story, "sehat")


@action("move it to another desk")
def moves_away(browser: Client, person: User, story: ArticlePage) -> bool:
    return move(browser, story, "science")


@action("move it from the list")
def moves_list(browser: Client, person: User, story: ArticlePage) -> bool:
    bulk(browser, "move", story, chooser=get_section("science").pk)
    return bool(fresh(story).get_parent().slug == "science")


def at_step(story: ArticlePage, number: int) -> TaskState:
    """Bring a story to a step, by somebody who may."""
    engineer = User.objects.get(username="engineer")
    row = fresh(story)
    row.save_revision()
    row.get_workflow().start(row, engineer)
    for _ in range(number):
        state = fresh(story).current_workflow_task_state
        state.task.specific.on_action(state, engineer, "approve")
    return fresh(story).current_workflow_task_state


def step(browser: Client, verb: str, story: ArticlePage, state: TaskState) -> str:
    browser.post(f"{PAGES}/workflow/action/{story.pk}/{verb}/{state.pk}/", {"comment": "دیکھ لیا"})
    return str(TaskState.objects.get(pk=state.pk).status)


@action("pass it at the copy desk")
def passes_first(browser: Client, person: User, story: ArticlePage) -> bool:
    return step(browser, "approve", story, at_step(story, 0)) == "approved"


@action("pass it at the copy desk from its form")
def passes_form(browser: Client, person: User, story: ArticlePage) -> bool:
    state = at_step(story, 0)
    data = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    browser.post(f"{PAGES}/{story.pk}/edit/", {**filled(story), **data})
    return bool(TaskState.objects.get(pk=state.pk).status == "approved")


@action("ask for changes at the copy desk")
def sends_back(browser: Client, person: User, story: ArticlePage) -> bool:
    return step(browser, "reject", story, at_step(story, 0)) == "rejected"


@action("preview it at the copy desk")
def previews_step(browser: Client, person: User, story: ArticlePage) -> bool:
    state = at_step(story, 0)
    address = f"{PAGES}/workflow/preview/{story.pk}/{state.task_id}/"
    return browser.get(address).status_code == 200


@action("pass it at the desk head's")
def passes_second(browser: Client, person: User, story: ArticlePage) -> bool:
    return step(browser, "approve", story, at_step(story, 1)) == "approved"


@action("pass it by naming another story")
def passes_amiss(browser: Client, person: User, story: ArticlePage) -> bool:
    """With the address of a story that one may pass, and the step of one that one may not."""
    own = make_story("راستہ", section=HERE, draft=True)
    at_step(own, 0)
    state = at_step(make_story("نشانہ", section=THERE, draft=True), 0)
    if story.permissions_for_user(person).can_publish():
        return False  # they may do it anyway
    return step(browser, "approve", own, state) == "approved"


@action("publish it once it is passed")
def publishes_passed(browser: Client, person: User, story: ArticlePage) -> bool:
    step(browser, "approve", story, at_step(story, 1))
    return went_out(story)
