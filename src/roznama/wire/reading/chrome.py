"""Whole lines that are furniture: advertisements, invitations, notices, captions, credits."""

from roznama.wire.reading.cues import LIST_END, SHARE_ACT, SHARE_FILL, SHARE_PLACE
from roznama.wire.reading.letters import count_words, fold, pattern

# A line longer than this is read as prose whatever it mentions; the longest cookie notices and
# invitations seen stay under it.
_MOST_WORDS = 45
_LEAST_STORY_WORDS = 8  # a full sentence of this many before an invitation is the story's
_MOST_LETTERS = 800  # a bound in characters too, since patterns take time with them

_DO = "(?:کریں|کیجیے|کیجے|کرلیں|کر لیں|ہوں|ہو جائیں|بنیں|جائیں|دبائیں|دیکھیں|پڑھیں|سنیں|رہیں|پائیں)"
_ALONE = "^\\W*(?:{})\\W*$"

_WHOLE_LINES = (
    "اشتہار(?:ات)?(?: کے بعد (?:خبر |تحریر )?جاری(?: ہے)?)?|تشہیر|اسپانسرڈ|سپانسرڈ",  # ad label
    "advertise?ments?|ads?|sponsored(?: content)?|advertisement continues.{0,30}",  # the same
    f".{{0,40}}(?:نیوز ?لیٹر|خبرنامے?).{{0,80}}(?:سبسکرائب|سائن اپ|رجسٹر|حاصل) ?{_DO}?",  # letters
    "آن لائن مدد|لائیو چیٹ|live chat|chat with .{1,30}|online|type a message.{0,10}",  # chat heads
    "(?:we are|we're) online|last active .{1,30}|send us a message.*|start chat",  # chat states
    "(?:پڑھنے|مطالعے) کا وقت\\W*\\d+ ?منٹ|\\d+ min(?:ute)?s? read",  # reading time
    "قبول ہے|قبول کریں|منظور ہے|accept(?: all)?|i agree|ok",  # consent buttons
    "پرنٹ کریں|print|سنیں|listen|آڈیو سنیں|فونٹ سائز.{0,20}|save|محفوظ کریں",  # tools
    "(?:مزید|مکمل) (?:لوڈ|خبر|تفصیل) ?(?:کریں|پڑھیں|دیکھیں)?|load more|view all|تمام دیکھیں",
    "(?:next|previous|اگلی|پچھلی)(?: (?:post|article|story|خبر|تحریر|پوسٹ))?",  # pagination
    "(?:skip|jump) to (?:main )?content|.{0,40}کو نظرانداز کریں.{0,20}",  # screen readers' skips
    "(?:ٹیگز?|tags?|کیٹیگری|categor(?:y|ies)|موضوعات)\\s*[:：].{0,120}",  # tag lists
    "(?:فائل |علامتی )?(?:فوٹو|تصویر|تصاویر)(?: فائل)?|فوٹو گیلری|file photo",  # bare captions
)
_BEGINNINGS = (
    # rights
    "(?:©|\\(c\\)|copyright\\b)",
    "(?:اس .{0,40})?(?:جملہ|تمام)(?: جملہ)? (?:حقوق|مواد کے حقوق).{0,60}محفوظ",
    "all rights reserved",
)
_ANYWHERE = (
    # WhatsApp channels and groups: the reader is told to do something
    "(?:واٹس|وٹس|واٹز) ?ایپ (?:چینل|گروپ|کمیونٹی).{0,60}"
    f"(?:جوائن|فالو|سبسکرائب|شامل|کلک|حصہ).{{0,12}}{_DO}\\W*$",
    f"(?:جوائن|فالو|سبسکرائب) ?{_DO}.{{0,60}}(?:واٹس|وٹس) ?ایپ",
    f"(?:ہمارا|ہماری|ہمارے|ہمیں|نیوز|گوگل).{{0,70}}(?:فالو|سبسکرائب|لائک|جوائن) ?{_DO}\\W*$",
    "(?:خبروں|اپ ?ڈیٹس?|معلومات|ویڈیوز).{0,60}"
    f"(?:فالو|سبسکرائب|جوائن|ڈاؤن ?لوڈ|انسٹال|سائن اپ) ?{_DO}\\W*$",
    f"(?:ہماری|اپنی|موبائل).{{0,30}}ایپ.{{0,30}}(?:ڈاؤن ?لوڈ|انسٹال) ?{_DO}",
    f"(?:اطلاعات|نوٹیفکیشنز?|بیل آئیکن) (?:کو |کا بٹن )?(?:آن|فعال|سبسکرائب|دبائیں) ?{_DO}?\\W*$",
    "(?:یہاں|لنک پر|نیچے) (?:دیے گئے )?(?:لنک پر )?کلک کریں\\W*$",
    # newsletters
    f"نیوز ?لیٹر.{{0,60}}(?:سبسکرائب|سائن اپ|رجسٹر|حاصل) ?{_DO}",
    "(?:اپنا|اپنی) ای ?میل.{0,40}(?:درج|لکھیں|دیں|سبسکرائب).{0,20}\\W*$",
    "subscribe to (?:our|the)|sign up (?:for|to)|follow us on|join our|download (?:our|the) app",
    # cookies and privacy: the page speaks of itself
    "(?:یہ|ہماری|اس) (?:ویب ?)?سائٹ.{0,40}کوکیز|کوکیز.{0,60}(?:اتفاق|رضامند|قبول)",
    "(?:رازداری|پرائیویسی) (?:کی )?پالیسی.{0,40}(?:اتفاق|قبول|پڑھیں|تسلیم)",
    "(?:this (?:web)?site|we) uses? cookies|privacy policy|personal data for",
    # chat widgets: the page speaks to the reader
    "ہم آپ کی کیا (?:مدد|خدمت)|ہماری ٹیم.{0,40}جواب دے|(?:ڈاکٹر|نمائندہ|ماہر) آپ کو.{0,30}جواب دے",
    "اپنا (?:پورا |مکمل )?(?:سوال|پیغام|مسئلہ)(?: یہاں| ہمیں)? "
    "(?:لکھیں|بھیجیں|سبمٹ|انٹر کر|ٹائپ کر|لکھ کر بھیج)",
    # disclaimers under opinion pieces
    "ادارہ (?:بیرونی|دیگر).{0,40}ذمہ دار نہیں|ادارے کا .{0,30}متفق ہونا ضروری نہیں",
)
_CHROME = pattern(
    "|".join([_ALONE.format("|".join(_WHOLE_LINES)), f"^\\W*(?:{'|'.join(_BEGINNINGS)})"])
)
_PLUG = pattern("|".join(_ANYWHERE))
# Photo credits and captions, always with a sign beside the word.
_CAPTION = pattern(
    "^[(\\[\\-–— ]*(?:فائل |علامتی |وائرل )?(?:فوٹو|تصویر|تصاویر|اسکرین ?گریب|اسکرین ?شاٹ)"
    "(?: (?:بشکریہ|کریڈٹ|فائل))?\\s*[:/|–—-]"
    "|^تصویر کے کاپی رائٹ|^تصویر کا (?:کیپشن|ذریعہ)"
    "|^(?:image (?:caption|source|copyright)|photo ?:)"
    "|[–—\\-|/(] ?(?:فائل )?(?:فوٹو|تصویر|بشکریہ)\\s*(?:[:/][^۔:]{0,40})?\\W*$"
)


