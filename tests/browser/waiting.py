"""Waiting for what Playwright has no expectation for."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

SLOW = 60  # seconds that a busy machine may take


def comes_to(page: Page, read: Callable[[], Any], wanted: Any) -> None:
    """Wait until something is as wanted: what is done shows a moment later."""
    until = time.monotonic() + SLOW
    while read() != wanted and time.monotonic() < until:
        page.wait_for_timeout(50)
    assert read() == wanted
