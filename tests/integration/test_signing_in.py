"""Logging in: both factors, the limits, and the ways past them that there must not be."""

from __future__ import annotations

import re
import time
from datetime import timedelta
from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from roznama.newsroom.models import OneTimeCode, SharedValue, User
from roznama.newsroom.signing.guard import is_let_in
from tests import signing
from tests.factories import get_section, make_story
from tests.integration.newsroom_people import make_person
from tests.signing import LISTING, LOGIN, PASSWORD, SECOND, SECURITY, address, digits, log_in

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.any_database,
    pytest.mark.usefixtures("strict"),
]

SET_UP = f"{SECURITY}set-up/"
BACKEND = "django.contrib.auth.backends.ModelBackend"


def leads_to(client: Client, path: str = LISTING) -> str:
    """Where a page leads; itself when it is shown."""
    response = client.get(path)
    return path if response.status_code == 200 else response["Location"].split("?")[0]


def test_who_can_publish_sets_a_second_factor_up_before_anything_else(editor: User) -> None:
    story = make_story("خفیہ مسودہ", draft=True)
    client = Client(**address())
    assert log_in(client, "editor").url == LISTING
    pages = [LISTING, f"/newsroom/pages/{story.pk}/edit/", "/newsroom/users/", "/desk/console/"]
    assert {leads_to(client, path) for path in pages} == {SET_UP}
    script = client.get(LISTING, headers={"X-Requested-With": "XMLHttpRequest"})
    assert (script.status_code, script.json()["why"]) == (403, "second_factor")
    form = client.post(f"/newsroom/pages/{story.pk}/unpublish/")
    assert form.status_code == 403
    assert SET_UP in form.content.decode()
    assert client.get(f"/newsroom/api/main/pages/{story.pk}/").status_code in (302, 403)
    assert client.get(SET_UP).status_code == 200


def test_an_app_is_set_up_and_asked_for_from_then_on(
    editor: User, django_capture_on_commit_callbacks
) -> None:
    client = Client(**address())
    log_in(client, "editor")
    page = client.get(f"{SECURITY}app/").content.decode()
    assert "data:image/svg+xml;base64," in page
    secret = re.search(r'<bdi class="code" dir="ltr">(\w+)</bdi>', page)[1]
    assert client.post(f"{SECURITY}app/", {"code": "000000"}).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post(f"{SECURITY}app/", {"code": digits(secret)})
    assert done.url == f"{SECURITY}codes/"
    codes = re.findall(r'<li class="code">(\d{10})</li>', client.get(done.url).content.decode())
    assert len(set(codes)) == 10
    assert codes[0] not in client.get(done.url).content.decode()  # shown once
    assert leads_to(client) == LISTING
    stored = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in stored

    other = Client(**address())
    assert log_in(other, "editor").url == SECOND
    assert leads_to(other) == LOGIN
    assert other.post(SECOND, {"code": "123"}).status_code == 200
    assert other.post(SECOND, {"code": digits(secret, 1)}).url == LISTING
    assert leads_to(other) == LISTING


def test_digits_of_an_urdu_keyboard_are_digits(editor: User) -> None:
    code = digits(signing.with_app(editor))
    urdu = code.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    client = Client(**address())
    log_in(client, "editor")
    assert client.post(SECOND, {"code": f" {urdu[:3]} {urdu[3:]}"}).url == LISTING


def test_a_code_is_good_once_whoever_has_seen_it(editor: User) -> None:
    code = digits(signing.with_app(editor))
    first, second = Client(**address()), Client(**address())
    for client in (first, second):
        log_in(client, "editor")
    assert first.post(SECOND, {"code": code}).status_code == 302
    assert second.post(SECOND, {"code": code}).status_code == 200
    assert second.post(SECOND, {"code": f"{code[:3]} {code[3:]}"}).status_code == 200


def test_a_recovery_code_opens_once(editor: User) -> None:
    signing.with_app(editor)
    code = signing.with_codes(editor)[3]
    answers = []
    for _ in range(2):
        client = Client(**address())
        log_in(client, "editor")
        answers.append(client.post(SECOND, {"code": code}).status_code)
    assert answers == [302, 200]


def test_who_cannot_publish_is_not_asked() -> None:
    signing.person("reporter", "add_page", "change_page", section=get_section())
    client = Client(**address())
    assert log_in(client, "reporter").url == LISTING
    assert leads_to(client) == LISTING


@pytest.mark.parametrize(
    ("codename", "in_section"),
    [("publish_page", True), ("change_group", False), ("change_user", False)],
)
def test_who_can_publish_anything_is_asked(codename: str, in_section: bool) -> None:
    signing.person("sub", codename, section=get_section() if in_section else None)
    client = Client(**address())
    log_in(client, "sub")
    assert leads_to(client) == SET_UP


def test_everyone_or_nobody_is_asked_as_the_setting_says(editor: User, settings) -> None:
    signing.person("reporter")
    for asked, name, expected in [
        ("everyone", "reporter", SET_UP),
        ("optional", "editor", LISTING),
        ("opt1onal", "editor", SET_UP),
    ]:
        settings.ROZNAMA_SECOND_FACTOR = asked
        client = Client(**address())
        log_in(client, name)
        assert leads_to(client) == expected


