"""Conversations and what happened in them.

The events are the truth; the columns of a conversation are their sum (`chat/state.py`), kept so
that the queue can be asked for. Bodies are sealed with the conversation's own key.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from roznama.desk.models.emergency import Province


class Conversation(models.Model):
    """One reader's conversation with one team."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    team = models.ForeignKey("desk.Team", on_delete=models.PROTECT, related_name="conversations")
    reader = models.BinaryField(max_length=32)
    """Digest of the secret that a browser keeps for this team."""
    token = models.BinaryField(max_length=32, unique=True)
    """Digest of the secret that opens the conversation."""
    key = models.BinaryField(max_length=100, null=True)
    """The conversation's key, wrapped by a master key; null once it is erased."""
    opened = models.DateTimeField()
    language = models.CharField(max_length=2, default="ur")
    province = models.CharField(max_length=12, choices=Province.choices, blank=True, default="")
    page = models.CharField(max_length=500, blank=True)
    consent = models.ForeignKey("desk.Consent", on_delete=models.PROTECT, related_name="+")
    consented = models.DateTimeField()

    state = models.CharField(max_length=8, default="bot")
    seq = models.PositiveIntegerField(default=0)
    place = models.PositiveIntegerField(default=0)
    urgent = models.BooleanField(default=False)
    flags = models.CharField(max_length=200, blank=True, default="")
    asking = models.CharField(max_length=30, blank=True, default="")
    professional = models.ForeignKey(
        "desk.Professional", on_delete=models.PROTECT, null=True, related_name="chats"
    )
    last_professional = models.ForeignKey(
        "desk.Professional", on_delete=models.PROTECT, null=True, related_name="+"
    )
    offered = models.ForeignKey(
        "desk.Professional", on_delete=models.PROTECT, null=True, related_name="offers"
    )
    offered_at = models.DateTimeField(null=True)
    waiting_since = models.DateTimeField(null=True)
    """Since when the reader waits for a professional's word, in the queue or in a chat."""
    first_waited = models.DateTimeField(null=True)
    """When the reader came into the queue for the first time."""
    promised = models.PositiveIntegerField(null=True)
    """The minutes, at most, that the reader was first promised; null without a promise."""
    first_answered = models.DateTimeField(null=True)
    last_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    reader_read = models.PositiveIntegerField(default=0)
    staff_read = models.PositiveIntegerField(default=0)
    stars = models.PositiveSmallIntegerField(null=True)
    has_contact = models.BooleanField(default=False)
    may_publish = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["team", "reader"],
                condition=Q(state__in=["bot", "waiting", "active"]),
                name="desk_one_open_conversation",
            )
        ]
        indexes = [
            models.Index(fields=["team", "state", "waiting_since"], name="desk_queue"),
            models.Index(fields=["last_at"], name="desk_last"),
        ]

    def __str__(self) -> str:
        return str(self.public)


class Event(models.Model):
    """Something that happened in a conversation.

    `seq` counts all events of a conversation without a gap. `place` counts those that the
    reader may see, also without one; it is null for the others.
    """

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="events")
    uuid = models.UUIDField()
    seq = models.PositiveIntegerField()
    place = models.PositiveIntegerField(null=True)
    kind = models.CharField(max_length=12)
    author = models.CharField(max_length=8)
    professional = models.ForeignKey(
        "desk.Professional", on_delete=models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField()
    body = models.BinaryField(null=True)
    """Sealed JSON; null where there is nothing to say or it was taken back."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conversation", "seq"], name="desk_event_seq_once"),
            models.UniqueConstraint(fields=["conversation", "place"], name="desk_event_place_once"),
            models.UniqueConstraint(fields=["conversation", "uuid"], name="desk_event_uuid_once"),
        ]

    def __str__(self) -> str:
        return f"{self.conversation_id}/{self.seq} {self.kind}"


class Attachment(models.Model):
    """A picture or PDF; its bytes are a sealed file of the same name under ROZNAMA_VAR."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="files")
    by_reader = models.BooleanField()
    kind = models.CharField(max_length=30)
    size = models.PositiveIntegerField()
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    name = models.BinaryField(null=True)
    made = models.DateTimeField()
    used = models.BooleanField(default=False)
    """Whether a message shows it; others are deleted after a day."""

    def __str__(self) -> str:
        return str(self.uuid)
