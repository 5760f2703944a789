"""The registry: every rule by its code, with its group and default severity."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from roznama.copydesk.copy import Copy
from roznama.copydesk.house import HouseList
from roznama.copydesk.marks import Mark
from roznama.copydesk.rules.accusations import find_unattributed_accusations
from roznama.copydesk.rules.credits import find_no_credit
from roznama.copydesk.rules.datelines import find_no_dateline
from roznama.copydesk.rules.dates import find_disagreeing_dates
from roznama.copydesk.rules.digits import find_mixed_digits
from roznama.copydesk.rules.endings import find_cut_short
from roznama.copydesk.rules.english import find_english_words
from roznama.copydesk.rules.house_words import find_house_words
from roznama.copydesk.rules.lengths import find_long_headlines, find_long_sentences
from roznama.copydesk.rules.letters import find_foreign_letters
from roznama.copydesk.rules.misspellings import find_misspellings
from roznama.copydesk.rules.names import find_name_variants
from roznama.copydesk.rules.numbers import find_unattributed_numbers
from roznama.copydesk.rules.punctuation import find_bad_punctuation
from roznama.copydesk.rules.repetition import find_repeated_words
from roznama.copydesk.rules.spacing import find_bad_spacing
from roznama.copydesk.rules.subheads import find_echoing_subheads

Find = Callable[[Copy, HouseList], Iterable[Mark]]


class Severity(StrEnum):
    """How much a finding weighs. BLOCKING: cannot be published without a reason."""

    HINT = "hint"
    WARNING = "warning"
    BLOCKING = "blocking"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, the group it is shown under, its default severity, and what it does."""

    code: str
    group: str
    severity: Severity
    find: Find


_ALL = (
    Rule("name_variant", "names", Severity.WARNING, find_name_variants),
    Rule("misspelling", "spelling", Severity.WARNING, find_misspellings),
    Rule("foreign_letters", "letters", Severity.HINT, find_foreign_letters),
    Rule("mixed_digits", "letters", Severity.HINT, find_mixed_digits),
    Rule("punctuation", "punctuation", Severity.HINT, find_bad_punctuation),
    Rule("spacing", "punctuation", Severity.HINT, find_bad_spacing),
    Rule("cut_short", "unfinished", Severity.BLOCKING, find_cut_short),
    Rule("long_sentence", "length", Severity.HINT, find_long_sentences),
    Rule("long_headline", "length", Severity.HINT, find_long_headlines),
    Rule("repeated_word", "repetition", Severity.WARNING, find_repeated_words),
    Rule("no_dateline", "dateline", Severity.HINT, find_no_dateline),
    Rule("no_credit", "credit", Severity.WARNING, find_no_credit),
    Rule("unattributed_number", "attribution", Severity.WARNING, find_unattributed_numbers),
    Rule("unattributed_accusation", "attribution", Severity.WARNING, find_unattributed_accusations),
    Rule("echoing_subhead", "subheads", Severity.HINT, find_echoing_subheads),
    Rule("english_word", "english", Severity.HINT, find_english_words),
    Rule("dates_disagree", "dates", Severity.WARNING, find_disagreeing_dates),
    Rule("house_word", "house", Severity.WARNING, find_house_words),
)

RULES: Mapping[str, Rule] = MappingProxyType({rule.code: rule for rule in _ALL})
"""Every rule by its code, in the order in which groups are shown."""
