"""`roznama setup`"""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from roznama.config.static import collect_static
from roznama.desk.flags.numbers import load_numbers
from roznama.newsroom.founding import found_paper
from roznama.newsroom.search.keeping import index_anew
from roznama.newsroom.sources.linking import link_names
from roznama.newsroom.sources.register import fill_register
from roznama.newsroom.sources.uses import rebuild_uses


class Command(BaseCommand):
    """Brings the database, the paper's frame, the search index and static files up to date."""

    help = (
        "Prepare or update the database, the paper's sections and pages, search and static files."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what has not been done yet; a second run changes nothing."""
        call_command("migrate", verbosity=0, interactive=False)
        collect_static()
        if found_paper():
            self.stdout.write("Founded the paper: front page, sections, pages about it.")
        if count := fill_register():
            self.stdout.write(f"Entered {count} sources into the register.")
            rebuild_uses()  # a paper from before the register has stories with names
            link_names()
        load_numbers()
        if index_anew():
            self.stdout.write("Indexed everything for the newsroom's search.")
