"""What each rule finds, and what it leaves alone."""

import pytest

from roznama.copydesk import RULES, HouseEntry, HouseList, Story, check

from .texts import D, H, S, findings, house, story, told

VERB = " اور حکام نے کہا کہ یہ سلسلہ جاری رہے گا۔"


@pytest.mark.parametrize(
    ("rule", "text", "expected", "suggested"),
    [
        ("misspelling", "وزرات خارجہ نے بیان جاری کیا۔", "وزرات", "وزارت"),
        ("foreign_letters", "كراچی میں بارش ہوئی۔", "كراچی", "کراچی"),
        ("foreign_letters", "ڈاک خانہ بند هے۔", "هے", "ہے"),
        ("mixed_digits", "12 افراد آئے، 15 گئے اور ۱۸ رہ گئے۔", "۱۸", "18"),
        ("mixed_digits", "۱۲ افراد آئے، ۱۵ گئے اور 18 رہ گئے۔", "18", "۱۸"),
        ("spacing", "بارش ہوئی ۔", " ۔", "۔"),
        ("spacing", "بارش ہوئی،سڑکیں بند ہیں۔", "،", "، "),
        ("spacing", "بارش  ہوئی۔", "  ", " "),
        ("spacing", "بورڈ ( پی سی بی) نے کہا۔", "( ", "("),
        ("spacing", "آکسفورڈ اوریونیورسٹی نے کہا۔", "اوریونیورسٹی", "اور یونیورسٹی"),
        ("spacing", "ان کا کہنا تھاکہ بارش ہوگی۔", "تھاکہ", "تھا کہ"),
        ("spacing", "لوگ ہسپتال کےباہر بیٹھے رہے۔", "کےباہر", "کے باہر"),
        ("spacing", "ٹیم نے92 رنز بنائے۔", "نے92", "نے 92"),
        ("spacing", "ٹیم نے 92رنز بنائے۔", "92رنز", "92 رنز"),
        ("spacing", "لوگوں کو خیم ے درکار ہیں۔", "خیم ے", "خیمے"),
        ("spacing", "حکوم ت نے کہا کہ بارش ہوگی۔", "حکوم ت", "حکومت"),
        ("spacing", "انھوں نے کہا کہ’بارش ہوگی‘ اور گئے۔", "کہ’", "کہ ’"),
        ("spacing", "ان کی فلم ’ بارش‘ آئی۔", "’ ", "’"),
        ("misspelling", "بلے باز نے کہا کہ وہ فورا آئیں گے۔", "فورا", "فوراً"),
        ("misspelling", "کابینہ نے بل مںظور کر لیا۔", "مںظور", "منظور"),
        ("misspelling", "ہدایت کرنے ہوئے کہا گیا۔", "کرنے", "کرتے"),
        ("misspelling", "اوپننگ بے بازوں نے رنز بنائے۔", "بے", "بلے"),
        ("repeated_word", "فیس بک Messenger Messenger ٹوئٹر۔", "Messenger Messenger", "Messenger"),
        ("punctuation", "بارش ہوئی, سڑکیں بند ہیں۔", ",", "،"),
        ("punctuation", "کیا بارش ہوئی?", "?", "؟"),
        ("punctuation", "بارش ہوئی۔۔ سڑکیں بند ہیں۔", "۔۔", "۔"),
        ("punctuation", "کیا بارش ہوئی؟۔ ہاں۔", "؟۔", "؟"),
        ("punctuation", "آج لاہور میں بارش ہوئی", "ہوئی", "ہوئی۔"),
        ("cut_short", "انہوں نے فوجیوں کا شکریہ ادا کیا گی۔", "گی", "گیا"),
        ("cut_short", "انہوں نے کہا کہ مذاکرات جاری رہے ہی۔", "ہی", "ہیں"),
        ("cut_short", "بیان میں امن کی خواہش ظاہر کی گئ۔", "گئ", "گئی"),
        ("cut_short", "گرفتاری کے لیے چھاپے مارے جا", "جا", "جا رہے ہیں۔"),
        ("cut_short", "بچوں کے لیے انتظام کیا جا رہ", "رہ", "رہا ہے۔"),
        ("repeated_word", "صدر نے نے خطاب کیا۔", "نے نے", "نے"),
        ("repeated_word", "فتح کے لیے کے لیے 40 رنز درکار ہیں۔", "کے لیے کے لیے", "کے لیے"),
        ("english_word", "پنجاب گورنمنٹ نے اعلان کیا۔", "گورنمنٹ", "حکومت"),
        ("english_word", "صدر نے government کو خط لکھا۔", "government", "حکومت"),
        ("english_word", "نئے Budget میں رقم بڑھے گی۔", "Budget", "بجٹ"),
        (
            "dates_disagree",
            "جلسہ پیر، 24 نومبر 2026 کو ہوا۔",
            "پیر، 24 نومبر 2026",
            "منگل، 24 نومبر 2026",
        ),
        (
            "dates_disagree",
            "جلسہ 24 نومبر 2026 بروز پیر ہوا۔",
            "24 نومبر 2026 بروز پیر",
            "24 نومبر 2026 بروز منگل",
        ),
    ],
)
def test_finds_and_suggests(rule, text, expected, suggested):
    (one,) = findings(rule, text)
    assert (one.text, one.suggestions[0]) == (expected, suggested)
    assert one.text == text[one.start : one.end]


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("punctuation", "انہوں نے کہا کہ ’ہم تیار ہیں۔ وزیر چلے گئے۔", "’"),
        ("punctuation", "بورڈ (پی سی بی نے اعلان کیا۔", "("),
        ("cut_short", "صدر نے پارلیمنٹ کے مشترکہ اجلاس سے خطاب میں کہا کہ", "کہ"),
        ("cut_short", "وزیر خزانہ نے بجٹ پیش کرتے ہوئے ملک میں", "میں"),
        ("cut_short", "وزیر خزانہ نے کہا کہ حکومت نے۔", "نے"),
        ("english_word", "زخم کو velcro سے باندھا گیا۔", "velcro"),
        ("dates_disagree", "جلسہ 31 جون کو ہوگا۔", "31 جون"),
        ("dates_disagree", "میچ 30 فروری کو ہوگا۔", "30 فروری"),
        (
            "unattributed_number",
            "دھماکا ہوا۔ اس میں 12 افراد ہلاک ہو گئے۔",
            "12 افراد ہلاک",
        ),
        (
            "unattributed_number",
            "فصل گئی۔ کسانوں کو دو کروڑ روپے کا نقصان ہوا۔",
            "دو کروڑ روپے",
        ),
        ("unattributed_number", "آگ لگی۔ اس میں نو مزدور جاں بحق ہوئے۔", "نو مزدور جاں بحق"),
        ("unattributed_accusation", "محکمے کے افسر مل کر رقم کھا گئے۔", "رقم کھا گئے"),
        (
            "unattributed_accusation",
            "وزیر شہر میں رہتے ہیں۔ وہ منی لانڈرنگ میں ملوث ہیں۔",
            "منی لانڈرنگ میں",
        ),
    ],
)
def test_finds_without_knowing_better(rule, text, expected):
    (one,) = findings(rule, text)
    assert (one.text, one.suggestions) == (expected, ())


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("mixed_digits", "12 افراد آئے اور 15 گئے۔ Windows ۱۱ آیا۔"),
        ("foreign_letters", "مُحمّد اور مؤثر لوگ آئے۔"),
        ("spacing", "وزیراعظم نے ایف16 اور 27ویں جہاز پر کردیا، ہوگا، جبکہ، کیونکہ اور تاکہ لکھا۔"),
        ("spacing", "وہ آ رہے ہیں اور جا رہا ہے، اعداد وشمار اور ڈیمو کریٹک پارٹی۔"),
        ("spacing", "کہا جاتا ہے کہ ’میری عمر کیا ہے۔‘ کیٹ نے ’فلم‘ دیکھی۔"),
        ("misspelling", "وہ فوراً آئے، پہنے ہوئے کپڑے، بنے ہوئے گھر اور کیوںکہ کہا۔"),
        ("repeated_word", "New York New York اور boo boo"),
        ("spacing", "ایم۔کیو۔ایم نے 3.5 فیصد، 1,500 اور 12:30 لکھا، https://x.pk/a,b?c=d دیکھیں۔"),
        ("punctuation", "دیکھیں https://x.pk/?a=1,2 یا Dr. Smith, Jr. کی کتاب۔"),
        ("punctuation", "وہ آیا۔۔۔ اور چلا گیا؟! ’ہاں‘، “نہیں” (شاید)۔"),
        ("punctuation", "1) پہلا نکتہ لکھا گیا۔ 2) دوسرا نکتہ لکھا گیا۔"),
        ("cut_short", "اجلاس کل بھی جاری رہے گا۔ وہ آ چکی ہوں گی۔ تم کرو گے۔ وہ دے گی۔"),
        ("cut_short", "سب اتر گئے سوائے ان کے۔ فلم کا میوزک دیا ہے علی نے۔"),
        ("cut_short", "وزیر نے صدر سے ملاقات کی"),
        ("repeated_word", "بار بار، آہستہ آہستہ، کرتے کرتے، ہنس ہنس کر اور دو دو کر کے آئے۔"),
        ("repeated_word", "یہ نے، نے نہیں۔ نہیں، نہیں۔ عدالت کی کی گئی توہین۔ زیادہ سے زیادہ۔"),
        ("english_word", "پولیس، اسکول، بی بی سی اور یونیسف۔ The Government Act 1935 منظور ہوا۔"),
        (
            "english_word",
            "جعلی خبر (fake news) پھیلی۔ Apple اور IT کے حصص، Wi-Fi اور google.com چلے۔",
        ),
        ("dates_disagree", "جلسہ منگل، 24 نومبر 2026 کو ہوا۔ پیر کو 25 نومبر کی بات ہوئی۔"),
        ("dates_disagree", "میلہ 2 مئی کو ہوا۔ 5 مئی کو ہونے والے اگلے میلے میں سب آئیں گے۔"),
        ("dates_disagree", "میلہ 2 مئی سے 5 مئی تک ہونے والے میلے کے ساتھ چلے گا۔"),
        ("unattributed_number", "پولیس کے مطابق 12 افراد ہلاک ہوئے۔ 5 افراد زخمی ہیں۔"),
        ("unattributed_number", "بازار کھلا۔ سونے کی قیمت 2 لاکھ روپے ہو گئی۔ کاروبار رکا نہیں۔"),
        ("unattributed_accusation", "نامعلوم افراد شہریوں کو لوٹ کر لے گئے۔ وہ رقم گھر لے گیا۔"),
        ("unattributed_accusation", "پولیس نے بتایا کہ افسر رقم کھا گئے۔"),
        ("unattributed_accusation", "عدالت نے انہیں سزا سنائی۔ وہ رشوت لیتے تھے، جج نے فیصلہ دیا۔"),
        ("long_sentence", "بارش ہوئی۔ " * 60),
    ],
)
def test_leaves_alone(rule, text):
    assert told(rule, text) == []


