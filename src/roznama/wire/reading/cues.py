"""The words by which the furniture of Urdu news pages is known, as tables of patterns.

Patterns are written in plain Urdu and matched on folded text (see `letters`), so each covers the
spellings of hamza, yeh, kaf and heh. They are cues of Urdu sites in general, not one template's.
"""

import re

from roznama.wire.reading.letters import pattern

# پڑھیں, پڑھیے, پڑھئیے, پڑھیئے: the polite imperative however spelled.
_ASK = "ی{1,3}[ےں]"

# A cue that may be followed by a title without any punctuation.
_STRONG = (
    f"یہ\\s?بھی\\s?(?:پڑھ|دیکھ|جان|سن){_ASK}",  # this also read / see / learn / hear
    f"یہ (?:خبر|خبریں|تحریر|مضمون|رپورٹ|ویڈیو) بھی (?:پڑھ|دیکھ){_ASK}",  # this story also
    f"مزید\\s?(?:پڑھ|دیکھ|جان){_ASK}",  # read / see / learn more
    f"مزید (?:خبریں|تفصیل|تفصیلات|تحریریں) (?:پڑھ|دیکھ){_ASK}",  # more news, details
    f"(?:اسے|انہیں|اس کو) بھی (?:پڑھ|دیکھ){_ASK}",  # read it as well
    f"(?:ضرور|لازمی) (?:پڑھ|دیکھ){_ASK}",  # a must read
    "(?:also|must) read",
    "read (?:more|also)",
    "see also",
)
# A cue that is also ordinary speech: it counts only with a colon, a link or a line of its own.
_WEAK = (
    "اسی بارے میں",  # on the same matter
    "(?:مزید |دیگر )?متعلقہ (?:خبر|خبریں|مضامین|مضمون|تحریریں|عنوانات|ویڈیوز)",  # related
    f"(?:اس|اسی) (?:بارے میں|موضوع پر|حوالے سے|سے متعلق) مزید(?: (?:پڑھ|دیکھ|جان){_ASK})?",
    f"بھی (?:پڑھ|دیکھ){_ASK}",  # also read
    "related(?: (?:news|story|stories|articles?|posts?))?",
)
_SIGN = "[:؛\\-–—۔.»>|…]+"
_BEFORE = "[^\\w\"'“‘’«]*"
STRONG_CUE = f"(?:{'|'.join(_STRONG)})"
ANY_CUE = f"(?:{'|'.join((*_STRONG, *_WEAK))})"

# The cue alone on its line; its titles follow.
CUE_ALONE = pattern(f"^{_BEFORE}{ANY_CUE}\\s*(?:{_SIGN})?[\\s)\\]]*$")
# The cue, a sign, a title.
CUE_AND_TITLE = pattern(f"^{_BEFORE}{ANY_CUE}\\s*{_SIGN}\\s*(?=\\S)")
# The cue and a title with nothing between.
CUE_THEN_TITLE = pattern(f"^{_BEFORE}{STRONG_CUE}\\s+(?=\\w|[\"'“‘«])")
# After a sentence's end, the cue, a sign, and a title to the end of the paragraph.
CUE_AFTER_SENTENCE = pattern(f"(?<=[۔؟?!.\"'”’)])\\s*[(\\[]?\\s*{ANY_CUE}\\s*{_SIGN}\\s*(?=\\S)")
# The cue just before a link, anywhere in a paragraph.
CUE_BEFORE_LINK = re.compile(
    pattern(f"[(\\[]?\\s*{ANY_CUE}\\s*(?:{_SIGN})?\\s*").pattern + "$", re.IGNORECASE
)
# A list of titles is closed by this line on pages made for screen readers.
LIST_END = pattern("^\\W*(?:مواد کا اختتام|فہرست کا اختتام|end of (?:content|list|.{1,20}))\\W*$")

# Words of which share bars are made; a line of nothing else is one.
_SHARE_ACTS = pattern("شیر|شییر|شیرنگ|share|tweet|پوسٹ|کاپی|copy|فالو|follow|پرنٹ|print|pin")
_SHARE_PLACES = pattern(
    "فیس ?بک|facebook|messenger|میسنجر|ٹویٹر|ٹوٹر|twitter|whatsapp|[وٹ]?واٹس ?ایپ|وٹس ?ایپ"
    "|ٹیلی ?گرام|telegram|linkedin|لنکڈ ?ان|pinterest|reddit|ای ?میل|email|انسٹا ?گرام|instagram"
    "|یو ?ٹیوب|youtube|گوگل پلس|google\\+?"
)
_SHARE_FILL = pattern(
    "کریں|کیجیے|کیجے|کرنے|کرو|کے|کی|کا|کو|پر|میں|سے|اس|یہ|اسے|خبر|لنک|پوسٹ|مضمون|تحریر|لیے|ذریعے"
    "|بذریعہ|دوستوں|ساتھ|اپنے|یہاں|دیں|یا|اور|بھی|ایکس|x|link|this|it|on|via|to|your|friends|with"
    "|story|article|post|by|or|\\d+"
)
SHARE_ACT = re.compile(f"\\b(?:{_SHARE_ACTS.pattern})\\b", re.IGNORECASE)
SHARE_PLACE = re.compile(f"\\b(?:{_SHARE_PLACES.pattern})\\b", re.IGNORECASE)
SHARE_FILL = re.compile(f"\\b(?:{_SHARE_FILL.pattern})\\b", re.IGNORECASE)
