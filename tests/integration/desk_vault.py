"""Conversations with something in them, for tests about what is kept of them."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import timedelta
from io import BytesIO
from uuid import UUID, uuid4

from django.contrib.auth import get_user_model
from django.utils import timezone
from PIL import Image

from roznama.desk.chat import facts, showing
from roznama.desk.chat.commands import Command, Reader, Staff
from roznama.desk.chat.engine import Done, Op, do
from roznama.desk.chat.opening import Opening, open_conversation
from roznama.desk.models import Consent, Conversation, Event, Member, Professional, Team
from roznama.desk.sealing import master_keys, seal

QUESTION = "مجھے دو دن سے بخار ہے، کیا کروں؟"
PAGE = "/sehat/bukhar-12"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def forget() -> None:
    """Forget what an earlier test's rows were; theirs and these may have the same ids."""
    facts.forget()
    showing.forget()


def make_team(slug: str = "doctors", **fields: object) -> Team:
    forget()
    team = Team.objects.create(slug=slug, name="ڈاکٹروں کی ٹیم", name_en="Doctors", **fields)
    Consent.objects.create(team=team, text="ہم آپ کی بات ۹۰ دن رکھتے ہیں۔", text_en="Kept 90 days.")
    return team


def make_professional(team: Team, name: str = "ڈاکٹر ثنا اقبال") -> Professional:
    user = get_user_model().objects.create_user(f"user{secrets.token_hex(4)}", password="long one")
    made = Professional.objects.create(
        user=user,
        name=name,
        name_en="Dr Sana Iqbal",
        title="ماہرِ اطفال",
        title_en="Pediatrician",
        needs_licence=False,
    )
    Member.objects.create(professional=made, team=team)
    forget()
    return made


def make_conversation(
    team: Team, text: str = QUESTION, *, language: str = "ur", age: timedelta = timedelta(0)
) -> Conversation:
    """One that a reader has opened; its last word is as old as `age`."""
    opening = Opening(
        team=team.slug,
        reader=secrets.token_urlsafe(32),
        token=secrets.token_urlsafe(32),
        consent=team.consents.get().version,
        uuid=uuid4(),
        language=language,
        province="punjab",
        page=PAGE,
        text=text,
    )
    pk, _ = open_conversation(opening)
    if age:
        then = timezone.now() - age
        Conversation.objects.filter(pk=pk).update(opened=then, last_at=then)
    return Conversation.objects.get(pk=pk)


def key_of(conversation: Conversation) -> bytes:
    return master_keys().unwrap(bytes(conversation.key))


def reader_does(conversation: Conversation, command: Command, uuid: UUID | None = None) -> Done:
    return do(Op(conversation.pk, Reader(), command, uuid or uuid4()))


def staff_does(
    conversation: Conversation,
    who: Professional,
    command: Command,
    *,
    heads: Iterable[int] = (),
    uuid: UUID | None = None,
) -> Done:
    staff = Staff(who.pk, frozenset([conversation.team_id]), frozenset(heads))
    return do(Op(conversation.pk, staff, command, uuid or uuid4()))


def add_event(conversation: Conversation, kind: str, body: bytes, **fields: object) -> Event:
    """An event as no command makes it."""
    row = Conversation.objects.get(pk=conversation.pk)
    uuid = uuid4()
    row.seq, row.place = row.seq + 1, row.place + 1
    row.save()
    return Event.objects.create(
        conversation=row,
        uuid=uuid,
        seq=row.seq,
        place=row.place,
        kind=kind,
        at=timezone.now(),
        body=seal(key_of(row), body, uuid.bytes),
        **{"author": "bot", **fields},
    )


def photo(size: tuple[int, int] = (60, 40)) -> bytes:
    file = BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(file, "JPEG")
    return file.getvalue()
