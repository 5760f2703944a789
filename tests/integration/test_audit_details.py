"""The audit log tells in Urdu what an entry has, with the technical name beside it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import Page

from roznama.newsroom.models import AuditEntry, BreakingLine, User
from roznama.newsroom.record.audit import note
from roznama.newsroom.record.details import details_of, right_label
from tests.factories import get_section, make_story
from tests.integration.english import english_words
from tests.integration.record import REASON

pytestmark = pytest.mark.django_db


def told(entry: AuditEntry) -> dict[str, tuple[str, str]]:
    return {one.name: (one.label, one.value) for one in details_of(entry)}


def test_a_reason_is_told_under_its_label(newsroom: Client) -> None:
    note("roznama.kill", data={"reason": REASON, "published": True})
    page = newsroom.get("/newsroom/reports/audit/").content.decode()
    assert f'<b title="reason" translate="no">وجہ</b>: <bdi>{REASON}</bdi>' in page
    assert "<bdi>ہاں</bdi>" in page


def test_fields_go_by_what_forms_call_them() -> None:
    line = BreakingLine.load()
    line.text = "ابھی ابھی"
    line.save()
    entry = AuditEntry.objects.filter(action="roznama.settings").order_by("-pk")[0]
    found = told(entry)
    assert found["text"][1] == "ابھی ابھی"
    assert not english_words(" ".join(part for pair in found.values() for part in pair))


def test_permissions_go_by_what_they_allow() -> None:
    group = Group.objects.create(name="گروہ")
    group.permissions.add(Permission.objects.get(codename="kill"))
    entry = AuditEntry.objects.filter(action="roznama.permissions.add").order_by("-pk")[0]
    assert "خبر" in told(entry)["names"][1]
    for name in ("newsroom.add_author", "add_image: Root", "wagtailadmin.access_admin"):
        assert not set(english_words(right_label(name))) - {"Root"}, name
    assert right_label("gone.do_what_nobody_knows") == "do_what_nobody_knows"
    assert right_label("…؟") == "…؟"


def test_what_wagtail_has_inside_another_is_told_in_one_line(editor: User) -> None:
    story = make_story("منتقل خبر")
    Page.objects.get(pk=story.pk).move(get_section("khel"), pos="last-child", user=editor)
    entry = AuditEntry.objects.filter(action="wagtail.move").order_by("-pk")[0]
    found = told(entry)
    assert "کھیل" in found["destination"][1]
    assert not english_words(" ".join(label for label, _ in found.values()))


def test_a_step_tells_its_state_in_words() -> None:
    entry = AuditEntry(action="x", details={"data": {"workflow": {"status": "in_progress"}}})
    assert not english_words(told(entry)["workflow"][1])


def test_an_entry_of_a_model_that_is_gone_is_told_as_it_is() -> None:
    entry = AuditEntry(action="x", model="gone.thing", details={"now": {"size": 4}, "odd": None})
    assert told(entry) == {"size": ("size", "4"), "odd": ("odd", "–")}
    assert [one.value for one in details_of(AuditEntry(action="x", details=["a"]))] == ["a"]