def test_clean_story_has_no_findings():
    clean = story(
        (H, "لاہور میں بارش سے سڑکیں زیر آب"),
        "محکمہ موسمیات کے مطابق لاہور میں بدھ کو 40 ملی میٹر بارش ہوئی۔ حکام نے بتایا کہ نکاسی کا "
        "کام رات بھر جاری رہا۔",
        (S, "آئندہ دنوں کا موسم"),
        "ترجمان نے کہا کہ جمعرات سے بارش کا زور ٹوٹ جائے گا۔",
    )
    assert check(clean) == []


def test_names_across_pieces():
    text = "روسی وزیر خارجہ سرگئی لاوروف پیر کو پہنچے۔ سرگئی لاوروف نے بات کی۔ لاوروف چلے گئے۔"
    found = findings("name_variant", (H, "سر گئی لاوروف کا دورہ"), text, "لاوروگ پھر آئیں گے۔")
    assert [(one.piece, one.text, one.suggestions) for one in found] == [
        ("p0", "سر گئی", ("سرگئی",)),
        ("p2", "لاوروگ", ("لاوروف",)),
    ]
    assert found[0].other[0].piece == "p1"


def test_name_with_and_without_its_vowel():
    text = "کِم جونگ اُن آئے۔ کِم جونگ اُن نے کہا۔ کم جونگ اُن چلے گئے۔ کیم جونگ اُن لوٹے۔"
    assert told("name_variant", text) == ["کم", "کیم"]


