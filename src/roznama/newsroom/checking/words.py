"""What the copy desk says: a rule's name, a group's name, a finding in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from roznama.copydesk import Finding

Words = str | Promise

GROUPS: Mapping[str, Words] = {
    "names": _("Names"),
    "spelling": _("Spelling"),
    "letters": _("Letters and digits"),
    "punctuation": _("Punctuation and spaces"),
    "unfinished": _("Cut short"),
    "length": _("Length"),
    "repetition": _("Repetition"),
    "dateline": _("Dateline"),
    "credit": _("Credit"),
    "attribution": _("Who says so"),
    "subheads": _("Subheads"),
    "english": _("English words"),
    "dates": _("Dates"),
    "house": _("House list"),
}
"""The names of the groups that findings are shown in, by their codes."""


@dataclass(frozen=True, slots=True)
class RuleWords:
    """What a rule is called in lists, and what a finding of it says.

    `message` may name `text` (what stands there), `better` (the first suggestion) and the
    finding's details; `bare` is said where there is no suggestion, and the message when it is
    empty. `kinds` go before both, where the finding's details name a kind.
    """

    title: Words
    message: Words
    bare: Words = ""
    kinds: Mapping[str, Words] = field(default_factory=dict)


RULE_WORDS: Mapping[str, RuleWords] = {
    "name_variant": RuleWords(
        _("A name in two spellings"),
        _("Elsewhere the story writes “%(better)s”; here it is “%(text)s”."),
        _("“%(text)s” is written in two ways in this story."),
        {"kept": _("This paper writes “%(better)s”, not “%(text)s”.")},
    ),
    "misspelling": RuleWords(
        _("Misspelling"),
        _("“%(text)s” looks like a slip; “%(better)s” is meant."),
        _("“%(text)s” looks like a slip."),
    ),
    "foreign_letters": RuleWords(
        _("Letters that are not Urdu’s"),
        _("“%(text)s” has Arabic letters that only look like Urdu’s."),
    ),
    "mixed_digits": RuleWords(
        _("Mixed digits"),
        _("“%(text)s” is written in other digits than the rest of the story."),
    ),
    "punctuation": RuleWords(
        _("Punctuation"),
        _("Here “%(better)s” belongs in the place of “%(text)s”."),
        _("The punctuation is not right at “%(text)s”."),
        {
            "latin": _("“%(mark)s” is a Latin mark; Urdu has its own."),
            "doubled": _("One mark is enough here."),
            "dash": _("A full stop belongs here, not a dash."),
            "lone": _("“%(mark)s” has no fellow: a mark that opens or closes is missing."),
            "final": _("The paragraph ends without a full stop."),
        },
    ),
    "spacing": RuleWords(
        _("Spaces"),
        _("There is a space too many or too few here."),
        kinds={
            "double": _("There is more than one space here."),
            "before": _("No space belongs before “%(mark)s”."),
            "after": _("A space belongs after “%(mark)s”."),
            "inside": _("No space belongs after “%(mark)s”."),
            "bracket": _("A space belongs before “%(mark)s”."),
            "glued": _("Two words stand here as one; a space is missing."),
            "torn": _("One word stands here in two pieces."),
        },
    ),
    "cut_short": RuleWords(
        _("A sentence that is cut short"),
        _("The sentence breaks off at “%(text)s”; perhaps “%(better)s” is meant."),
        _("The sentence breaks off here."),
    ),
    "long_sentence": RuleWords(
        _("A long sentence"),
        _("%(words)s words in one sentence; two sentences would be easier to read."),
    ),
    "long_headline": RuleWords(
        _("A long headline"),
        _("This headline is too long for a phone’s screen."),
        kinds={
            "letters": _("The headline has %(letters)s letters; more than %(limit)s get cut off."),
        },
    ),
    "repeated_word": RuleWords(
        _("A word typed twice"),
        _("“%(better)s” stands here twice."),
        _("A word stands here twice."),
    ),
    "no_dateline": RuleWords(
        _("No dateline"), _("The story does not say where it was written: fill in the city.")
    ),
    "no_credit": RuleWords(_("No credit"), _("The story has no author and no credit line.")),
    "unattributed_number": RuleWords(
        _("A number without a source"), _("Nobody is named who gives this number: “%(text)s”.")
    ),
    "unattributed_accusation": RuleWords(
        _("An accusation without a source"), _("Nobody is named who makes this accusation.")
    ),
    "echoing_subhead": RuleWords(
        _("A subhead that repeats the headline"), _("This subhead only repeats the headline.")
    ),
    "english_word": RuleWords(
        _("An English word"),
        _("For “%(text)s” this paper writes “%(better)s”."),
        _("“%(text)s” is an English word in Latin letters."),
    ),
    "dates_disagree": RuleWords(
        _("Dates that disagree"),
        _("“%(text)s” does not agree with another date in this story."),
        kinds={
            "weekday": _("The calendar says: that day is a %(calendar)s, not %(said)s."),
            "no_such_day": _("There is no such day: “%(text)s”."),
        },
    ),
    "house_word": RuleWords(
        _("Against the house list"),
        _("This paper writes “%(better)s”, not “%(text)s”."),
        _("This paper does not write “%(text)s”."),
    ),
}
"""What each rule of `roznama.copydesk.RULES` says."""

_SHOWN = 60  # letters of a long stretch that a message repeats


def message(finding: Finding) -> str:
    """Return what `finding` says, in the language in force, in one sentence."""
    words = RULE_WORDS[finding.rule]
    better = finding.suggestions[0] if finding.suggestions else ""
    plain = words.message if better or not words.bare else words.bare
    said = words.kinds.get(_kind(finding), plain)
    named = {"text": short(finding.text), "better": short(better)}
    return str(said) % _Named({**finding.detail, **named})


def _kind(finding: Finding) -> str:
    """The kind of a finding; a name whose better form the story has nowhere is the house's."""
    is_kept = finding.detail.get("times") == 0
    return "kept" if is_kept else str(finding.detail.get("kind", ""))


class _Named(dict[str, str | int]):
    """Details by their names; one that the engine has not told is left out."""

    def __missing__(self, name: str) -> str:
        return ""


def short(text: str) -> str:
    """Return a stretch of text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()}…"
