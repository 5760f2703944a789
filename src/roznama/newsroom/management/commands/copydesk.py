"""`roznama copydesk`"""

from __future__ import annotations

import json
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils import translation

from roznama.copydesk import RULES, Story
from roznama.newsroom.checking import plain
from roznama.newsroom.checking.models import Severity
from roznama.newsroom.checking.pieces import page_story
from roznama.newsroom.checking.reporting import report
from roznama.newsroom.checking.severities import severities
from roznama.newsroom.models import ArticlePage

# As `roznama importpage`: a page of a newspaper is a tenth of this.
LARGEST = 10_000_000
FOUND = 1
BAD_INPUT = 2


class Command(BaseCommand):
    """Puts the copy desk to a text, a story, or everything that is published."""

    help = "Check a text, a story or the whole archive; exit status 1 when something is found."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to check, by which rules, and what counts as found."""
        parser.add_argument(
            "file", nargs="?", help="a text whose first line is the headline; - is standard input"
        )
        parser.add_argument("--story", type=int, metavar="ID", help="a story's page, as last saved")
        parser.add_argument("--archive", action="store_true", help="every published story")
        parser.add_argument("--rules", default="", metavar="A,B", help="these rules only")
        parser.add_argument("--json", action="store_true", help="print JSON")
        parser.add_argument(
            "--fail-on",
            choices=["hint", "warning", "blocking", "never"],
            default="warning",
            help="what makes the exit status 1 (default: warning)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, print, and exit with what was found."""
        chosen = [options["file"] is not None, options["story"] is not None, options["archive"]]
        if sum(chosen) != 1:
            raise CommandError("give one of FILE, --story ID and --archive", returncode=BAD_INPUT)
        rules = _rules(options["rules"])
        try:
            with translation.override("en"):
                heaviest = self._check(options, rules)
        except DatabaseError:
            message = "the paper is not set up; run `roznama setup` first"
            raise CommandError(message, returncode=BAD_INPUT) from None
        fail_on = options["fail_on"]
        if fail_on != "never" and heaviest >= plain.WEIGHTS[Severity(fail_on)]:
            sys.exit(FOUND)

    def _check(self, options: dict[str, Any], rules: Collection[str] | None) -> int:
        if options["archive"]:
            return self._archive(rules, as_json=options["json"])
        if options["story"] is not None:
            page = _page(options["story"])
            return self._story(page_story(page), page.pk, rules, as_json=options["json"])
        story = plain.text_story(_text(options["file"]))
        wanted = _asked_of_text() if rules is None else rules
        return self._story(story, None, wanted, as_json=options["json"])

    def _story(
        self, story: Story, page_id: int | None, rules: Collection[str] | None, *, as_json: bool
    ) -> int:
        found = report(story, page_id, rules)
        if as_json:
            told = {"findings": plain.as_rows(found), "ignored": found.ignored}
            self.stdout.write(json.dumps(told, ensure_ascii=False))
        else:
            for line in plain.lines(story, found):
                self.stdout.write(line)
        return plain.heaviest(found.found)

    def _archive(self, rules: Collection[str] | None, *, as_json: bool) -> int:
        survey = plain.survey(rules)
        worst = [{"story": pk, "findings": n, "headline": title} for n, pk, title in survey.worst]
        if as_json:
            told = {
                "stories": survey.stories,
                "with_findings": survey.with_findings,
                "rules": dict(survey.rules.most_common()),
                "worst": worst,
            }
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            return survey.heaviest
        self.stdout.write(f"{survey.stories} stories, {survey.with_findings} with findings")
        for rule, count in survey.rules.most_common():
            self.stdout.write(f"{count:>8}  {rule}")
        for row in worst:
            self.stdout.write(f"{row['findings']:>8}  story {row['story']}  {row['headline']}")
        return survey.heaviest


def _asked_of_text() -> Collection[str]:
    off = {code for code, weight in severities().items() if weight == Severity.OFF}
    return plain.text_rules() - off


def _rules(named: str) -> Collection[str] | None:
    rules = {name.strip() for name in named.split(",")} - {""}
    if unknown := sorted(rules - set(RULES)):
        known = ", ".join(RULES)
        raise CommandError(f"no rule {unknown[0]!r}; there are: {known}", returncode=BAD_INPUT)
    return rules or None


def _page(pk: int) -> ArticlePage:
    page = ArticlePage.objects.filter(pk=pk).first()
    if page is None:
        raise CommandError(f"no story has the number {pk}", returncode=BAD_INPUT)
    draft: ArticlePage = page.get_latest_revision_as_object()
    return draft


def _text(name: str) -> str:
    try:
        if name == "-":
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(LARGEST + 1)
    except OSError as error:
        raise CommandError(f"{name}: {error.strerror}", returncode=BAD_INPUT) from None
    if len(data) > LARGEST:
        raise CommandError(f"{name}: larger than {LARGEST:,} bytes", returncode=BAD_INPUT)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CommandError(f"{name}: not a text in UTF-8", returncode=BAD_INPUT) from None
    if "\0" in text or not text.strip():
        raise CommandError(f"{name}: no text in it", returncode=BAD_INPUT)
    return text