@pytest.mark.parametrize("asked", ["publishers", "optional"])
def test_no_other_door_leads_past_a_factor(editor: User, settings, asked: str) -> None:
    settings.ROZNAMA_SECOND_FACTOR = asked
    signing.with_app(editor)
    for path in (LISTING, SECURITY, f"{SECURITY}passkeys/add/", f"{SECURITY}password/"):
        client = Client()
        client.force_login(editor, backend=BACKEND)  # as any login page but ours would
        assert not is_let_in(client.session, editor)
        assert leads_to(client, path) == LOGIN
        assert "_auth_user_id" not in client.session


def test_doors_that_wagtail_and_django_have_are_closed(editor: User) -> None:
    client = Client(**address())
    for path in ("/admin/login/", "/newsroom/password_reset/", "/accounts/signup/", "/signup/"):
        assert client.get(path).status_code == 404, path
    assert client.get("/_util/login/?next=/x/").url == f"{LOGIN}?next=/x/"
    basic = {"Authorization": "Basic ZWRpdG9yOmEgbG9uZyBwYXNzIHBocmFzZQ=="}
    assert client.get(LISTING, headers=basic)["Location"].startswith(LOGIN)
    assert leads_to(client, f"{LOGIN}signup/") == LOGIN


def test_the_desks_door_asks_for_the_factor_too(editor: User) -> None:
    secret = signing.with_app(editor)
    client = Client(**address())
    form = {"username": "editor", "password": PASSWORD, "next": "/desk/console/"}
    assert client.post("/desk/login/", form).url == SECOND
    assert leads_to(client, "/desk/console/") == "/desk/login/"
    assert client.post(SECOND, {"code": digits(secret)}).url == "/desk/console/"
    assert client.get("/desk/console/").status_code == 403  # in, but not a professional


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "\t//e.e",
    ],
)
def test_no_way_out_of_the_paper(editor: User, target: str) -> None:
    secret = signing.with_app(editor)
    client = Client(**address())
    log_in(client, "editor", following=target)
    landed = client.post(SECOND, {"code": digits(secret)}).url
    assert landed == "/newsroom/"
    assert client.get(LOGIN, {"next": target}).url == "/newsroom/"


def test_a_session_begins_with_a_new_key(editor: User) -> None:
    secret = signing.with_app(editor)
    client = Client(**address())
    log_in(client, "editor")
    before = client.session.session_key
    client.post(SECOND, {"code": digits(secret)})
    assert client.session.session_key != before
    stolen = Client()
    stolen.cookies["sessionid"] = before
    assert leads_to(stolen) == LOGIN


def test_a_closed_account_is_out_at_once(editor: User) -> None:
    client = signing.fully_in(editor, signing.with_app(editor))
    assert leads_to(client) == LISTING
    User.objects.update(is_active=False)
    assert leads_to(client) == LOGIN
    assert log_in(Client(), "editor").status_code == 200


def test_guessing_from_many_addresses_is_stopped(editor: User) -> None:
    signing.person("reporter")
    for _ in range(5):
        assert log_in(Client(), "editor", "wrong").status_code == 200
    for name in ("editor", "EDITOR", " editor "):
        answer = log_in(Client(), name)
        assert (answer.status_code, answer["Retry-After"]) == (429, "300")
        assert "پانچ منٹ" in answer.content.decode()
    assert log_in(Client(), "reporter").status_code == 302
    # Counted where every process and node counts.
    assert SharedValue.objects.filter(cache_key__contains="login_failed").exists()


def test_guessing_from_one_address_is_stopped(editor: User) -> None:
    here = address()
    answers = [log_in(Client(), f"name{n}", "wrong", **here).status_code for n in range(11)]
    assert answers == [200] * 10 + [429]
    flood = [Client().post(LOGIN, {}, **here).status_code for _ in range(25)]
    assert flood[-1] == 429


def test_guessing_the_second_factor_is_stopped(editor: User) -> None:
    secret = signing.with_app(editor)
    answers = []
    for _ in range(6):
        client = Client(**address())
        log_in(client, "editor", REMOTE_ADDR=client.defaults["REMOTE_ADDR"])
        answers.append(client.post(SECOND, {"code": "000000"}).status_code)
    assert answers == [200] * 5 + [429]
    answer = client.post(SECOND, {"code": digits(secret)})
    assert (answer.status_code, answer["Retry-After"]) == (429, "300")