def test_house_decides_how_a_name_is_spelled():
    text = "پیانگ یانگ میں جلسہ ہوا۔ پیانگ یانگ سے لوگ آئے۔ پیونگیانگ میں امن ہے۔"
    assert told("name_variant", text) == ["پیونگیانگ"]
    keeps = house(("name", "پیونگیانگ", ""))
    assert told("name_variant", text, house=keeps) == ["پیانگ یانگ", "پیانگ یانگ"]


def test_house_knows_a_lone_wrong_name():
    text = "روسی وزیر خارجہ لاوروگ منگل کو تاشقند پہنچے۔"
    assert told("name_variant", text) == []
    (one,) = findings("name_variant", text, house=house(("name", "سرگئی لاوروف", "")))
    assert one.suggestions == ("لاوروف",)
    listed = house(("name", "لاوروگ", "لاوروف"))
    assert told("name_variant", text, house=listed) == ["لاوروگ"]


def test_long_headline_by_its_width():
    assert told("long_headline", (H, "بارش " * 12), "بارش ہوئی۔") == []
    (narrow,) = findings("long_headline", (H, "ا" * 81), "بارش ہوئی۔")
    assert (narrow.detail["kind"], narrow.detail["letters"]) == ("letters", 81)
    (one,) = findings("long_headline", (H, "شدید بارش " * 16), "بارش ہوئی۔")
    assert one.detail["percent"] > 100
    assert one.detail["kind"] == "wide"


