"""Who works at the front page desk in its browser tests."""

from __future__ import annotations

from roznama.newsroom.models import User

PASSWORD = "a long pass phrase"


def make_editors() -> None:
    """Make two accounts."""
    for name in ("sana", "aslam"):
        User.objects.create_superuser(name, password=PASSWORD)
