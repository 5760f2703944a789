"""The alphabet: which characters the engine knows, by what they are."""

LETTERS = "اآأبپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوؤہۂۃھءیئے"
"""Urdu's own letters, composed."""

LOOK_ALIKES = "يىېۍكڪەةۀۓإٱٲٳه"
"""Letters of other Arabic keyboards that stand for an Urdu letter."""

DUAL_JOINING = "بپتٹثجچحخسشصضطظعغفقکگلمنہھیئ"
"""Letters that join the next one (Unicode's ArabicShaping.txt, type D): a ZWNJ shows there."""

ASPIRABLE = "بپتٹجچدڈڑکگ"
"""Letters whose aspirate is common: بھ پھ تھ ٹھ جھ چھ دھ ڈھ ڑھ کھ گھ."""

SELDOM_ASPIRATED = "رلمن"
"""Letters that are aspirated in a few words only: انھوں، چولھا، تمھارا، سرھانا."""

HAMZA_ABOVE, HAMZA_BELOW, HIGH_HAMZA, MADDA, SMALL_MADDA = "\u0654\u0655\u0674\u0653\u06e4"

PAGE_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0656\u0657\u0658"
PAGE_MARKS += "\u0670\u06e4\u0610\u0611\u0612\u0613\u0614"
"""The marks that Urdu print uses, as part of a word; rarer ones are foreign to the code page."""

SIGNS = "ﷺﷻ"
"""Honorific signs that stay as they are and count as words."""

URDU_DIGITS, ARABIC_DIGITS, ASCII_DIGITS = "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩", "0123456789"

URDU_PUNCTUATION = "،؛؟۔"
ASCII_PUNCTUATION = ",;?."
OTHER_PUNCTUATION = "٪٫٬؍…–—‘’“”«»„‟″٭•"

ZWNJ, ZWJ, TATWEEL, NBSP = "\u200c\u200d\u0640\u00a0"

DIRECTION = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
INVISIBLE = "\u200b\u2060\ufeff\u00ad" + ZWJ + DIRECTION
"""Characters without a shape or a meaning in a finished text."""