def test_long_sentence():
    (one,) = findings("long_sentence", "بارش " * 70 + "ہوئی۔")
    assert one.detail == {"words": 71, "limit": 60}


@pytest.mark.parametrize(
    ("city", "start", "lacks"),
    [
        ("", "بارش ہوئی۔", True),
        ("لاہور", "بارش ہوئی۔", False),
        ("", "لاہور (نمائندہ خصوصی) بارش ہوئی۔", False),
        ("", "پیونگیانگ (ڈیلی پاکستان آن لائن) بارش ہوئی۔", False),
        ("", "اسلام آباد: بارش ہوئی۔", False),
        ("", "کراچی ۔ بارش ہوئی۔", False),
        ("", "پاکستان کرکٹ بورڈ (پی سی بی) نے اعلان کیا۔", True),
        ("", "سوال: بارش ہوئی؟", True),
    ],
)
def test_dateline(city, start, lacks):
    found = check(story((H, "بارش"), start, city=city), rules=["no_dateline"])
    assert [(one.piece, one.start, one.end) for one in found] == [("", 0, 0)] * lacks


def test_credit():
    def lacks(one: Story) -> bool:
        return bool(check(one, rules=["no_credit"]))

    pieces = story("بارش ہوئی۔").pieces
    assert lacks(Story(pieces))
    assert not lacks(Story(pieces, authors=1))
    assert not lacks(Story(pieces, credit="اے ایف پی"))
    assert not lacks(Story(()))
    assert not lacks(Story(story("کراچی (نمائندہ خصوصی) بارش ہوئی۔").pieces))
    assert lacks(Story(story("کراچی (سندھ) بارش ہوئی۔").pieces))


def test_subheads_that_say_nothing_new():
    found = findings(
        "echoing_subhead",
        (H, "شمالی کوریا کی روس کو مکمل حمایت کی پیشکش"),
        "متن۔",
        (S, "روس کو شمالی کوریا کی حمایت کی پیشکش"),
        (S, "دوستانہ مذاکرات"),
        (S, "شمالی کوریا کا سیاحتی مقام"),
        (S, "دوستانہ مذاکرات"),
    )
    assert [(one.piece, one.detail["of"]) for one in found] == [
        ("p2", "headline"),
        ("p5", "subhead"),
    ]
    assert found[1].other[0].piece == "p3"


def test_one_event_on_two_days():
    found = findings(
        "dates_disagree",
        (D, "عالمی کتب میلہ 12 دسمبر کو کراچی میں شروع ہوگا"),
        "عالمی کتب میلہ 14 دسمبر کو کراچی میں شروع ہوگا۔",
    )
    assert [(one.piece, one.text, one.other[0].text) for one in found] == [
        ("p1", "14 دسمبر", "12 دسمبر")
    ]


