"""The desk's screens in the newsroom: what is set there, and what nobody may change."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from roznama.desk import audit
from roznama.desk.models import AuditEntry, Consent, Licence, Professional, Team
from roznama.newsroom.models import User
from tests.desk import make_professional, make_team

pytestmark = pytest.mark.django_db

CONSENT = "آپ کا سوال نوے دن رکھا جاتا ہے، پھر مٹا دیا جاتا ہے۔"


def team_form(**changes: Any) -> dict[str, str]:
    return nested_form_data(
        {
            "name": "قانونی ڈیسک",
            "slug": "legal",
            "is_open": "on",
            "order": "1",
            "retention_days": "90",
            "offer_seconds": "60",
            "answer_minutes": "10",
            "consent_text": CONSENT,
            "questions": inline_formset([{"key": "age", "text": "عمر؟", "order": "0"}]),
            "hours": inline_formset([{"weekday": "0", "opens": "09:00", "closes": "17:00"}]),
            "holidays": inline_formset([]),
            "canned_replies": inline_formset([{"title": "سلام", "text": "السلام علیکم"}]),
            **changes,
        }
    )


def test_a_team_is_made_with_all_that_it_is_set_to(newsroom: Client) -> None:
    response = newsroom.post("/newsroom/desk_teams/new/", team_form())
    assert response.status_code == 302, response.content.decode()[:2000]
    team = Team.objects.get(slug="legal")
    assert [question.key for question in team.questions.all()] == ["age"]
    assert [reply.title for reply in team.canned_replies.all()] == ["سلام"]
    assert team.hours.count() == 1
    assert [(one.version, one.text) for one in team.consents.all()] == [(1, CONSENT)]


def test_changed_words_of_a_consent_are_a_new_version(newsroom: Client) -> None:
    newsroom.post("/newsroom/desk_teams/new/", team_form())
    team = Team.objects.get(slug="legal")
    edit = f"/newsroom/desk_teams/edit/{team.pk}/"
    changes = {"questions": inline_formset([]), "hours": inline_formset([])}
    changes["canned_replies"] = inline_formset([])
    assert CONSENT in newsroom.get(edit).content.decode()
    assert newsroom.post(edit, team_form(**changes)).status_code == 302
    assert Consent.objects.filter(team=team).count() == 1
    newsroom.post(edit, team_form(consent_text="نیا متن", **changes))
    texts = Consent.objects.filter(team=team).order_by("version").values_list("version", "text")
    assert list(texts) == [(1, CONSENT), (2, "نیا متن")]


def test_a_professional_has_licences_and_places(newsroom: Client) -> None:
    team, user = make_team(), User.objects.create_user("sana", password="a long pass phrase")
    licence = {"register": "PMDC", "number": "1", "checked_by": "ادارہ"}
    licence |= {"checked_on": "2026-01-01", "check_again_on": "2027-01-01"}
    form = {
        "user": str(user.pk),
        "name": "ڈاکٹر ثنا",
        "title": "معالج",
        "capacity": "4",
        "languages": "ur en",
        "needs_licence": "on",
        "places": inline_formset([{"team": str(team.pk), "is_head": "on"}]),
        "licences": inline_formset([licence]),
    }
    path = "/newsroom/desk_professionals/new/"
    assert newsroom.post(path, nested_form_data(form)).status_code == 302
    made = Professional.objects.get(user=user)
    assert made.places.get().is_head
    assert Licence.objects.get(professional=made).register == "PMDC"
    assert newsroom.post(path, nested_form_data(form)).status_code == 200
    assert Professional.objects.filter(user=user).count() == 1


def test_the_audit_log_is_read_and_never_written(newsroom: Client, editor: User) -> None:
    entry = audit.write(editor, "read", seq=3)
    page = newsroom.get("/newsroom/desk_audit/").content.decode()
    assert "read" in page
    assert "/newsroom/desk_audit/new/" not in page
    for path in ("new/", f"edit/{entry.pk}/", f"delete/{entry.pk}/"):
        newsroom.post(f"/newsroom/desk_audit/{path}", {"who": "nobody"})
    assert list(AuditEntry.objects.values_list("pk", "who")) == [(entry.pk, "editor")]
    assert newsroom.get(f"/newsroom/desk_audit/inspect/{entry.pk}/").status_code == 200


def test_the_screens_are_for_who_was_given_them() -> None:
    doctor = make_professional("sana", make_team())
    group = Group.objects.create(name="doctors")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    doctor.user.groups.add(group)
    client = Client()
    client.force_login(doctor.user, backend="django.contrib.auth.backends.ModelBackend")
    for name in ("teams", "professionals", "numbers", "audit"):
        assert client.get(f"/newsroom/desk_{name}/").status_code == 302
    group.permissions.add(Permission.objects.get(codename="change_team"))
    doctor.user = User.objects.get(pk=doctor.user.pk)
    assert client.get("/newsroom/desk_teams/").status_code == 200
    assert client.get("/newsroom/desk_audit/").status_code == 302
