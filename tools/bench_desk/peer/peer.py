"""A chat as one writes it with Django Channels and the ORM, speaking the desk's frames.

It does less than the desk: nothing is sealed, no red flags, no states, no limits. Run as a
program it makes the tables and conversations; `application` is what a server serves.
"""

import os
import time

import django
from django.conf import settings
from psycopg.conninfo import conninfo_to_dict

_place = conninfo_to_dict(os.environ["DATABASE"])
settings.configure(
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": _place.get("dbname", "postgres"),
            "USER": _place.get("user", "postgres"),
            "PASSWORD": _place.get("password", ""),
            "HOST": _place.get("host", ""),
            "PORT": _place.get("port", ""),
            "CONN_MAX_AGE": None,
        }
    },
    CHANNEL_LAYERS={
        "default": {
            "BACKEND": "channels.layers.InMemoryChannelLayer",
            "CONFIG": {"capacity": 10_000},
        }
    },
    ALLOWED_HOSTS=["127.0.0.1"],
    USE_TZ=True,
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
)
django.setup()

from channels.db import database_sync_to_async  # noqa: E402
from channels.generic.websocket import AsyncJsonWebsocketConsumer  # noqa: E402
from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402
from channels.security.websocket import OriginValidator  # noqa: E402
from django.db import connection, models, transaction  # noqa: E402
from django.urls import path  # noqa: E402


class Chat(models.Model):
    seq = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(auto_now=True)

    class Meta:
        app_label = "peer"


class Message(models.Model):
    chat = models.ForeignKey(Chat, on_delete=models.CASCADE)
    uuid = models.UUIDField()
    seq = models.PositiveIntegerField()
    author = models.CharField(max_length=8)
    at = models.FloatField()
    text = models.TextField()

    class Meta:
        app_label = "peer"
        constraints = [
            models.UniqueConstraint(fields=["chat", "seq"], name="peer_seq"),
            models.UniqueConstraint(fields=["chat", "uuid"], name="peer_uuid"),
        ]

    def told(self):
        return {
            "place": self.seq, "seq": self.seq, "uuid": str(self.uuid), "kind": "message",
            "author": self.author, "at": self.at * 1000, "body": {"text": self.text},
        }  # fmt: skip


@database_sync_to_async
def write(pk, uuid, text):
    with transaction.atomic():
        chat = Chat.objects.select_for_update().get(pk=pk)
        known = Message.objects.filter(chat=chat, uuid=uuid).first()
        if known is not None:
            return known.told()
        chat.seq += 1
        made = Message.objects.create(
            chat=chat, uuid=uuid, seq=chat.seq, author="reader", at=time.time(), text=text
        )
        chat.save(update_fields=["seq", "last_at"])
    return made.told()


@database_sync_to_async
def read(pk, after):
    found = Message.objects.filter(chat=pk, seq__gt=after).order_by("seq")
    return [message.told() for message in found]


class Consumer(AsyncJsonWebsocketConsumer):
    async def events(self, told):
        await self.send_json({"events": told["events"]})

    async def summary(self, told):
        await self.send_json({"summary": told["summary"]})


class Reader(Consumer):
    async def receive_json(self, asked):
        if "hello" in asked:
            self.chat = int(asked["hello"])
            await self.channel_layer.group_add(f"chat{self.chat}", self.channel_name)
            await self.send_json({"state": {}})
            await self.send_json({"events": await read(self.chat, asked["after"])})
        elif asked.get("do") == "send":
            told = await write(self.chat, asked["uuid"], asked["text"])
            await self.send_json({"ok": asked["uuid"], "place": told["place"]})
            layer = self.channel_layer
            await layer.group_send(f"chat{self.chat}", {"type": "events", "events": [told]})
            summary = {"chat": self.chat, "seq": told["seq"], "last_at": told["at"]}
            await layer.group_send("team", {"type": "summary", "summary": summary})

    async def disconnect(self, code):
        await self.channel_layer.group_discard(f"chat{self.chat}", self.channel_name)


class Console(Consumer):
    async def receive_json(self, asked):
        if "hello" in asked:
            await self.channel_layer.group_add("team", self.channel_name)
        elif "watch" in asked:
            await self.channel_layer.group_add(f"chat{asked['watch']}", self.channel_name)
            await self.send_json({"chat": asked["watch"], "state": {}})
            events = await read(asked["watch"], asked["after"])
            await self.send_json({"chat": asked["watch"], "events": events})


application = ProtocolTypeRouter(
    {
        "websocket": OriginValidator(
            URLRouter(
                [
                    path("desk/socket", Reader.as_asgi()),
                    path("desk/staff/socket", Console.as_asgi()),
                ]
            ),
            [os.environ["SITE"]],
        )
    }
)


def main():
    from uuid import uuid4  # noqa: PLC0415

    with connection.schema_editor() as editor:
        editor.create_model(Chat)
        editor.create_model(Message)
    chats = [Chat(pk=pk, seq=1) for pk in range(1, int(os.environ["TALKING"]) + 1)]
    Chat.objects.bulk_create(chats)
    Message.objects.bulk_create(
        Message(chat=chat, uuid=uuid4(), seq=1, author="reader", at=time.time(), text="سوال")
        for chat in chats
    )


if __name__ == "__main__":
    main()
