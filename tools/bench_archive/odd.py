"""Odd queries: what nobody means and somebody sends. No one may cost much more than a plain one."""

_LATIN = "kaenaatehindostanmeinrehnewaleynaujawanoonkamustaqbil"
_SLIPS = "وزیراعضمم انتخاباتی پارلیمانٹ"

QUERIES = {
    "nothing": "",
    "marks": "؟" * 200,
    "a stop word, 5,000 times": "کے " * 5000,
    "quotes": '"' * 500,
    "quoted stop words": '"میں کے کی کا سے"',
    "two quoted stop words": '"کے لیے"',
    "a minus": "-",
    "minus words": "-اور " * 300,
    "operators": "ا* OR (پاکستان AND NOT حکومت) headline:* /.*/ [a TO z]~9 ^100",
    "wildcards": "* " * 300 + "پا* ?کستان",
    "turned round": "\u202e" * 50 + "خبر" + "\u2066\u2069\u200f\u061c" * 40,
    "joiners": "ا\u200cب\u200d" * 60,
    "one letter, 10,000 times": "x" * 10_000,
    "one Urdu letter, 10,000 times": "ا" * 10_000,
    "ten common words": "پاکستان حکومت وزیر پولیس کرکٹ صدر ملک عالمی جنگ انتخاب",
    "ten quoted pairs": '"حکومت کے" "ملک میں" "وزیر نے" "صدر کی" "پولیس نے" "جنگ کے" "ٹیم کو" '
    '"شہر میں" "سال کے" "دن کی"',
    "ten Latin letters": "a b c d e f g h i j",
    "long Latin words": " ".join(_LATIN[start : start + 22] for start in range(0, 30, 4)),
    "five Latin words and three slips": f"hukumat wazeer intikhabaat parliment awaam {_SLIPS}",
    "eight slips": "پاکستاان حکوممت وزییر انتخابااتی پارلیمانٹ کرکٹٹ عدالتتت سیلااب",
    "digits": "12345678901234567890 " * 10,
    "emoji": "😀" * 200,
    "marks on marks": "ا" + "\u064b\u0301" * 90,
}
"""By what is odd about it, what is typed."""
