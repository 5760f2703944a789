"""Inputs: strings, bytes, numbers and dates, each by chance alone."""

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from bench_urdu.data import DATA, gold

from roznama.urdu import InpageError, encode_inpage

_GOLD = ("normalization", "tokens", "sentences", "search_terms", "attributions", "misspellings")

_KINDS: dict[str, str] = {
    "letters": "ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیئےۂۃآأؤ",
    "look-alikes": "يكىهةۀەێېۍڪإٱۓٲٳڄټځډړښګڼۆۇۋ",
    "marks": "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0656\u0657\u0658"
    "\u0670\u0674\u06d6\u06da\u06e4\u06ed\u0610\u0613\u0614\u0301\u0308",
    "joiners": "\u200c\u200c\u200c\u200d\u0640\u034f\u2060\ufeff\u00ad\ufe0f",
    "controls": "\x00\x01\x02\x03\x04\x1b\x1f\x7f\x85\u200b\u200e\u200f\u061c\u202a\u202b\u202c"
    "\u202d\u202e\u2066\u2067\u2068\u2069\u2028\ufffe\uffff",
    "surrogates": "\ud800\udbff\udc00\udfff\ud83d\udc4d",
    "forms": "ﻻﻼﻵﷲﷺﷻ﷽﷼ﷴﭘﭙﮎﮔﮕﮭﮦﯼﯽﯾﮮﮱﺎﺂﻟﻠﻣﻬﻪﮩ﴾﴿ﹰﹷ",
    "digits": "0123456789۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩\u0601٪%٫٬०११²½",
    "stops": "۔،؛؟!.,;?:…-–—/\\|*#@_+=&~^`<>",
    "quotes": "\"'“”‘’«»‹›„‚`´()[]{}﴾﴿",
    "spaces": "    \n\n\r\t\u00a0\u2003\u3000\u200a\x0b\x0c",
    "emoji": "😀👍🏽❤️👨👩👧🇵🇰⚽🏳🌈☪✂©™",
    "latin": "abcdefghijklmnopqrstuvwxyzABCXYZéñİıßǅſÅ",
    "others": "कषहि한日本語אבгдπΩไทយᠠ𞤀𝒜ﬁ",
}
_PIECES = [
    "کے لیے",
    "کیلئے",
    "لئے",
    "کےلئے",
    "نے کہا کہ",
    "کے مطابق",
    "کا کہنا ہے",
    "آ",
    "یٔے",
    "ۂ",
    "کهتے",
    "ھوئی",
    "اللّه",
    "ایم۔کیو۔ایم",
    "ڈاکٹر۔",
    "پی ڈی ایم",
    "وزیرِ اعظم",
    "1446ھ",
    "2024ء",
    "12/11/2026",
    "3.5",
    "1,500",
    "۱۲٬۵۰۰",
    "ساڑھے تین لاکھ",
    "ڈھائی",
    "منفی",
    "اعشاریہ",
    "https://x.pk/?q=كتاب,",
    "www.x.pk",
    "a.b@c.pk",
    "#پاکستان_زندہ",
    "@x_1",
    "U.S.",
    "F-16",
    "don't",
    "...",
    "؟!",
    "’’",
    "‘‘",
    "''",
    "\r\n",
    "۔۔۔",
    "👨\u200d👩\u200d👧",
    "🇵🇰",
    "1️⃣",
    "نواز شریف",
    "کم جونگ ان",
    "آئی ایم ایف",
]
_LATIN_PIECES = [
    "wazir", "e", "azam", "ul", "ud", "din", "mulk", "kya", "khabar", "lahore", "main", "hain",
    "chh", "kh", "gh", "aa", "ee", "oo", "nn", "q", "x", "sh", "tt", "'", "-", " ", "  ", "’",
    "ā", "ḍ", "Pakistan", "ZZZ", "imran khan", "baitul maqdis", "0", "1", ".",
]  # fmt: skip


@cache
def _gold_texts() -> list[str]:
    texts = [cell for name in _GOLD for row in gold(name) for cell in row[:2] if cell]
    return texts + [row[0] for row in gold("roman")]


def text(chance: random.Random) -> str:
    """A string: pieces of all kinds, a gold text with slips in it, or a run of a few signs."""
    way = chance.random()
    if way < 0.55:
        return _mixed(chance)
    if way < 0.9:
        return _mutated(chance, chance.choice(_gold_texts()))
    if way < 0.97:
        return _runs(chance)
    return "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randrange(1, 20)))


def latin(chance: random.Random) -> str:
    """Roman Urdu of a sort, or any other string."""
    if chance.random() < 0.3:
        return text(chance)
    return "".join(chance.choices(_LATIN_PIECES, k=chance.randrange(1, 9)))