def _is_prose(text: str) -> bool:
    return len(text) > _MOST_LETTERS or count_words(text) > _MOST_WORDS


def is_share_bar(text: str) -> bool:
    """Whether a line has an act of sharing or two networks, and nothing but words of share bars."""
    folded = fold(text)
    if not SHARE_ACT.search(folded) and len(SHARE_PLACE.findall(folded)) < 2:
        return False
    for part in (SHARE_PLACE, SHARE_ACT, SHARE_FILL):
        folded = part.sub(" ", folded)
    return not any(map(str.isalnum, folded))


def is_plug(text: str) -> bool:
    """Whether a text invites to a channel, a newsletter or a chat, and says nothing else first."""
    found = None if _is_prose(text) else _PLUG.search(fold(text))
    if not found:
        return False
    said = fold(text)[: found.start()].rpartition("۔")[0]
    return count_words(said) < _LEAST_STORY_WORDS


def is_chrome(text: str) -> bool:
    """Whether a whole line is furniture of the page and no part of a story."""
    if _is_prose(text):
        return False
    folded = fold(text)
    if _CHROME.search(folded) or LIST_END.search(folded) or is_plug(text):
        return True
    if _CAPTION.search(folded) and not text.rstrip().endswith("۔"):
        return True
    return not any(map(str.isalnum, folded)) or is_share_bar(text)
