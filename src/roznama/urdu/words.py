"""Words: what a text consists of for search, and the words that say little there."""

import re

from roznama.urdu.letters.folding import fold

# A number with its thousands and decimals, or a run of letters and digits.
_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)+|[^\W_]+")
_YEAR_SIGN = re.compile("(?<=[0-9])ء")  # a letter to Unicode, but "2026ء" is the number 2026
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9])")


def words(text: str) -> list[str]:
    """The folded words of `text` in order: Urdu and Latin letters and digits, no punctuation.

    Numbers lose their thousands separators ("1,500" is "1500") and keep their decimals.
    A text without words gives an empty list.
    """
    plain = _YEAR_SIGN.sub(" ", fold(text)).replace("٬", ",").replace("٫", ".")
    return [_THOUSANDS.sub("", word) for word in _WORD.findall(plain)]


_PARTICLES = """
کا کی کے کو سے میں پر پہ نے تک اور و یا کہ ہی بھی تو تک بلکہ لیکن مگر اگر اگرچہ چونکہ کیونکہ
تاکہ تاہم جبکہ حالانکہ ورنہ یعنی گویا پھر پس نیز چاہے خواہ
"""
_PRONOUNS = """
یہ وہ اس ان اسے اسی انہی انہیں انہوں جو جس جن جسے جنہیں جنہوں کون کس کن کسے کسی کوئی کچھ
کیا میں مجھ مجھے میرا میری میرے ہم ہمیں ہمارا ہماری ہمارے تم تمہیں تمہارا تمہاری تمہارے تو تجھے
تیرا تیری تیرے آپ اپنا اپنی اپنے خود سب سبھی ہر
"""
_ADVERBS = """
اب ابھی تب جب کب کبھی یہاں وہاں جہاں کہاں کہیں ادھر ایسا ایسی ایسے ویسا ویسے جیسا جیسی جیسے
کیسا کیسے کیوں اتنا اتنی اتنے جتنا جتنے کتنا کتنے بس صرف بہت زیادہ
"""
_POSTPOSITIONS = """
لیے لئے کیلئے کیلیے ساتھ بعد پہلے بارے دوران ذریعے طرف جانب طرح طور والا والی والے وغیرہ
مطابق متعلق حوالے علاوہ پاس اندر
"""
_AUXILIARIES = """
ہے ہیں ہوں ہو تھا تھی تھے تھیں گا گی گے ہوا ہوئی ہوئے ہونا ہونے ہوتا ہوتی ہوتے ہوگا ہوگی ہوں
کر کرے کریں کرنا کرنے کرنی کرتا کرتی کرتے کیے کئے گیا گئی گئے گئیں جا جائے جائیں جاتا جاتی جاتے
جانا جانے رہا رہی رہے سکتا سکتی سکتے چکا چکی چکے دیا دی دیے دے دیں لیا لی لے چاہیے
"""

STOP_WORDS: frozenset[str] = frozenset(
    words(_PARTICLES + _PRONOUNS + _ADVERBS + _POSTPOSITIONS + _AUXILIARIES)
)
"""Urdu function words, folded. The negations (نہ، نہیں، مت) are not among them: they turn a
headline into its opposite, and no address or search should lose them."""
