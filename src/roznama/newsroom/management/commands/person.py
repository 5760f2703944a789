"""`roznama person`"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from roznama.newsroom.flow.people import assign
from roznama.newsroom.models import DeskRole, Role, SectionPage, User

NO_ROLE = "none"


class Command(BaseCommand):
    """Puts somebody into a desk, and shows what they are."""

    help = "Show somebody's roles at the paper's desks, or give one; makes the account with --new."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the account, the role and the desks."""
        parser.add_argument("user", help="account")
        parser.add_argument("--role", choices=[*Role.values, NO_ROLE], help="the role to give")
        parser.add_argument(
            "--section", action="append", help="address of a desk's section; may be repeated"
        )
        parser.add_argument("--new", action="store_true", help="make the account, with no password")
        parser.add_argument("--email", help="the account's e-mail address")
        parser.add_argument("--name", help="the name that colleagues see")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, and print the roles that somebody has then."""
        if bool(options["role"]) != bool(options["section"]):
            raise CommandError("--role and --section go together")
        sections = [_section(slug) for slug in options["section"] or ()]
        person = _account(options["user"], make=options["new"])
        if options["email"] is not None:
            person.email = options["email"]
        if options["name"] is not None:
            person.first_name, person.last_name = options["name"].strip(), ""
        _save(person)
        if sections:
            role = "" if options["role"] == NO_ROLE else options["role"]
            assign(person, {section.pk: role for section in sections}, None)
        rows = DeskRole.objects.filter(group__user=person).select_related("section")
        for row in sorted(rows, key=lambda one: one.section.path):
            self.stdout.write(f"{person.username}: {row.section.slug} {row.role}")
        if not rows:
            self.stdout.write(f"{person.username}: no role at a desk")


def _account(name: str, *, make: bool) -> User:
    person = User.objects.filter(username=name).first()
    if person is None and make:
        person = User.objects.create_user(username=name)
    if person is None:
        raise CommandError(f"no account is named {name!r}; --new makes it")
    return person


def _save(person: User) -> None:
    try:
        person.clean_fields(exclude={"password"})
    except ValidationError as wrong:
        raise CommandError("; ".join(wrong.messages)) from None
    person.save(update_fields=["email", "first_name", "last_name"])


def _section(slug: str) -> SectionPage:
    section = SectionPage.objects.filter(slug=slug).first()
    if section is None:
        known = ", ".join(SectionPage.objects.order_by("path").values_list("slug", flat=True))
        raise CommandError(f"no section is named {slug!r}; there are: {known}")
    return section