def test_what_a_date_takes_for_known():
    found = findings(
        "dates_disagree",
        "دھماکا اتوار 2 نومبر 2025 کی صبح ہوا۔ پیر 3 نومبر کو ہونے والے دھماکے کے بعد کان بند ہے۔",
    )
    assert [(one.text, one.suggestions[0]) for one in found] == [("پیر 3 نومبر", "اتوار 2 نومبر")]


def test_a_year_told_once_is_that_of_the_other_dates():
    found = findings(
        "dates_disagree", "اجلاس جمعرات 9 اکتوبر 2025 کو ہوگا۔ اعلامیہ جمعہ ۱۱ اکتوبر کو آئے گا۔"
    )
    assert [one.suggestions for one in found] == [("جمعہ ۱۰ اکتوبر", "ہفتہ ۱۱ اکتوبر")]


def test_house_words():
    rules = house(
        ("word", "انڈیا", "بھارت"),
        ("title", "صدر", "صدر مملکت"),
        ("banned", "ہلاک", ""),
        ("english", "cabinet", "کابینہ"),
    )
    text = "انڈیا کے صدر آئے۔ صدر مملکت نے کہا کہ دو افراد ہلاک ہوئے۔ Cabinet نے سنا۔"
    found = findings("house_word", text, house=rules)
    assert [(one.text, one.suggestions) for one in found] == [
        ("انڈیا", ("بھارت",)),
        ("صدر", ("صدر مملکت",)),
        ("ہلاک", ()),
    ]
    assert told("english_word", text, house=rules) == ["Cabinet"]


def test_house_finds_other_typings_of_a_word():
    assert told("house_word", "انڈيا میں", house=house(("word", "انڈیا", "بھارت"))) == ["انڈيا"]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("misspelling", "وزرات خارجہ نے بیان جاری کیا۔"),
        ("repeated_word", "صدر نے نے خطاب کیا۔"),
        ("english_word", "پنجاب گورنمنٹ نے اعلان کیا۔"),
    ],
)
def test_accepted_words_are_not_told(rule, text):
    (word,) = told(rule, text)
    assert told(rule, text, house=house(("accepted", word))) == []


def test_house_chooses_the_digits():
    text = "12 افراد آئے، 15 گئے اور ۱۸ رہ گئے۔"
    assert told("mixed_digits", text, house=house(("word", "123", "۱۲۳"))) == ["12", "15"]


def test_house_list_with_doubles():
    one, two = HouseEntry("word", "انڈیا", "بھارت"), HouseEntry("word", "انڈيا", "ہندوستان")
    both = HouseList([one, HouseEntry("banned", "ہلاک"), two])
    assert both.conflicts() == [(one, two)]
    assert both.entries == (two, HouseEntry("banned", "ہلاک"))
    assert HouseList([one, one]).conflicts() == []
    (found,) = findings("house_word", "انڈیا میں", house=both)
    assert found.suggestions == ("ہندوستان",)


def test_unknown_rule():
    with pytest.raises(ValueError, match="no such rule: nonsense"):
        check(story("متن۔"), rules=["nonsense"])


def test_findings_come_in_the_order_of_the_text():
    found = check(story("صدر نے نے خطاب کیا ۔", "وزرات خارجہ نے نے کہا۔", city="", authors=0))
    places = [(one.piece, one.start) for one in found]
    assert places == sorted(places)
    assert {one.rule for one in found} >= {"no_credit", "no_dateline", "spacing", "misspelling"}


def test_every_rule_has_its_group():
    assert {rule.group for rule in RULES.values()} == {
        "names", "spelling", "letters", "punctuation", "unfinished", "length", "repetition",
        "dateline", "credit", "attribution", "subheads", "english", "dates", "house",
    }  # fmt: skip


def test_two_spellings_that_fold_to_one_may_both_be_accepted():
    both = house(("accepted", "کم"), ("accepted", "کِم"))
    assert both.accepts("کم")
    assert both.accepts("کِم")
    taken_back = house(("accepted", "کم"), ("banned", "کِم", ""))
    assert not taken_back.accepts("کم")
