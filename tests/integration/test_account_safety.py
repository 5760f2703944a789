"""What somebody does for their account's safety, and inviting others."""

from __future__ import annotations

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core import mail
from django.test import Client
from wagtail.models import ModelLogEntry

from roznama.newsroom.models import OneTimeCode, User
from tests import signing
from tests.factories import get_section
from tests.signing import LISTING, LOGIN, PASSWORD, SECOND, SECURITY, address, digits, log_in

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.any_database,
    pytest.mark.usefixtures("strict"),
]

NEW = {"password1": "three quiet mangoes", "password2": "three quiet mangoes"}
PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36"


@pytest.fixture
def secret(editor: User) -> str:
    User.objects.filter(pk=editor.pk).update(email="editor@paper.example")
    editor.refresh_from_db()
    return signing.with_app(editor)


@pytest.fixture
def browser(editor: User, secret: str) -> Client:
    return signing.fully_in(editor, secret)


@pytest.fixture
def second(editor: User, secret: str, browser: Client) -> Client:
    return signing.fully_in(editor, secret, **address(), HTTP_USER_AGENT=PHONE)


def is_in(client: Client) -> bool:
    return client.get(LISTING).status_code == 200


def grow_old(client: Client) -> None:
    """Let an hour pass since somebody proved who they are."""
    session = client.session
    records = session["account_authentication_methods"]
    session["account_authentication_methods"] = [{**row, "at": row["at"] - 3600} for row in records]
    session.save()


def test_a_new_password_signs_the_others_out(browser: Client, second: Client) -> None:
    assert is_in(second)
    wrong = browser.post(f"{SECURITY}password/", {"oldpassword": "no", **NEW})
    assert wrong.status_code == 200
    done = browser.post(f"{SECURITY}password/", {"oldpassword": PASSWORD, **NEW})
    assert done.url == SECURITY
    assert is_in(browser)
    assert not is_in(second)


def test_sessions_are_listed_and_ended(browser: Client, second: Client, editor: User) -> None:
    browser.get(LISTING)
    page = browser.get(f"{SECURITY}sessions/").content.decode()
    assert "Chrome · Android" in page
    assert second.defaults["REMOTE_ADDR"] in page
    row = UserSession.objects.get(session_key=second.session.session_key)
    stranger = signing.person("reporter")
    outside = Client(**address())
    log_in(outside, stranger.username)
    assert outside.post(f"{SECURITY}sessions/", {"end": row.pk}).status_code == 404
    assert outside.post(f"{SECURITY}sessions/", {"end": "٣" * 30}).status_code == 404
    assert is_in(second)
    browser.post(f"{SECURITY}sessions/", {"end": row.pk})
    assert not is_in(second)
    assert is_in(browser)


def test_all_others_are_ended_at_once(browser: Client, second: Client) -> None:
    browser.post(f"{SECURITY}sessions/", {"end": "others"})
    assert (is_in(browser), is_in(second)) == (True, False)


def test_a_new_factor_signs_the_others_out(
    editor: User, settings, django_capture_on_commit_callbacks
) -> None:
    settings.ROZNAMA_SECOND_FACTOR = "optional"
    first, other = Client(**address()), Client(**address())
    for client in (first, other):
        log_in(client, "editor")
        assert is_in(client)
    page = first.get(f"{SECURITY}app/").content.decode()
    key = re.search(r'<bdi class="code" dir="ltr">(\w+)</bdi>', page)[1]
    with django_capture_on_commit_callbacks(execute=True):
        first.post(f"{SECURITY}app/", {"code": digits(key)})
    assert (is_in(first), is_in(other)) == (True, False)


def test_what_is_sensitive_asks_again(browser: Client, secret: str) -> None:
    path = f"{SECURITY}codes/new/"
    assert browser.get(path).status_code == 200
    grow_old(browser)
    question = browser.get(path)
    assert question.url.startswith(f"{SECURITY}confirm/")
    assert browser.post(path).status_code == 302
    wrong = browser.post(f"{SECURITY}confirm/", {"password": "no", "next": path})
    assert wrong.status_code == 200
    browser.post(f"{SECURITY}confirm/", {"password": PASSWORD, "next": path})
    assert browser.get(path).status_code == 200


def test_a_factor_confirms_as_well(browser: Client, secret: str) -> None:
    grow_old(browser)
    path = f"{SECURITY}app/remove/"
    assert browser.get(path).status_code == 302
    browser.post(f"{SECURITY}confirm/code/", {"code": digits(secret, 1), "next": path})
    assert browser.get(path).status_code == 200


def test_the_last_factor_of_a_publisher_stays(browser: Client, editor: User, settings) -> None:
    browser.post(f"{SECURITY}app/remove/")
    assert Authenticator.objects.filter(user=editor, type="totp").exists()
    settings.ROZNAMA_SECOND_FACTOR = "optional"
    browser.post(f"{SECURITY}app/remove/")
    assert not Authenticator.objects.filter(user=editor).exists()


