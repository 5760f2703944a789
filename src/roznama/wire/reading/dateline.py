"""The dateline at a story's start, taken apart: "لاہور (نمائندہ خصوصی) …", "کراچی: …"."""

import re
from typing import NamedTuple

from roznama.wire.reading.cities import CITIES
from roznama.wire.reading.letters import clean, count_words, fold_with_origins, pattern

# A dateline stands before at least a short sentence.
_LEAST_WORDS_AFTER = 3
_MOST_CREDIT_WORDS = 14

# Words that credits are made of: an agency, a desk, a reporter's title.
_CREDIT = pattern(
    "ڈیسک|نمائند|رپورٹر|رپورٹنگ|رپورٹ\\s*[/:]|وقائع نگار|نامہ نگار|خبر ?نگار|کورسپونڈنٹ|کارسپانڈنٹ"
    "|بیورو|مانیٹر|آن ?لائن|خبر ?رساں|ایجنسی|نیوز|اسٹاف|سٹاف|خصوصی|ویب"
    "|(?:شوبز|اسپورٹس|سپورٹس) رپورٹ|رائٹرز|روئٹرز|صباح"
    "|اے ?ایف ?پی|اے ?پی ?پی|این ?این ?آئی|آئی ?این ?پی|اے ?پی\\b|پی ?پی ?آئی|کے ?پی ?آئی"
)
_NAME = "[^\\W\\d_]+(?: [^\\W\\d_]+){0,2}"
# "لاہور", "لاہور/کراچی", "لاہور، کراچی", with a date or without: "اسلام آباد۔ 12 مارچ".
_PLACE = f"(?P<city>{_NAME}(?:\\s*[/،,]\\s*{_NAME}){{0,2}}?)"
_DATE = "(?:\\s*[۔،,\\-–—]?\\s*\\d{1,2}\\s?[^\\W\\d_]+(?:\\s?\\d{4})?)?"
_SIGN = "[:：۔،\\-–—]*"
# A word after which the parenthesis belonged to a sentence: "ادارہ (نیوز) کے سربراہ".
_GOES_ON = "(?!\\s*(?:کے|کی|کا|کو|نے|میں|سے|پر|اور|تک|ہے|ہیں|والے|والی|والا|جو|جس|یا|بھی|،|,))"

_WITH_CREDIT = pattern(
    f"^{_PLACE}{_DATE}\\s*{_SIGN}\\s*\\((?P<credit>[^()]+)\\)\\s*{_SIGN}{_GOES_ON}\\s*"
)
_CREDIT_ONLY = pattern(f"^\\((?P<credit>[^()]+)\\)\\s*{_SIGN}{_GOES_ON}\\s*")
_BARE = pattern(f"^{_PLACE}{_DATE}\\s*(?:[:：]|\\s[-–—]|[–—])\\s*")


class Dateline(NamedTuple):
    """City and credit, "" where absent, and the paragraph without them."""

    city: str
    credit: str
    text: str


def _part(text: str, found: re.Match[str], origins: list[int], name: str) -> str:
    start, end = found.span(name)
    return clean(text[origins[start] : origins[end]]) if start >= 0 else ""


def _is_credit(folded: str) -> bool:
    return count_words(folded) <= _MOST_CREDIT_WORDS and _CREDIT.search(folded) is not None


def _are_cities(folded: str) -> bool:
    names = [" ".join(name.split()) for name in re.split("[/،,]", folded)]
    return all(name in CITIES for name in names)


def _find(folded: str) -> re.Match[str] | None:
    for form in (_WITH_CREDIT, _CREDIT_ONLY):
        found = form.search(folded)
        if found and _is_credit(found["credit"]):
            return found
    bare = _BARE.search(folded)
    return bare if bare and _are_cities(bare["city"]) else None


def take_dateline(paragraph: str) -> Dateline:
    """Take the dateline off a first paragraph; an ordinary sentence comes back whole.

    A credit is believed by its words, a city without a credit only if it is a known one.
    """
    folded, origins = fold_with_origins(paragraph)
    found = _find(folded)
    rest = clean(paragraph[origins[found.end()] :]) if found else ""
    if not found or count_words(rest) < _LEAST_WORDS_AFTER:
        return Dateline("", "", paragraph)
    groups = found.groupdict()
    city = _part(paragraph, found, origins, "city") if "city" in groups else ""
    credit = _part(paragraph, found, origins, "credit") if "credit" in groups else ""
    return Dateline(city, credit, rest)