def _mixed(chance: random.Random) -> str:
    kinds = chance.sample(list(_KINDS.values()), chance.randrange(1, 6))
    return "".join(
        chance.choice(_PIECES) if chance.random() < 1 / 8 else chance.choice(chance.choice(kinds))
        for _ in range(int(chance.paretovariate(0.9)) % 60 + 1)
    )


def _runs(chance: random.Random) -> str:
    signs = "".join(_KINDS.values())
    return "".join(
        chance.choice(signs) * chance.choice((1, 2, 3, 9, 70, 500))
        for _ in range(chance.randrange(1, 6))
    )


def _mutated(chance: random.Random, original: str) -> str:
    start = chance.randrange(len(original))
    signs = list(original[start : start + chance.choice((8, 20, 60, 300))])
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(signs) + 1)
        sort = chance.random()
        if sort < 0.5:
            signs[at:at] = chance.choice(chance.choice(list(_KINDS.values())))
        elif sort < 0.7:
            del signs[at : at + chance.randrange(1, 4)]
        else:
            signs[at:at] = signs[at - 3 : at]
    return "".join(signs)


def data(chance: random.Random) -> bytes:
    """Bytes: by chance, InPage codes, or an InPage text or document with slips in it."""
    way = chance.random()
    length = chance.randrange(1, 80)
    if way < 0.2:
        return chance.randbytes(length)
    if way < 0.5:
        return b"".join(b"\x04" + chance.randbytes(1) for _ in range(length))
    if way < 0.75 or chance.random() < 0.9:
        return _with_slips(chance, chance.choice(_encoded()), 1)
    return _with_slips(chance, chance.choice(_documents()), chance.choice((1, 4, 40)))


@cache
def _encoded() -> list[bytes]:
    """Gold texts in InPage's code, some of them as the story of a document's stream."""
    found = []
    for original in _gold_texts():
        try:
            found.append(encode_inpage(original))
        except InpageError:
            continue
    stories = [
        bytes.fromhex("01000000 0d000000 0000") + (len(one) + 1).to_bytes(4, "little") + one
        + bytes.fromhex("0d 00000000 00 ffffffff") for one in found[:200]
    ]  # fmt: skip
    wide = [
        bytes.fromhex("00000000 40000000") + original.encode("utf-16-le") for original in
        _gold_texts()[:100]
    ]  # fmt: skip
    return [*found, *stories, *wide]


@cache
def _documents() -> list[bytes]:
    sample = [(DATA / "inpage" / "story.inp").read_bytes()] if DATA else []
    return [*sample, bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1024)]


def _with_slips(chance: random.Random, original: bytes, count: int) -> bytes:
    """`original` with bytes changed, above all in its first thousand; perhaps cut short."""
    changed = bytearray(original)
    for _ in range(count):
        reach = len(changed) if chance.random() < 1 / 2 else min(len(changed), 1024)
        changed[chance.randrange(reach)] = chance.choice((0, 1, 4, 13, 255, chance.randrange(256)))
    if chance.random() < 0.2:
        del changed[chance.randrange(len(changed)) :]
    return bytes(changed)


def integer(chance: random.Random) -> int:
    """An integer of up to 60 digits, of either sign, often next to a power of ten."""
    size = 10 ** chance.randrange(60)
    near = size + chance.randrange(-2, 3) if chance.random() < 0.3 else chance.randrange(size)
    return chance.choice((1, 1, -1)) * near


def number(chance: random.Random) -> int | Decimal:
    """An integer, or a Decimal: any exponent, infinities and NaN too."""
    if chance.random() < 1 / 2:
        return integer(chance)
    if chance.random() < 0.05:
        return Decimal(chance.choice(("NaN", "sNaN", "Infinity", "-Infinity", "-0", "0E+999999")))
    exponent = chance.choice((-40, -34, -3, -1, 0, 2, 30, 99999, -99999))
    return Decimal(integer(chance)).scaleb(exponent)


def day(chance: random.Random) -> date:
    """A date of any year, or a moment of it."""
    found = date.fromordinal(chance.randrange(1, date.max.toordinal() + 1))
    if chance.random() < 1 / 2:
        return found
    return datetime(found.year, found.month, found.day) + timedelta(seconds=chance.randrange(86400))


MAKERS: dict[str, Callable[[random.Random], Any]] = {
    "str": text, "latin": latin, "bytes": data, "int": integer, "int | Decimal": number,
    "date": day,
}  # fmt: skip
"""The maker of an argument, by the type that a function's first parameter says."""