def test_a_forgotten_password_is_replaced_by_a_code(
    editor: User, secret: str, browser: Client, settings
) -> None:
    settings.ROZNAMA_SENDS_MAIL = True
    client = Client(**address())
    asked = client.post(f"{LOGIN}forgotten/", {"email": "editor@paper.example"})
    (letter,) = mail.outbox
    assert "http" not in letter.body
    assert letter.to == ["editor@paper.example"]
    code = re.search(r"^\s*([A-Z0-9-]{6,})\s*$", letter.body, re.MULTILINE)[1]
    assert client.post(asked.url, {"code": "WRONG1"}).status_code == 200
    new = client.post(asked.url, {"code": code})
    assert code not in asked.url + new.url
    assert client.post(new.url, NEW).url == f"{LOGIN}forgotten/done/"
    assert not is_in(browser)
    assert not is_in(client)
    assert log_in(client, "editor", NEW["password1"]).url == SECOND  # still asked for


def test_nobody_learns_which_addresses_there_are(editor: User, secret: str, settings) -> None:
    settings.ROZNAMA_SENDS_MAIL = True
    answers = [
        Client(**address()).post(f"{LOGIN}forgotten/", {"email": f"{name}@paper.example"})
        for name in ("editor", "nobody")
    ]
    assert answers[0].url == answers[1].url
    assert [letter.to for letter in mail.outbox] == [["editor@paper.example"]]


def test_an_address_that_was_changed_resets_nothing(editor: User, secret: str, settings) -> None:
    settings.ROZNAMA_SENDS_MAIL = True
    EmailAddress.objects.create(user=editor, email=editor.email, verified=True)
    editor.email = "new@paper.example"
    editor.save()
    Client(**address()).post(f"{LOGIN}forgotten/", {"email": "editor@paper.example"})
    assert mail.outbox == []


def test_without_mail_the_page_says_whom_to_ask(client: Client) -> None:
    page = client.get(f"{LOGIN}forgotten/").content.decode()
    assert "یک بار کا کوڈ" in page
    assert client.post(f"{LOGIN}forgotten/", {"email": "editor@paper.example"}).status_code == 200
    assert mail.outbox == []


def test_a_login_on_a_new_device_is_told(editor: User, secret: str, settings) -> None:
    settings.ROZNAMA_SENDS_MAIL = True
    signing.fully_in(editor, secret, **address(), HTTP_USER_AGENT=PHONE)
    (letter,) = mail.outbox
    assert "نئی ڈیوائس" in letter.subject
    signing.fully_in(editor, secret, **address(), HTTP_USER_AGENT=PHONE)
    assert len(mail.outbox) == 1


def test_an_editor_invites_by_hand(browser: Client, editor: User) -> None:
    guest = signing.person("guest")
    guest.set_unusable_password()
    guest.save()
    path = f"{SECURITY}people/{guest.pk}/invite/"
    assert path in browser.get("/newsroom/users/").content.decode()
    assert not OneTimeCode.objects.exists()
    browser.get(path)
    assert not OneTimeCode.objects.exists()
    page = browser.post(path, {"way": "hand"}).content.decode()
    code = re.search(r"[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}", page)[0]
    assert log_in(Client(), "guest", code).status_code == 302
    entry = ModelLogEntry.objects.get(action="signing.invite")
    assert (entry.user_id, entry.object_id) == (editor.pk, str(guest.pk))
    assert code not in str(entry.data)


def test_an_invitation_goes_by_mail(browser: Client, settings) -> None:
    settings.ROZNAMA_SENDS_MAIL = True
    guest = signing.person("guest")
    page = browser.post(f"{SECURITY}people/{guest.pk}/invite/", {"way": "mail"}).content.decode()
    letter = mail.outbox[-1]
    assert letter.to == ["guest@paper.example"]
    code = re.search(r"[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}", letter.body)[0]
    assert code not in page
    assert log_in(Client(), "guest", code).status_code == 302


def test_a_code_is_no_way_to_more_power(editor: User) -> None:
    manager = signing.person("manager", "change_user", "add_user")
    publisher = signing.person("sub", "publish_page", section=get_section())
    reporter = signing.person("reporter")
    client = signing.fully_in(manager, signing.with_app(manager))
    for person, expected in ((editor, 403), (publisher, 403), (reporter, 200)):
        path = f"{SECURITY}people/{person.pk}/invite/"
        assert client.post(path, {"way": "hand"}).status_code in {
            expected,
            302 if expected == 403 else 200,
        }
        assert OneTimeCode.objects.filter(user=person).exists() is (expected == 200)
    plain = Client(**address())
    log_in(plain, "reporter")
    plain.post(f"{SECURITY}people/{manager.pk}/invite/", {"way": "hand"})
    assert not OneTimeCode.objects.filter(user=manager).exists()


def test_who_has_still_to_set_a_factor_up_invites_nobody(editor: User) -> None:
    guest = signing.person("guest")
    client = Client(**address())
    log_in(client, "editor")
    client.post(f"{SECURITY}people/{guest.pk}/invite/", {"way": "hand"})
    assert not OneTimeCode.objects.exists()


def test_nobody_changes_an_address_or_a_password_by_the_account_page(browser: Client) -> None:
    page = browser.get("/newsroom/account/").content.decode()
    assert SECURITY in page
    assert "name_email-email" not in page
    assert "password-new_password1" not in page


def test_who_may_not_enter_is_told_and_not_led_in_a_circle() -> None:
    User.objects.create_user("doctor", password=PASSWORD)
    client = Client(**address())
    log_in(client, "doctor")
    page = client.get(LISTING, follow=True)
    assert page.status_code == 403
    assert "doctor" in page.content.decode()
    assert client.get(SECURITY).status_code == 200
