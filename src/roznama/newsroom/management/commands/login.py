"""`roznama login`"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from roznama.newsroom.models import OneTimeCode, User
from roznama.newsroom.signing.lost import take_factors_off


class Command(BaseCommand):
    """Gives an account a one-time code."""

    help = "Print a one-time code that opens an account of the newsroom."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the account."""
        parser.add_argument("user", nargs="?", default="editor", help="account (default: editor)")
        parser.add_argument(
            "--new",
            action="store_true",
            help="make the account, with every permission, when it does not exist",
        )
        parser.add_argument(
            "--unless-password",
            action="store_true",
            help="do nothing for an account that has a password of its own",
        )

        parser.add_argument(
            "--lost-factor",
            action="store_true",
            help="take the account's second factor off as well, when phone and codes are lost",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the account's name and its new code."""
        user = _account(options["user"], make=options["new"])
        if options["unless_password"] and user.has_usable_password():
            return
        if options["lost_factor"]:
            take_factors_off(user)
        code = OneTimeCode.issue(user)
        self.stdout.write(f"Log in as {user.username} with the one-time code {code}")


def _account(name: str, *, make: bool) -> User:
    user = User.objects.filter(username=name).first()
    if user is None and make:
        user = User.objects.create_superuser(username=name, password=None)
    if user is None:
        raise CommandError(f"no account is named {name!r}; --new makes it")
    return user
