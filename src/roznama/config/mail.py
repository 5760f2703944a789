"""E-mail: the server's address taken apart, and a backend that never stands in the way."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend
from django.db import transaction

_PORTS = {"smtp": 587, "smtps": 465, "smtp+plain": 25}
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server; without a host there is none, and its backend drops everything."""

    host: str = ""
    port: int = 25
    user: str = ""
    password: str = field(default="", repr=False)
    starttls: bool = False
    tls: bool = False

    @property
    def is_set(self) -> bool:
        """Whether there is a server."""
        return bool(self.host)

    @property
    def backend(self) -> str:
        """The backend that e-mail goes to."""
        if self.is_set:
            return f"{__name__}.AfterCommit"
        return "django.core.mail.backends.dummy.EmailBackend"


def server(address: str) -> Server:
    """Return the server at an address; none where it is empty.

    Raises ImproperlyConfigured, without the address, which has a password in it.
    """
    if not address:
        return Server()
    try:
        parts = urlsplit(address)
        port = parts.port or _PORTS[parts.scheme]
    except (KeyError, ValueError):
        parts, port = urlsplit(""), 0
    if not parts.hostname or parts.scheme not in _PORTS:
        raise ImproperlyConfigured("ROZNAMA_MAIL is no address like smtp://user:password@host:587")
    return Server(
        host=parts.hostname,
        port=port,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=parts.scheme == "smtp",
        tls=parts.scheme == "smtps",
    )


class AfterCommit(EmailBackend):
    """Sends when the transaction is over, so that no lock waits for a mail server.

    What cannot be sent is logged: the same stands in the newsroom, and no work fails for it.
    """

    def open(self) -> bool | None:
        """Open nothing yet."""
        return None

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Keep the messages until then; returns how many."""
        messages = list(email_messages)
        transaction.on_commit(partial(self._send, messages), robust=True)
        return len(messages)

    def _send(self, messages: list[EmailMessage]) -> None:
        try:
            EmailBackend.open(self)
            EmailBackend.send_messages(self, messages)
        except OSError as error:  # SMTP's own errors are such too
            _log.warning("E-mail was not sent: %s", error)
        finally:
            EmailBackend.close(self)
