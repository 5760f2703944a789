"""The least that uvicorn can do: one page's bytes out of a dictionary."""

import json
import os
from pathlib import Path
from typing import Any

PAGE = Path(os.environ["PAGE"]).read_bytes()
HEADERS = [
    (name.encode(), value.encode()) for name, value in json.loads(os.environ["HEADERS"]).items()
]
PAGES = {os.environ["ADDRESS"]: PAGE}


async def application(scope: Any, receive: Any, send: Any) -> None:
    """Answer with the page, or with nothing."""
    body = PAGES.get(scope["path"], b"")
    status = 200 if body else 404
    await send({"type": "http.response.start", "status": status, "headers": HEADERS})
    await send({"type": "http.response.body", "body": body})
