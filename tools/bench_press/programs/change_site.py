"""Tells the log that what stands on every page has changed; a program for Django."""

import django

django.setup()

from roznama.changes.log import record  # noqa: E402
from roznama.newsroom import keys  # noqa: E402

if __name__ == "__main__":
    record([keys.SITE])
