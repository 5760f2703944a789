"""Many small pieces of work as few large ones, in a thread with its own database connection."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Generic, TypeVar

from django.db import DatabaseError, close_old_connections, connection

logger = logging.getLogger(__name__)

Item = TypeVar("Item")
Answer = TypeVar("Answer")


class Batches(Generic[Item, Answer]):
    """Hands what has come meanwhile to `work`, one batch after the other.

    While one batch is at work the next gathers, so batches grow with the load by themselves.
    """

    def __init__(
        self, name: str, work: Callable[[Sequence[Item]], Sequence[Answer]], *, largest: int
    ) -> None:
        self._work = work
        self._largest = largest
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=f"desk-{name}")
        self._waiting: list[tuple[Item, asyncio.Future[Answer]]] = []
        self._running: asyncio.Task[None] | None = None

    async def __call__(self, item: Item) -> Answer:
        """Return the answer for one item.

        Raises:
            DatabaseError: the database does not answer; nothing is known of what was done.

        """
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, future))
        if self._running is None or self._running.done():
            self._running = asyncio.create_task(self._run())
        return await future

    def close(self) -> None:
        """End after the batch in hand."""
        self._thread.submit(connection.close)
        self._thread.shutdown(wait=False)

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            batch = self._waiting[: self._largest]
            del self._waiting[: self._largest]
            items = [item for item, _ in batch]
            try:
                answers = await loop.run_in_executor(self._thread, self._do, items)
            except Exception as error:
                for _, future in batch:
                    if not future.done():
                        future.set_exception(error)
                continue
            for (_, future), answer in zip(batch, answers, strict=True):
                if not future.done():
                    future.set_result(answer)

    def _do(self, items: Sequence[Item]) -> Sequence[Answer]:
        close_old_connections()
        try:
            return self._work(items)
        except DatabaseError as error:
            logger.warning("the desk's database does not answer: %s", " ".join(str(error).split()))
            connection.close()
            raise
