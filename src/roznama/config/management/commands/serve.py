"""`roznama serve`"""

from __future__ import annotations

import socket
import warnings
from typing import Any

import uvicorn
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from roznama.archive.search.warming import warm_up
from roznama.config.printing import PrinterProcess
from roznama.desk.live.handshake import Handshake
from roznama.press.caches import CacheError, outside_cache
from roznama.press.front.protocol import PressProtocol


class Command(BaseCommand):
    """Serves the paper and the newsroom."""

    help = "Serve the paper and the newsroom."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the address to listen on."""
        parser.add_argument("--host", default="127.0.0.1", help="address (default 127.0.0.1)")
        parser.add_argument("--port", type=int, default=8000, help="port (default 8000)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Serve until interrupted."""
        host, port = options["host"], options["port"]
        _check_free(host, port)
        try:
            outside_cache(settings.OUTSIDE_CACHE, settings.OUTSIDE_CACHE_TOKEN)
        except CacheError as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"The paper:    http://{host}:{port}/")
        self.stdout.write(f"The newsroom: http://{host}:{port}/newsroom/")
        self.stdout.flush()
        # WhiteNoise hands its files over in pieces, which Django remarks upon;
        # nothing that whoever starts the paper could do about it.
        warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume")
        warm_up()
        with PrinterProcess():
            uvicorn.run(
                "roznama.config.asgi:application",
                host=host,
                port=port,
                http=PressProtocol,
                ws=Handshake,
                lifespan="on",
                log_level="warning",
                # Both are paid by every request: a line that no level lets through, and
                # what a proxy says, which only Django asks for (roznama.config.asgi).
                access_log=False,
                proxy_headers=False,
                server_header=False,
            )


def _check_free(host: str, port: int) -> None:
    try:
        with socket.create_server((host, port), reuse_port=False):
            pass
    except (OSError, OverflowError) as error:
        raise CommandError(f"cannot listen on {host}:{port}: {error}") from None
