"""Asking the printer, over its socket, for a page that is not printed yet."""

from __future__ import annotations

import asyncio
from pathlib import Path

from roznama.press.addresses import PagePath
from roznama.press.wire import socket_path

_PATIENCE = 10.0  # seconds; then the application answers by itself


class Asking:
    """One request to the printer per page, however many readers wait for it."""

    def __init__(self, folder: Path) -> None:
        self._socket = socket_path(folder)
        self._waiting: dict[PagePath, asyncio.Task[bool]] = {}

    async def ask(self, page: PagePath) -> bool:
        """Have a page printed; whether it is in the store now."""
        task = self._waiting.get(page)
        if task is None:
            task = self._waiting[page] = asyncio.ensure_future(self._send(page))
            task.add_done_callback(lambda _: self._waiting.pop(page, None))
        # A reader who leaves must not take the page from the others.
        return await asyncio.shield(task)

    async def _send(self, page: PagePath) -> bool:
        try:
            async with asyncio.timeout(_PATIENCE):
                reader, writer = await asyncio.open_unix_connection(self._socket)
                try:
                    writer.write(f"{page}\n".encode())
                    return (await reader.readline()).strip() == b"printed"
                finally:
                    writer.close()
        except (OSError, TimeoutError):
            return False
