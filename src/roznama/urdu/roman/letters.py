"""The tables behind `to_roman`: Urdu letters, signs and letter names in Latin."""


def _table(rows: str) -> dict[str, str]:
    cells = rows.split()
    return dict(zip(cells[::2], cells[1::2], strict=True))


_URDU = """
ب b   پ p   ت t   ٹ t   ث s   ج j   چ ch  ح h   خ kh  د d   ڈ d   ذ z   ر r   ڑ r   ز z   ژ zh
س s   ش sh  ص s   ض z   ط t   ظ z   غ gh  ف f   ق q   ک k   گ g   ل l   م m   ن n   ہ h
"""

# Sindhi, Pashto and Punjabi letters that Urdu papers print in names.
_NEIGHBORS = """
ټ t   ډ d   ړ r   ښ sh  ږ g   ځ z   څ ts  ڼ n   ګ g   ٻ b   ڀ bh  ٺ th  ٿ th  ڄ j   ڃ n   ڇ ch
ڊ d   ڌ dh  ڏ d   ڍ dh  ڙ r   ڦ ph  ڳ g   ڱ ng  ڻ n   ݨ n
"""

CONSONANTS = _table(_URDU) | _table(_NEIGHBORS) | {"ع": ""}
"""Consonant letters; ع is a consonant without a sound."""

ARABIC_ONLY = frozenset("ثحذصضطظعغفق")
"""Letters that mark a word as Arabic or Persian, where و is u rather than o."""

INDIC_ONLY = frozenset("ٹڈڑھ")
"""Letters that mark a word as Indic or English, where ی is more often e than i."""

ASPIRATED = frozenset("بپتٹجچدڈرڑکگلمن")
"""Letters whose sound takes the h of a following ھ."""

_PAIRS = """
نگ نج ند نڈ نٹ نک نچ نس نز مپ مب ست شت خت فت قت
رت رد رک رس رف رش رڈ رٹ سٹ فٹ لٹ لڈ شک خص
"""

CLUSTERS = frozenset(_PAIRS.split())
"""Pairs of consonants that end a syllable without a vowel between them."""

AFTER_LONG = frozenset("نسشخ")
"""The first consonants of the pairs that do so after a long vowel too: chand, but taqat."""

ZABAR, ZER, PESH, SHADDA, SUKUN, DAGGER = "\u064e\u0650\u064f\u0651\u0652\u0670"

SHORT_VOWELS = {ZABAR: "a", ZER: "i", PESH: "u", SUKUN: "", DAGGER: "a"}
SHORT_VOWELS |= {"\u064b": "an", "\u064d": "in", "\u064c": "un"}  # tanwin

PUNCTUATION = str.maketrans({"،": ",", "؛": ";", "؟": "?", "۔": ".", "٪": "%", "٫": ".", "٬": ","})

_NAMES = """
اے a  بی b  سی c  ڈی d  ای e  ایف f  جی g  ایچ h  آئی i  جے j  ایل l  ایم m  این n  او o  پی p
کیو q  آر r  ایس s  ٹی t  یو u  وی v  ڈبلیو w  ایکس x  وائی y  زیڈ z
"""

LETTER_NAMES = _table(_NAMES)
"""English letters by name; a run of them is an abbreviation (پی ڈی ایم is PDM). کے, the
letter K, is missing because it is first of all a postposition."""
