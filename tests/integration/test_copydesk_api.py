"""What the story's form asks the copy desk, as a browser sends it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from roznama.newsroom.checking import asking
from roznama.newsroom.models import ArticlePage, Dismissal, HouseWord, Severity, User
from tests.factories import get_section
from tests.integration.copydesk import SLIP, TWICE, client_of, make_slip, make_user, weigh

pytestmark = pytest.mark.django_db


def send(client: Client, path: str, data: Any) -> HttpResponse:
    body = data if isinstance(data, str | bytes) else json.dumps(data)
    return client.post(f"/newsroom/copydesk/{path}", body, content_type="application/json")


def pieces(*texts: str) -> list[dict[str, str]]:
    return [{"key": f"p{at}", "kind": "paragraph", "text": text} for at, text in enumerate(texts)]


def ask(client: Client, story: ArticlePage, *texts: str, **more: Any) -> dict[str, Any]:
    around = {"city": "لاہور", "credit": "", "authors": 1, "version": 7}
    data = {**around, "pieces": pieces(*texts), **more}
    response = send(client, f"check/{story.pk}/", data)
    assert response.status_code == 200, response.content
    return response.json()


def found(answer: dict[str, Any], rule: str = "repeated_word") -> list[dict[str, Any]]:
    return [one for one in answer["findings"] if one["rule"] == rule]


def test_the_unsaved_text_is_checked(newsroom: Client) -> None:
    answer = ask(newsroom, make_slip(body=["کچھ اور۔"]), "ایک جملہ۔", SLIP)
    assert answer["version"] == 7
    [one] = found(answer)
    assert (one["piece"], one["text"], one["suggestions"]) == ("p1", TWICE, ["کہ"])
    assert SLIP[one["start"] : one["end"]] == TWICE
    assert one["severity"] == "warning"
    assert one["group"] == "repetition"


def test_what_it_says_is_in_the_users_language(newsroom: Client, editor: User) -> None:
    from wagtail.users.models import UserProfile  # noqa: PLC0415

    story = make_slip()
    [urdu] = found(ask(newsroom, story, SLIP))
    assert urdu["message"] == "یہاں ”کہ“ دو بار ہے۔"
    profile = UserProfile.get_for_user(editor)
    profile.preferred_language = "en"
    profile.save()
    [english] = found(ask(newsroom, story, SLIP))
    assert english["message"] == "“کہ” stands here twice."


@pytest.mark.parametrize(
    "before",
    [
        "🙂🙂 ",
        "👩‍👩‍👧 خاندان ",
        "کِمؔ نے ",
        "می‌خواہم ",
        "𝒳 English متن ",
        "\u202b«یہ» \u202c",
        "پ" * 3000 + " ",
    ],
)
def test_offsets_are_those_of_browsers(newsroom: Client, before: str) -> None:
    text = before + SLIP
    [one] = found(ask(newsroom, make_slip(), text))
    units = text.encode("utf-16-le")
    assert units[one["start"] * 2 : one["end"] * 2].decode("utf-16-le") == TWICE


def test_a_new_story_is_checked_under_its_section(newsroom: Client) -> None:
    data = {"version": 1, "pieces": pieces(SLIP)}
    response = send(newsroom, f"check/under/{get_section().pk}/", data)
    assert found(response.json())


def test_rules_that_are_off_say_nothing(newsroom: Client) -> None:
    weigh("repeated_word", Severity.OFF)
    assert not found(ask(newsroom, make_slip(), SLIP))
    weigh("repeated_word", Severity.HINT)
    assert found(ask(newsroom, make_slip(), SLIP))[0]["severity"] == "hint"


def test_ignored_here_is_bound_to_the_words(newsroom: Client, editor: User) -> None:
    story, other = make_slip(), make_slip()
    assert send(newsroom, f"dismiss/{story.pk}/", {"rule": "repeated_word", "text": TWICE}).json()
    moved = f"شروع میں کچھ اور۔ {SLIP}"
    answer = ask(newsroom, story, moved)
    assert (found(answer), answer["ignored"]) == ([], 1)
    assert found(ask(newsroom, other, SLIP))
    row = Dismissal.objects.get()
    assert (row.user, row.page_id, row.text) == (editor, story.pk, TWICE)


def test_ignoring_is_taken_back(newsroom: Client) -> None:
    story = make_slip()
    data = {"rule": "repeated_word", "text": TWICE}
    for _twice in range(2):
        send(newsroom, f"dismiss/{story.pk}/", data)
    assert Dismissal.objects.count() == 1
    send(newsroom, f"dismiss/{story.pk}/", {**data, "undo": True})
    assert found(ask(newsroom, story, SLIP))
    send(newsroom, f"dismiss/{story.pk}/", data)
    assert send(newsroom, f"heed/{story.pk}/", {}).json()["count"] == 1
    assert found(ask(newsroom, story, SLIP))


def test_what_blocks_cannot_be_ignored_here(newsroom: Client) -> None:
    story = make_slip()
    data = {"rule": "repeated_word", "text": TWICE}
    send(newsroom, f"dismiss/{story.pk}/", data)
    weigh("repeated_word", Severity.BLOCKING)
    assert found(ask(newsroom, story, SLIP))
    response = send(newsroom, f"dismiss/{make_slip().pk}/", data)
    assert response.status_code == 409
    assert len(response.json()["error"].splitlines()) == 1


def test_a_very_long_sentence_can_be_ignored_here(newsroom: Client) -> None:
    long = "بہت لمبا جملہ " * 300
    story = make_slip()
    for text in (long, long + "اور"):
        response = send(newsroom, f"dismiss/{story.pk}/", {"rule": "long_sentence", "text": text})
        assert response.status_code == 200
    assert Dismissal.objects.count() == 2


def test_ignored_always_goes_to_the_house_list(newsroom: Client, editor: User) -> None:
    story, word = make_slip(), "وزرات"
    assert found(ask(newsroom, story, f"{word} خارجہ نے کہا۔"), "misspelling")
    assert send(newsroom, "accept/", {"text": word}).status_code == 200
    assert not found(ask(newsroom, story, f"{word} خارجہ نے کہا۔"), "misspelling")
    row = HouseWord.objects.get()
    assert (row.kind, row.written, row.changed_by) == ("accepted", word, editor)
    send(newsroom, "accept/", {"text": word})
    assert HouseWord.objects.count() == 1
    send(newsroom, "accept/", {"text": word, "undo": True})
    assert found(ask(newsroom, story, f"{word} خارجہ نے کہا۔"), "misspelling")


def test_only_who_may_edit_the_page_may_ask_about_it() -> None:
    own, other = make_slip(), make_slip(section="khel")
    user = make_user("writer", page=get_section("dunya"), on_page=("change_page",))
    client = client_of(user)
    assert found(ask(client, own, SLIP))
    question = {"version": 1, "pieces": pieces(SLIP)}
    for path in (f"check/{other.pk}/", f"check/under/{get_section('khel').pk}/"):
        assert send(client, path, question).status_code == 403
    row = {"rule": "repeated_word", "text": TWICE}
    for path in (f"dismiss/{other.pk}/", f"heed/{other.pk}/"):
        assert send(client, path, row).status_code == 403
    assert send(client, "accept/", {"text": "وزرات"}).status_code == 403
    assert not Dismissal.objects.exists()
    assert not HouseWord.objects.exists()


def test_a_section_is_no_story(newsroom: Client) -> None:
    question = {"version": 1, "pieces": []}
    assert send(newsroom, f"check/{get_section().pk}/", question).status_code == 404


def test_strangers_are_sent_to_the_door(client: Client) -> None:
    response = send(client, f"check/{make_slip().pk}/", {"pieces": []})
    assert response.status_code == 302
    assert response["Location"].startswith("/newsroom/login/")


def test_a_request_without_the_token_is_refused(editor: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor, backend="django.contrib.auth.backends.ModelBackend")
    story = make_slip()
    for path in (f"check/{story.pk}/", f"dismiss/{story.pk}/", "accept/"):
        assert send(client, path, {"pieces": []}).status_code == 403


BAD = [
    b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"pieces": 1}', b'{"pieces": [1]}',
    b'{"pieces": [{"key": "a", "kind": "poem", "text": "b"}]}',
    b'{"pieces": [{"key": 1, "kind": "deck", "text": "b"}]}',
    b'{"pieces": [{"key": "a", "kind": "deck"}]}',
    b'{"pieces": [%s, %s]}' % ((b'{"key": "a", "kind": "deck", "text": "b"}',) * 2),
    b'{"pieces": [], "version": "1"}', b'{"pieces": [], "version": -1}',
    b'{"pieces": [], "city": 5}', b'{"pieces": [], "authors": true}',
    b'{"pieces": [], "city": "\\u0000"}', b"[" * 100_000,
]  # fmt: skip


@pytest.mark.parametrize("body", BAD)
def test_what_is_no_question_gets_one_line(newsroom: Client, body: bytes) -> None:
    response = send(newsroom, f"check/{make_slip().pk}/", body)
    assert response.status_code == 400
    assert len(response.json()["error"].splitlines()) == 1


def test_half_a_pair_does_no_harm(newsroom: Client) -> None:
    story = make_slip()
    answer = ask(newsroom, story, f"\ud83d {SLIP}")
    assert found(answer)
    row = {"rule": "repeated_word", "text": "\ud83d"}
    assert send(newsroom, f"dismiss/{story.pk}/", row).status_code == 200


def test_too_long_a_story_is_told_so(newsroom: Client) -> None:
    texts = ["لفظ " * 1000] * (asking.MOST_WORDS // 1000 + 1)
    for question in (pieces(*texts), pieces(*["لفظ"] * (asking.MOST_PIECES + 1))):
        response = send(newsroom, f"check/{make_slip().pk}/", {"version": 1, "pieces": question})
        assert response.status_code == 413
        assert response.json()["error"] == "خبر کاپی ڈیسک کے لیے بہت لمبی ہے۔"
    huge = {"version": 1, "pieces": pieces("لفظ " * 2_000_000)}
    assert send(newsroom, f"check/{make_slip().pk}/", huge).status_code == 413


def test_a_form_has_the_panel_and_the_addresses(newsroom: Client) -> None:
    story = make_slip()
    html = newsroom.get(f"/newsroom/pages/{story.pk}/edit/").content.decode()
    assert "data-copydesk" in html
    assert "/newsroom/copydesk/check/0/" in html
    path = f"/newsroom/pages/add/newsroom/articlepage/{get_section().pk}/"
    assert (
        f"/newsroom/copydesk/check/under/{get_section().pk}/" in newsroom.get(path).content.decode()
    )
    section = newsroom.get(f"/newsroom/pages/{get_section().pk}/edit/").content.decode()
    assert "data-copydesk" not in section
