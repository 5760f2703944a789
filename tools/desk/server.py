"""The desk served alone, without a printer: `python -m desk.server PORT`.

It listens on the loopback interface and says `ready` when it does. With DESK_COMMITS set, it
writes a line into that file for each commit: the time, and the conversations.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from pathlib import Path

import django
import uvicorn


def main() -> None:
    django.setup()
    from django.core.asgi import get_asgi_application  # noqa: PLC0415

    from roznama.desk.live.application import DeskApplication  # noqa: PLC0415
    from roznama.desk.live.handshake import Handshake  # noqa: PLC0415

    if commits := os.environ.get("DESK_COMMITS"):
        _note_commits(Path(commits))
    config = uvicorn.Config(
        DeskApplication(get_asgi_application()),
        host="127.0.0.1",
        port=int(sys.argv[1]),
        ws=Handshake,
        lifespan="off",
        access_log=False,
        log_level="warning",
        backlog=4096,
    )
    with asyncio.Runner(loop_factory=config.get_loop_factory()) as runner:
        runner.run(_serve(uvicorn.Server(config)))


def _note_commits(path: Path) -> None:
    """Note when each change was committed, before anybody is told of it."""
    from roznama.desk.live.waking import listen  # noqa: PLC0415

    lines = path.open("a", buffering=1)
    listen(lambda ids: lines.write(f"{time.time()} {' '.join(map(str, ids))}\n"))


async def _serve(server: uvicorn.Server) -> None:
    task = asyncio.create_task(server.serve())
    while not server.started and not task.done():
        await asyncio.sleep(0.02)
    print("ready", flush=True)
    await task


if __name__ == "__main__":
    main()
