"""A connection over which frames come and go, whatever carries them."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

logger = logging.getLogger(__name__)

Told = dict[str, Any]
SendText = Callable[[str], Awaitable[None]]

BAD, UNKNOWN, NOT_ALLOWED, TOO_SLOW, TOO_BIG, TOO_MANY = 4000, 4001, 4003, 4008, 4009, 4029
AGAIN = 1013  # RFC 6455's registry: try again later
PATIENCE = 20.0  # seconds that a reader may take for what is sent
_MOST_WAITING = 2_000  # frames that may wait for a slow reader


class ClosedError(Exception):
    """The connection is to be closed, with a code that says why."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Outlet(Protocol):
    """Where frames go out."""

    def put(self, told: Told) -> None:
        """Send a frame when those before it are sent."""

    def close(self, code: int) -> None:
        """Say why, and end."""


class Outbox:
    """Sends frames one after the other without making anybody wait for a slow reader."""

    __slots__ = ("_closes", "_send", "_task", "_waiting")

    def __init__(self, send: SendText, close: Callable[[int], None]) -> None:
        self._send = send
        self._closes = close
        self._waiting: list[Told] | None = None
        self._task: asyncio.Task[None] | None = None

    def close(self, code: int) -> None:
        """Close the connection with a code that says why."""
        self._closes(code)

    def put(self, told: Told) -> None:
        """Send a frame when those before it are sent."""
        if self._waiting is None:
            self._waiting = []
        self._waiting.append(told)
        if len(self._waiting) > _MOST_WAITING:
            self._closes(TOO_SLOW)
        elif self._task is None:
            self._task = asyncio.create_task(self._run())

    async def _run(self) -> None:
        try:
            while self._waiting:
                told, self._waiting = self._waiting, None
                for one in told:
                    async with asyncio.timeout(PATIENCE):
                        await self._send(packed(one))
        except TimeoutError:
            self._closes(TOO_SLOW)
        except Exception as error:
            # Gone: whoever reads from it will see that too.
            logger.debug("not sent: %s", error)
        finally:
            self._task = None


def packed(told: Told) -> str:
    """Return a frame as text."""
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