def test_a_first_code_lets_work_begin_and_only_for_a_day() -> None:
    out = StringIO()
    call_command("login", "--new", stdout=out)
    client = Client(**address())
    log_in(client, "editor", out.getvalue().split()[-1])
    welcome = client.get(LISTING)
    assert welcome.url.startswith(f"{SECURITY}welcome/")
    page = client.get(welcome.url).content.decode()
    assert f"{SECURITY}password/first/" in page
    assert client.post(f"{SECURITY}welcome/", {"next": LISTING}).url == LISTING
    assert leads_to(client) == LISTING
    password = {"password1": "three quiet mangoes", "password2": "three quiet mangoes"}
    assert client.post(f"{SECURITY}password/first/", password).status_code == 302
    assert leads_to(client) == LISTING
    session = client.session
    session["signing.grace"] -= timedelta(hours=25).total_seconds()
    session.save()
    assert leads_to(client) == SET_UP
    again = Client(**address())
    log_in(again, "editor", "three quiet mangoes")
    assert leads_to(again) == SET_UP


@pytest.mark.parametrize(("role", "asked"), [("sub_editor", False), ("desk_head", True)])
def test_whoever_passes_stories_to_print_needs_a_second_factor(role: str, asked: bool) -> None:
    person = make_person(role, role=role)
    person.set_password(PASSWORD)
    person.save()
    client = Client(**address())
    log_in(client, role)
    assert leads_to(client) == (SET_UP if asked else LISTING)


def test_a_reporter_who_came_with_a_code_is_asked_for_a_password() -> None:
    reporter = make_person("reporter", role="reporter")
    client = Client(**address())
    log_in(client, "reporter", OneTimeCode.issue(reporter))
    welcome = client.get(LISTING)
    assert welcome.url.startswith(f"{SECURITY}welcome/")
    assert f"{SECURITY}password/first/" in client.get(welcome.url).content.decode()
    password = {"password1": "three quiet mangoes", "password2": "three quiet mangoes"}
    assert client.post(f"{SECURITY}password/first/", password).status_code == 302
    assert leads_to(client) == LISTING
    again = Client(**address())
    log_in(again, "reporter", "three quiet mangoes")
    assert leads_to(again) == LISTING


def test_a_code_stands_in_for_the_password_alone(editor: User) -> None:
    client = Client(**address())
    log_in(client, "editor", OneTimeCode.issue(editor))
    assert leads_to(client) == SET_UP  # no grace: the account had a password
    signing.with_app(editor)
    other = Client(**address())
    assert log_in(other, "editor", OneTimeCode.issue(editor)).url == SECOND


def test_an_email_address_stands_in_for_the_name(editor: User) -> None:
    reporter = signing.person("reporter")
    assert log_in(Client(), "Reporter@paper.example").status_code == 302
    assert log_in(Client(), reporter.email, OneTimeCode.issue(reporter)).status_code == 302
    User.objects.filter(pk=editor.pk).update(email=reporter.email)
    assert log_in(Client(), reporter.email).status_code == 200  # whose would it be?


def test_a_lost_phone_is_helped_by_who_runs_the_machine(editor: User) -> None:
    client = signing.fully_in(editor, signing.with_app(editor))
    out = StringIO()
    call_command("login", "--lost-factor", stdout=out)
    assert leads_to(client) == LOGIN
    other = Client(**address())
    assert log_in(other, "editor", out.getvalue().split()[-1]).url == LISTING
    assert leads_to(other) == SET_UP


def test_a_session_that_gave_its_factor_costs_no_query(editor: User) -> None:
    client = signing.fully_in(editor, signing.with_app(editor))
    client.get(LISTING)
    with CaptureQueriesContext(connection) as queries:
        client.get(LISTING)
    asked = [query["sql"] for query in queries if "mfa_" in query["sql"]]
    asked += [query["sql"] for query in queries if "usersessions" in query["sql"]]
    assert asked == []


def test_the_pages_hold_nothing_inline(editor: User) -> None:
    client = signing.fully_in(editor, signing.with_app(editor))
    names = ["signing_home", "usersessions_list", "mfa_add_webauthn", "account_change_password"]
    names += ["mfa_generate_recovery_codes", "mfa_deactivate_totp"]
    pages = [client.get(reverse(name)) for name in names] + [Client().get(LOGIN)]
    for response in pages:
        policy = response["Content-Security-Policy"]
        assert "script-src 'self'" in policy
        assert "unsafe-inline" not in policy
        page = response.content.decode()
        assert 'dir="rtl"' in page
        assert not re.search(
            r"<script(?![^>]*(src=|application/json))|<style| style=| on\w+=", page
        )


@pytest.mark.parametrize("credential", ["", "x", "[]", "1", "{}", '{"id": 1}', '{"response": []}'])
def test_what_is_no_passkey_is_refused_calmly(editor: User, credential: str) -> None:
    sent = {"credential": credential}
    client = Client(**address())
    client.get(f"{LOGIN}passkey/", headers={"Accept": "application/json"})
    answer = client.post(f"{LOGIN}passkey/", sent)
    assert answer.status_code in (200, 302)
    signing.with_app(editor)
    log_in(client, "editor")
    client.get(SECOND)
    assert client.post(SECOND, sent).status_code in (200, 302)
    assert leads_to(client) == LOGIN


def test_a_session_ends_by_itself(editor: User) -> None:
    client = signing.fully_in(editor, signing.with_app(editor))
    session = client.session
    session.set_expiry(int(time.time()) * -1)
    session.save()
    assert leads_to(client) == LOGIN
