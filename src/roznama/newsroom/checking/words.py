"""What the copy desk says: a rule's name, a group's name, a finding in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from roznama.copydesk import Finding, Kind

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

    `message` may name `text` (what stands there) and `better` (the first suggestion);
    `bare` is said where there is no suggestion, and the message when it is empty.
    """

    title: Words
    message: Words
    bare: Words = ""


RULE_WORDS: Mapping[str, RuleWords] = {
    "name_variant": RuleWords(
        _("A name in two spellings"),
        _("The story mostly writes “%(better)s”; here it is “%(text)s”."),
        _("“%(text)s” is written in two ways in this story."),
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
    ),
    "spacing": RuleWords(_("Spaces"), _("There is a space too many or too few here.")),
    "cut_short": RuleWords(
        _("A sentence that is cut short"),
        _("The sentence breaks off: “%(better)s” is missing its last letter."),
        _("The sentence breaks off here."),
    ),
    "long_sentence": RuleWords(
        _("A long sentence"), _("This sentence is too long; two would be easier to read.")
    ),
    "long_headline": RuleWords(
        _("A long headline"), _("This headline is too long for its place on the page.")
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
        _("Dates that disagree"), _("“%(text)s” does not agree with another date in this story.")
    ),
    "house_word": RuleWords(
        _("Against the house list"),
        _("This paper writes “%(better)s”, not “%(text)s”."),
        _("This paper does not write “%(text)s”."),
    ),
}
"""What each rule of `roznama.copydesk.RULES` says."""

KINDS: Mapping[str, Words] = {
    Kind.KICKER: _("kicker"),
    Kind.HEADLINE: _("headline"),
    Kind.DECK: _("deck"),
    Kind.SUBHEAD: _("subhead"),
    Kind.PARAGRAPH: _("paragraph"),
    Kind.QUOTE: _("quote"),
    Kind.CAPTION: _("caption"),
    Kind.FACTS: _("fact box"),
}
"""What the parts of a story are called."""

_SHOWN = 60  # letters of a long stretch that a message repeats


def message(finding: Finding) -> str:
    """Return what `finding` says, in the language in force, in one sentence."""
    words = RULE_WORDS[finding.rule]
    better = finding.suggestions[0] if finding.suggestions else ""
    said = words.message if better or not words.bare else words.bare
    return str(said) % {"text": short(finding.text), "better": better}


def short(text: str) -> str:
    """Return a stretch of text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()}…"
