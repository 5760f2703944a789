"""What is done to a desk's database from within: `python -m desk.inside FUNCTION ARGUMENTS`."""

from __future__ import annotations

import json
import secrets
import sys
from typing import Any

import django

_AT_ONCE = 200  # conversations that are opened together


def prepare(people: int, teams: int) -> dict[str, str]:
    """Make the tables, teams and professionals on duty; return their sessions by name."""
    from django.core.management import call_command  # noqa: PLC0415

    from roznama.desk.models import Consent, Member, Professional, Team  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    sessions = {}
    made = []
    for number in range(teams):
        slug = f"team{number}"
        team, _ = Team.objects.get_or_create(slug=slug, defaults={"name": slug})
        Consent.objects.create(team=team, text="منظور")
        made.append(team)
    for number in range(people):
        name = f"person{number}"
        user = _user(name)
        professional = Professional.objects.create(
            user=user, name=name, title="ماہر", needs_licence=False, capacity=1000
        )
        for team in made:
            Member.objects.create(professional=professional, team=team)
        sessions[name] = _session(user)
    return sessions


def _user(name: str) -> Any:
    from django.contrib.auth import get_user_model  # noqa: PLC0415

    user = get_user_model()(username=name)
    user.set_unusable_password()
    user.save()
    return user


def _session(user: Any) -> str:
    from django.contrib.auth import (  # noqa: PLC0415
        BACKEND_SESSION_KEY,
        HASH_SESSION_KEY,
        SESSION_KEY,
    )
    from django.contrib.sessions.backends.db import SessionStore  # noqa: PLC0415

    store = SessionStore()
    store[SESSION_KEY] = str(user.pk)
    store[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    store.create()
    return str(store.session_key)


def open_many(team: str, count: int) -> list[list[Any]]:
    """Open conversations with a question; return for each its id, token and reader's secret."""
    from uuid import uuid4  # noqa: PLC0415

    from roznama.desk.chat import commands as c  # noqa: PLC0415
    from roznama.desk.chat.engine import Op, execute  # noqa: PLC0415

    made = []
    for start in range(0, count, _AT_ONCE):
        secret = [_secrets() for _ in range(min(_AT_ONCE, count - start))]
        rows = _conversations(team, secret)
        execute([Op(row.pk, c.Reader(), c.Open(), uuid4()) for row in rows])
        execute([Op(row.pk, c.Reader(), c.Send("سوال"), uuid4()) for row in rows])
        made += [[row.pk, *pair] for row, pair in zip(rows, secret, strict=True)]
    return made


def _secrets() -> tuple[str, str]:
    return secrets.token_urlsafe(32), secrets.token_urlsafe(32)


def _conversations(slug: str, secret: list[tuple[str, str]]) -> list[Any]:
    """Make conversations as `open_conversation` does, many with one statement."""
    from django.utils import timezone  # noqa: PLC0415

    from roznama.desk.chat.opening import digest  # noqa: PLC0415
    from roznama.desk.models import Conversation, Team  # noqa: PLC0415
    from roznama.desk.sealing import master_keys, new_key  # noqa: PLC0415

    team, now = Team.objects.get(slug=slug), timezone.now()
    rows = [
        Conversation(
            team=team, token=digest(token), reader=digest(reader), opened=now, last_at=now,
            key=master_keys().wrap(new_key()), consent=team.consents.get(), consented=now,
        )
        for token, reader in secret
    ]  # fmt: skip
    return list(Conversation.objects.bulk_create(rows))


def take_all(name: str) -> int:
    """Let somebody take everything that waits; return how much it was."""
    from uuid import uuid4  # noqa: PLC0415

    from django.utils import timezone  # noqa: PLC0415

    from roznama.desk.chat import commands as c  # noqa: PLC0415
    from roznama.desk.chat.engine import Op, execute  # noqa: PLC0415
    from roznama.desk.models import Conversation, Member, Professional  # noqa: PLC0415

    person = Professional.objects.get(name=name)
    # Who was never heard of would lose them again before the console is open.
    Professional.objects.filter(pk=person.pk).update(heard=timezone.now())
    teams = frozenset(Member.objects.filter(professional=person).values_list("team", flat=True))
    who = c.Staff(person.pk, teams)
    waiting = list(Conversation.objects.filter(state="waiting").values_list("pk", flat=True))
    for start in range(0, len(waiting), 200):
        execute([Op(pk, who, c.Take(), uuid4()) for pk in waiting[start : start + 200]])
    return len(waiting)


def events(conversations: list[int]) -> dict[str, list[dict[str, Any]]]:
    """Return what happened in conversations, as a professional is told of it."""
    from roznama.desk.chat.showing import events_for_staff  # noqa: PLC0415

    found = events_for_staff([(pk, 0) for pk in conversations])
    return {str(pk): told for pk, told in found.items()}


def stranger() -> str:
    """Make a professional of a team of their own; return their session."""
    from roznama.desk.models import Consent, Member, Professional, Team  # noqa: PLC0415

    name = f"stranger{secrets.token_hex(3)}"
    team = Team.objects.create(slug=name, name=name)
    Consent.objects.create(team=team, text="منظور")
    user = _user(name)
    made = Professional.objects.create(user=user, name=name, title="اور", needs_licence=False)
    Member.objects.create(professional=made, team=team, is_head=True)
    return _session(user)


def main() -> None:
    django.setup()
    print(json.dumps(globals()[sys.argv[1]](*json.loads(sys.argv[2]))))


if __name__ == "__main__":
    main()
