"""What a long-lived process made as it started stays out of the garbage collector's sight."""

from __future__ import annotations

import gc

from django.urls import get_resolver


def settle() -> None:
    """Load what is loaded late, then freeze all that there is.

    Models, addresses and forms are some 230,000 objects that stay as long as the process does.
    A full collection looked at each of them: a third of a second in the middle of somebody's
    request. It still looks at what is made afterwards.
    """
    _ = get_resolver().url_patterns
    gc.collect()
    gc.freeze()
