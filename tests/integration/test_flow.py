"""A story's way from draft to print: steps, notices, e-mail, and what goes past the desk."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import PageLogEntry, Workflow
from wagtail.users.models import UserProfile

from roznama.newsroom.flow.equipping import equip_all
from roznama.newsroom.flow.past import ACTION as PAST
from roznama.newsroom.models import ArticlePage, DeskRole, Notice, SectionPage, User
from tests.factories import get_section, make_story
from tests.integration import markup
from tests.integration.newsroom_people import HERE, THERE, browser_of, fresh, make_person
from tests.integration.test_newsroom import form

pytestmark = pytest.mark.django_db

PAGES = "/newsroom/pages"
WHY = "اشاعت میں دیر ہو رہی ہے"


@pytest.fixture
def people() -> dict[str, User]:
    names = ("contributor", "reporter", "sub_editor", "desk_head", "chief")
    return {name: make_person(name, name) for name in names}


def edit(user: User, story: ArticlePage, **data: str) -> Any:
    sent = {**form(title=story.title, slug=story.slug), **data}
    return browser_of(user).post(f"{PAGES}/{story.pk}/edit/", sent)


def act(user: User, story: ArticlePage, verb: str, comment: str = "") -> Any:
    state = fresh(story).current_workflow_task_state
    address = f"{PAGES}/workflow/action/{story.pk}/{verb}/{state.pk}/"
    return browser_of(user).post(address, {"comment": comment})


def told(user: User) -> list[str]:
    return list(Notice.objects.filter(user=user, read_at=None).values_list("kind", flat=True))


def submitted(user: User) -> ArticlePage:
    story = make_story("میچ کی خبر", section=HERE, draft=True, owner=user)
    edit(user, story, **{"action-submit": "1"})
    return fresh(story)


def test_a_story_goes_through_its_desk(
    people: dict[str, User], mailoutbox: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    reporter, sub, head = (people[one] for one in ("reporter", "sub_editor", "desk_head"))
    foreign = make_person("foreign", "sub_editor", THERE)
    story = submitted(reporter)
    assert (told(sub), told(head), told(foreign)) == (["waiting"], [], [])
    assert [mail.to for mail in mailoutbox] == [[sub.email]]
    assert story.title in mailoutbox[0].subject + mailoutbox[0].body
    assert f"{PAGES}/{story.pk}/edit/" in mailoutbox[0].body
    assert "The story" not in mailoutbox[0].body  # told in Urdu

    act(sub, story, "reject", "دوسرا پیراگراف غیر واضح ہے")
    assert (told(sub), told(reporter)) == ([], ["returned"])
    assert Notice.objects.get(user=reporter).words == "دوسرا پیراگراف غیر واضح ہے"
    assert mailoutbox[-1].to == [reporter.email]
    assert "دوسرا پیراگراف غیر واضح ہے" in mailoutbox[-1].body

    edit(reporter, story, **{"action-submit": "1"})
    act(sub, story, "approve")
    assert told(head) == ["waiting"]
    assert not fresh(story).live
    act(head, story, "approve")
    assert fresh(story).live
    assert told(head) == []
    assert "published" in told(reporter)
    assert not PageLogEntry.objects.filter(action=PAST).exists()


def test_nothing_is_sent_back_without_a_word(people: dict[str, User]) -> None:
    story = submitted(people["reporter"])
    act(people["sub_editor"], story, "reject", " ")
    assert fresh(story).current_workflow_task_state.status == "in_progress"


def test_who_wants_no_mail_gets_none(people: dict[str, User], mailoutbox: list[Any]) -> None:
    profile = UserProfile.get_for_user(people["sub_editor"])
    profile.submitted_notifications = False
    profile.save()
    submitted(people["reporter"])
    assert mailoutbox == []
    assert told(people["sub_editor"]) == ["waiting"]


def test_a_desk_without_sub_editors_asks_those_above() -> None:
    reporter, chief = make_person("reporter", "reporter"), make_person("chief", "chief")
    story = submitted(reporter)
    assert told(chief) == ["waiting"]
    act(chief, story, "approve")
    act(chief, story, "approve")
    assert fresh(story).live


def test_a_chief_goes_past_a_desk_with_a_reason(people: dict[str, User]) -> None:
    chief = people["chief"]
    story = submitted(people["reporter"])
    response = edit(chief, story, **{"action-publish": "1"})
    assert "/copydesk/reason/" in response["Location"]
    assert not fresh(story).live
    page = markup.parse(browser_of(chief).get(response["Location"]))
    assert len(markup.texts(page, "//p[@class='flow-past']")) == 1
    browser_of(chief).post(response["Location"], {"reason": ""})
    assert not fresh(story).live
    browser_of(chief).post(response["Location"], {"reason": WHY})
    assert fresh(story).live
    assert not fresh(story).workflow_in_progress
    entry = PageLogEntry.objects.get(action=PAST)
    assert (entry.user, entry.data["reason"]) == (chief, WHY)
    assert WHY in browser_of(chief).get(f"{PAGES}/{story.pk}/history/").content.decode()
    assert "past" in told(people["desk_head"])
    assert Notice.objects.filter(user=people["reporter"], kind="past", words=WHY).exists()


def test_each_new_text_needs_the_desk_or_a_reason(people: dict[str, User]) -> None:
    story = submitted(people["reporter"])
    act(people["sub_editor"], story, "approve")
    act(people["desk_head"], story, "approve")
    response = edit(people["chief"], fresh(story), deck="نیا", **{"action-publish": "1"})
    assert "/copydesk/reason/" in response["Location"]
    assert fresh(story).deck == ""


def test_a_paper_of_one_person_is_asked_nothing(newsroom: Client, editor: User) -> None:
    make_person("reporter", "reporter")  # who takes no steps
    story = make_story(section=HERE, draft=True)
    edit(editor, story, **{"action-publish": "1"})
    assert fresh(story).live


def test_every_section_has_its_desk(newsroom: Client) -> None:
    sections = SectionPage.objects.count()
    assert DeskRole.objects.count() == 4 * sections
    assert equip_all() == 0
    new = SectionPage(title="موسم", slug="mausam", color="science")
    get_section().get_parent().add_child(instance=new)
    assert new.get_workflow().name == "موسم"
    group = DeskRole.objects.get(section=new, role="reporter").group
    assert group.name == "موسم: نامہ نگار"
    new.title = "موسمیات"
    new.save()
    group.refresh_from_db()
    assert group.name == "موسمیات: نامہ نگار"
    new.delete()
    assert not type(group).objects.filter(pk=group.pk).exists()


def test_an_older_paper_gets_its_desks(db: None) -> None:
    DeskRole.objects.all().delete()
    Workflow.objects.all().delete()
    assert equip_all() == 4 * SectionPage.objects.count()
    steps = get_section().get_workflow().tasks
    assert [task.name for task in steps] == ["کاپی ڈیسک", "انچارج ڈیسک"]


def test_comments_are_told(people: dict[str, User]) -> None:
    reporter = people["reporter"]
    story = make_story(section=HERE, draft=True, owner=reporter)
    comment = {
        "comments-TOTAL_FORMS": "1", "comments-0-id": "", "comments-0-text": "ذریعہ کون ہے؟",
        "comments-0-contentpath": "deck", "comments-0-position": "", "comments-0-DELETE": "",
        "comments-0-resolved": "", "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0", "comments-0-replies-MIN_NUM_FORMS": "0",
        "comments-0-replies-MAX_NUM_FORMS": "0",
    }  # fmt: skip
    edit(people["sub_editor"], story, **comment)
    notice = Notice.objects.get(user=reporter)
    assert (notice.kind, notice.words) == ("comment", "ذریعہ کون ہے؟")


def test_notices_are_ones_own(people: dict[str, User]) -> None:
    submitted(people["reporter"])
    notice = Notice.objects.get(user=people["sub_editor"])
    other, own = browser_of(people["desk_head"]), browser_of(people["sub_editor"])
    assert other.post(f"/newsroom/notices/{notice.pk}/read/").status_code == 404
    assert "(1)" in own.get("/newsroom/stories/").content.decode()
    assert "آپ کی منتظر" in own.get("/newsroom/notices/").content.decode()
    response = own.post(f"/newsroom/notices/{notice.pk}/read/")
    assert response["Location"] == f"{PAGES}/{notice.page_id}/edit/"
    assert told(people["sub_editor"]) == []


def test_ones_own_desk(people: dict[str, User]) -> None:
    reporter, sub = people["reporter"], people["sub_editor"]
    story = submitted(reporter)
    draft = make_story("ادھورا مسودہ", section=HERE, draft=True, owner=reporter)
    boxes = box_titles(reporter)
    assert boxes["drafts"] == [draft.title]
    assert boxes["under_way"] == [story.title]
    assert box_titles(sub)["waiting"] == [story.title]
    act(sub, story, "reject", "ادھورا ہے")
    assert box_titles(reporter)["back"] == [story.title]
    assert box_titles(people["contributor"]) == {
        "back": [], "drafts": [], "under_way": [], "locks": []
    }  # fmt: skip
    door = browser_of(reporter).get("/newsroom/")
    assert door["Location"] == "/newsroom/my/"
    assert Client().get("/newsroom/")["Location"] == "/newsroom/login/?next=/newsroom/"


def box_titles(user: User) -> dict[str, list[str]]:
    page = markup.parse(browser_of(user).get("/newsroom/my/"))
    boxes = page.xpath("//section[@class='flow-box']")
    return {
        box.get("aria-labelledby").removeprefix("flow-"): markup.texts(box, ".//a") for box in boxes
    }


def test_a_chief_puts_people_into_desks(people: dict[str, User]) -> None:
    person, browser = make_person("newcomer"), browser_of(people["chief"])
    desks = {str(section.pk): "" for section in SectionPage.objects.all()}
    address = f"/newsroom/people/{person.pk}/"
    browser.post(address, {**desks, str(get_section(HERE).pk): "sub_editor"})
    assert DeskRole.objects.get(group__user=person).role == "sub_editor"
    browser.post(address, {**desks, str(get_section(HERE).pk): "reporter"})
    assert DeskRole.objects.get(group__user=person).role == "reporter"
    assert "کھیل: نامہ نگار" in browser.get("/newsroom/people/").content.decode()
    browser.post(address, {**desks, str(get_section(HERE).pk): "king"})
    assert DeskRole.objects.get(group__user=person).role == "reporter"
    browser.post(address, desks)
    assert not DeskRole.objects.filter(group__user=person).exists()


def test_the_command_puts_people_into_desks(capsys: pytest.CaptureFixture[str], db: None) -> None:
    call_command("person", "sana", "--new", "--role", "reporter", "--section", "khel")
    assert capsys.readouterr().out == "sana: khel reporter\n"
    call_command("person", "sana", "--name", " ثنا اقبال ")
    assert User.objects.get(username="sana").get_full_name() == "ثنا اقبال"
    capsys.readouterr()
    call_command("person", "sana", "--role", "none", "--section", "khel")
    assert capsys.readouterr().out == "sana: no role at a desk\n"
    for wrong in (["nobody"], ["sana", "--role", "reporter"]):
        with pytest.raises(CommandError):
            call_command("person", *wrong)
    with pytest.raises(CommandError, match="siyasat"):
        call_command("person", "sana", "--role", "reporter", "--section", "nowhere")
