"""Show every page of the paper without a database: for whoever works on its looks.

    python tools/preview.py                 pages and screenshots in the temporary folder
    python tools/preview.py article front   only these
    python tools/preview.py --check         axe-core's findings and compressed sizes too
    python tools/preview.py --serve         leave the pages up on a local port

The sheets are invented here, with what tends to break a layout: long
headlines, Latin words and numbers in Urdu, stories without pictures.
"""

# The invented stories are prose: breaking their lines would only hide them.
# ruff: noqa: E501

from __future__ import annotations

import argparse
import tempfile
import threading
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import brotli
import django
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.template.loader import render_to_string
from PIL import Image, ImageDraw, ImageFilter
from playwright.sync_api import Page, sync_playwright

from roznama.paper import sheets

STATIC = Path(sheets.__file__).parent / "static"
SITE = "https://roznama.example"
WIDTHS = (360, 768, 1280)
THEMES = ("light", "dark")
BROWSER = {
    "executable_path": "/usr/bin/chromium",
    "args": [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ],
}

KARACHI = timezone(timedelta(hours=5))
NOW = datetime(2026, 11, 23, 17, 40, tzinfo=KARACHI)

SECTIONS = tuple(
    sheets.SectionMark(title, f"/{slug}/", color)
    for title, slug, color in (
        ("سیاست", "siyasat", "politics"),
        ("دنیا", "dunya", "world"),
        ("کاروبار", "karobar", "business"),
        ("کھیل", "khel", "sport"),
        ("صحت", "sehat", "health"),
        ("سائنس", "science", "science"),
        ("ثقافت", "saqafat", "culture"),
        ("شہر", "shehr", "cities"),
    )
)
POLITICS, WORLD, BUSINESS, SPORT, HEALTH, SCIENCE, CULTURE, CITIES = SECTIONS


# Pictures ----------------------------------------------------------------


def paint(folder: Path, number: int, width: int, height: int) -> None:
    """A hazy landscape in one of a few palettes: enough to judge a layout by."""
    palettes = (
        ("#f2c48d", "#b65b3a", "#4b2a2c"),
        ("#cfe0e8", "#5f8aa6", "#1f3447"),
        ("#e9e2c6", "#87955f", "#33402a"),
        ("#e6cbd6", "#9a5a7e", "#3b2140"),
        ("#dfe6dc", "#4f8f86", "#17373a"),
    )
    sky, hill, ground = palettes[number % len(palettes)]
    image = Image.new("RGB", (width, height), sky)
    draw = ImageDraw.Draw(image)
    sun = width * (0.2 + 0.13 * (number % 5))
    draw.ellipse((sun, height * 0.15, sun + width * 0.12, height * 0.15 + width * 0.12), "#fff6df")
    for layer, (color, top) in enumerate(((hill, 0.5), (ground, 0.72))):
        ridge = [
            (x, height * (top + 0.09 * ((x * (7 + number + layer) // width) % 2)))
            for x in range(0, width + 1, max(1, width // (6 + number % 4)))
        ]
        draw.polygon([(0, height), *ridge, (width, height)], color)
    image.filter(ImageFilter.GaussianBlur(width / 240)).save(folder / f"{number}.jpg", quality=70)


def picture(number: int, caption: str = "", *, tall: bool = False) -> sheets.Picture:
    """One of the painted pictures, with a credit where there is a caption."""
    width, height = (800, 1000) if tall else (1200, 800)
    src = f"/pictures/{number}.jpg"
    return sheets.Picture(
        src=src,
        srcset=f"{src} {width}w",
        width=width,
        height=height,
        alt="پہاڑوں کے پیچھے ڈوبتا ہوا سورج",
        caption=caption,
        credit="Bilal Ahmed/اے ایف پی" if caption else "",
        licence="CC BY-SA 4.0" if caption else "",
    )


# Stories -----------------------------------------------------------------

HEADLINES = (
    (POLITICS, "پارلیمان", "قومی اسمبلی نے بلدیاتی اداروں کو مالی اختیارات دینے کا بل کثرتِ رائے سے منظور کر لیا", True),
    (WORLD, "ماحولیات", "ہمالیہ کے گلیشیئر پچھلے 20 برس میں پہلے سے دگنی رفتار سے پگھلے، نئی تحقیق", True),
    (BUSINESS, "", "اسٹیٹ بینک نے شرحِ سود 11.5 فیصد پر برقرار رکھی", True),
    (SPORT, "پی ایس ایل", "PSL 11: لاہور قلندرز نے آخری گیند پر کراچی کنگز کو 3 وکٹوں سے ہرا دیا", True),
    (CITIES, "کراچی", "کراچی کے نالوں کی صفائی پر 2 ارب روپے خرچ، بارش کے بعد پانی پھر بھی گھروں میں", True),
    (HEALTH, "", "ڈینگی کے مریضوں میں کمی، ڈاکٹروں کا احتیاط جاری رکھنے کا مشورہ", False),
    (SCIENCE, "مصنوعی ذہانت", "کیا AI سے بنی تصویر پہچانی جا سکتی ہے؟ پاکستانی طلبہ کے بنائے ہوئے آلے نے 94 فیصد درست جواب دیے", True),
    (CULTURE, "ادب", "اردو کی نایاب کتابوں کا ڈیجیٹل کتب خانہ عام قارئین کے لیے کھول دیا گیا", True),
    (WORLD, "", "سیول میں دونوں کوریاؤں کے درمیان بات چیت بحال کرنے کی کوشش", False),
    (CITIES, "لاہور", "لاہور میں اسموگ کے باعث اسکولوں کے اوقات بدل گئے", True),
    (BUSINESS, "برآمدات", "چاول کی برآمدات میں 18 فیصد اضافہ، کسانوں کو قیمت نہ ملنے کا شکوہ", True),
    (SPORT, "", "ہاکی ٹیم چار سال بعد عالمی درجہ بندی میں پہلی دس ٹیموں میں واپس", True),
    (POLITICS, "", "الیکشن کمیشن نے نتائج کے فارم آن لائن کرنے کا طریقِ کار جاری کر دیا", True),
    (CULTURE, "", "پشاور کے قصہ خوانی بازار میں داستان گوئی کی محفلیں لوٹ آئیں", True),
    (HEALTH, "تحقیق", "نیند کی کمی دل پر کیسے اثر ڈالتی ہے؟", True),
    (SCIENCE, "", "بلوچستان کے ساحل پر کچھوے کی ایسی قسم ملی جو 40 برس سے نہیں دیکھی گئی تھی", True),
)  # fmt: skip
DECKS = (
    "بل کے حق میں 214 اور مخالفت میں 96 ووٹ آئے۔ صوبوں کو چھ ماہ کے اندر اپنے قوانین اس کے مطابق بنانے ہوں گے۔",
    "ماہرین کے مطابق اس کا اثر اگلے 10 برسوں میں دریائے سندھ کے بہاؤ پر سب سے زیادہ محسوس ہوگا۔",
)


def card(number: int, **changes: object) -> sheets.Card:
    """A story from HEADLINES as other pages point at it."""
    section, kicker, headline, pictured = HEADLINES[number % len(HEADLINES)]
    made = sheets.Card(
        headline=headline,
        path=f"{section.path}khabar-{number}/",
        kicker=kicker,
        deck=DECKS[number % len(DECKS)],
        section=section,
        published=NOW - timedelta(minutes=37 * number * number + 12),
        picture=picture(number % 5) if pictured else None,
        minutes=3 + number % 5,
    )
    return replace(made, **changes)


def cards(*numbers: int) -> tuple[sheets.Card, ...]:
    """Several of them."""
    return tuple(card(number) for number in numbers)


FRAME = sheets.Frame(
    name="روزنامہ",
    tagline="خبر، حوالے کے ساتھ",
    today=NOW.date(),
    sections=SECTIONS,
    info=(
        sheets.Link("ہمارے بارے میں", "/about/"),
        sheets.Link("رابطہ", "/contact/"),
        sheets.Link("تصحیح کی پالیسی", "/corrections/"),
        sheets.Link("رازداری", "/privacy/"),
    ),
    notice="یہ نمائشی اشاعت ہے: اس کی خبریں فرضی ہیں۔",
    archive_path="/archive/",
    search_path="/search/",
)


def head(title: str, path: str, **more: object) -> sheets.Head:
    """What goes into <head>, with a feed and a data block."""
    return sheets.Head(
        title=f"{title} - روزنامہ",
        description=DECKS[0],
        canonical=SITE + path,
        feeds=(sheets.Link("روزنامہ", "/feed.xml"), sheets.Link("روزنامہ", "/feed.json")),
        json_ld=('{"@context":"https://schema.org","@type":"WebSite","name":"روزنامہ"}',),
        **more,
    )


AUTHORS = (
    sheets.AuthorMark("زینب قریشی", "/author/zainab-qureshi/", "نامہ نگار برائے خارجہ امور", "ز"),
    sheets.AuthorMark("حسن رضا", "/author/hasan-raza/", "اسلام آباد", "ح", picture(3, tall=True)),
)

PARAGRAPHS = (
    "شمالی کوریا کے رہنما کم جونگ اُن نے روسی وزیرِ خارجہ سرگئی لاوروف سے ملاقات میں ماسکو کی مکمل حمایت کا اعادہ کیا ہے۔ یہ ملاقات ملک کے مشرقی ساحلی شہر ونسان میں ہوئی اور اس میں دونوں ملکوں کے دفاعی تعاون پر بات کی گئی۔",
    "سرکاری خبر رساں ادارے <bdi>KCNA</bdi> کے مطابق دونوں رہنماؤں نے 2024ء کے معاہدے پر عمل درآمد کا جائزہ لیا۔ اس معاہدے کی رو سے کسی ایک ملک پر حملے کی صورت میں دوسرا ملک اس کی فوجی مدد کا پابند ہے، اگرچہ اس کی <a href=\"/dunya/treaty/\">تمام شقیں</a> آج تک شائع نہیں کی گئیں۔",
    "روسی وزارتِ خارجہ نے کہا کہ بات چیت «گرم جوش اور دوستانہ» ماحول میں ہوئی۔ وزارت نے ملاقات کی ایک ویڈیو بھی جاری کی جس میں دونوں رہنما مصافحہ کرتے دکھائی دیتے ہیں۔",
    "جنوبی کوریا کے حکام کا اندازہ ہے کہ اب تک شمالی کوریا کے تقریباً 600 فوجی روس کی جانب سے لڑتے ہوئے ہلاک ہو چکے ہیں جبکہ ہزاروں زخمی ہوئے ہیں۔ ان اعداد کی آزاد ذرائع سے تصدیق نہیں ہو سکی۔",
    "روس نے ماسکو اور پیانگ یانگ کے درمیان ہفتے میں 2 بار براہِ راست پروازیں شروع کرنے کا اعلان بھی کیا ہے۔ پہلی پرواز Boeing 777-200ER کی ہوگی اور یہ سفر 8 گھنٹے میں طے ہوگا، جس کا کرایہ 44,700 روبل (تقریباً 570 ڈالر) رکھا گیا ہے۔",
    "مبصرین کے خیال میں اس دورے کا مقصد محض رسمی یکجہتی کا اظہار نہیں۔ سیول کی ایک یونیورسٹی میں بین الاقوامی امور پڑھانے والی پروفیسر کم من جی کہتی ہیں کہ دونوں ملک ایک دوسرے کو وہ چیز دے رہے ہیں جو اس وقت کوئی اور نہیں دے سکتا۔",
    "اقوامِ متحدہ کی سلامتی کونسل کے ارکان اگلے ہفتے اس معاملے پر بند کمرے میں بات کریں گے۔ اس اجلاس کی درخواست جاپان اور جنوبی کوریا نے کی ہے۔",
    "ونسان کا یہ ساحلی شہر حال ہی میں سیاحوں کے لیے کھولا گیا ہے۔ لاوروف نے اسے شاندار سیاحتی مقام قرار دیتے ہوئے امید ظاہر کی کہ روسی شہری بھی یہاں آئیں گے۔",
)  # fmt: skip


def paragraph(number: int) -> sheets.Block:
    """One of PARAGRAPHS as a block."""
    return sheets.Block("paragraph", html=f"<p>{PARAGRAPHS[number]}</p>")


BODY = (
    paragraph(0),
    paragraph(1),
    sheets.Block("also_read", card=card(8)),
    sheets.Block("subhead", text="ملاقات میں کیا طے پایا؟", anchor="mulaqat"),
    paragraph(2),
    sheets.Block(
        "embed",
        embed=sheets.EmbedFacade(
            provider="telegram",
            provider_name="Telegram",
            url="https://t.me/example/1",
            src="https://t.me/example/1?embed=1",
            title="روسی وزارتِ خارجہ کی جاری کردہ ویڈیو",
            shape="post",
        ),
    ),
    paragraph(3),
    sheets.Block(
        "quote",
        text="دونوں ملک ایک دوسرے کو وہ چیز دے رہے ہیں جو اس وقت کوئی اور نہیں دے سکتا۔",
        speaker="پروفیسر کم من جی، سیول",
    ),
    sheets.Block("image", picture=picture(1, "ونسان کا ساحل، جہاں یہ ملاقات ہوئی۔")),
    sheets.Block("subhead", text="ماسکو سے براہِ راست پروازیں", anchor="parwazein"),
    paragraph(4),
    sheets.Block(
        "fact_box",
        title="معاہدہ ایک نظر میں",
        html="<ul><li>دستخط: جون 2024ء، پیانگ یانگ</li><li>حملے کی صورت میں باہمی فوجی مدد</li>"
        "<li>تجارت، زراعت اور سیاحت میں تعاون</li></ul>",
    ),
    paragraph(5),
    sheets.Block(
        "embed",
        embed=sheets.EmbedFacade(
            provider="youtube",
            provider_name="YouTube",
            url="https://www.youtube.com/watch?v=abc",
            src="https://www.youtube-nocookie.com/embed/abc",
            title="ونسان میں استقبال کے مناظر",
        ),
    ),
    sheets.Block("also_read", card=card(1)),
    paragraph(6),
    sheets.Block(
        "gallery",
        pictures=(
            picture(2, "ونسان کی بندرگاہ، صبح کے وقت"),
            picture(3, "شہر کا نیا ہوائی اڈا"),
            picture(4, "ساحل پر سیاح"),
        ),
    ),
    paragraph(7),
)

ARTICLE = sheets.ArticleSheet(
    frame=replace(FRAME, current=WORLD.path),
    head=head(
        "شمالی کوریا کی روس کو مکمل حمایت کی یقین دہانی",
        "/dunya/khabar-1/",
        og_type="article",
        image_url=f"{SITE}/pictures/0.jpg",
        image_width=1200,
        image_height=800,
        image_alt="پہاڑوں کے پیچھے ڈوبتا ہوا سورج",
        published=NOW - timedelta(hours=5),
        updated=NOW,
        section="دنیا",
        authors=("زینب قریشی", "حسن رضا"),
        tags=("روس", "شمالی کوریا"),
    ),
    section=WORLD,
    kicker="مشرقی ایشیا",
    headline="شمالی کوریا کی روس کو مکمل حمایت کی یقین دہانی، ماسکو سے براہِ راست پروازوں کا اعلان",
    deck="ونسان میں کم جونگ اُن اور سرگئی لاوروف کی ملاقات میں دفاعی معاہدے پر عمل درآمد کا جائزہ لیا گیا۔",
    authors=AUTHORS,
    dateline_city="پیانگ یانگ",
    dateline_credit="اے ایف پی",
    published=NOW - timedelta(hours=5),
    updated=NOW,
    minutes=4,
    picture=picture(0, "پیانگ یانگ کے قریب پہاڑوں پر شام کا منظر۔"),
    body=BODY,
    sources=(
        sheets.SourceLine(
            1,
            "کم جونگ اُن نے روس کی مکمل حمایت کا اعادہ کیا",
            (
                sheets.HandMark("کے سی این اے", "/source/kcna/", "state"),
                sheets.HandMark("اے ایف پی", "/source/afp/", "agency"),
                sheets.HandMark("ڈان نیوز", "/source/dawn-news/", "newspaper"),
            ),
            "https://example.org/afp",
            ("شمالی کوریا کا سرکاری میڈیا: آزاد ذرائع سے تصدیق ممکن نہیں",),
        ),
        sheets.SourceLine(
            2, "تقریباً 600 فوجی ہلاک", (sheets.HandMark("جنوبی کوریا کی انٹیلی جنس"),)
        ),
        sheets.SourceLine(
            3,
            "ہفتے میں 2 پروازیں",
            (sheets.HandMark("روسی وزارتِ نقل و حمل", "/source/transport/", "ministry"),),
            is_own=True,
        ),
    ),
    corrections=(
        sheets.CorrectionLine(
            NOW, "اس خبر میں پہلے معاہدے کا سال 2023ء لکھا گیا تھا۔ درست سال 2024ء ہے۔"
        ),
    ),
    tags=tuple(
        sheets.Link(title, f"/tag/{number}/")
        for number, title in enumerate(("شمالی کوریا", "روس", "سفارت کاری", "KCNA"))
    ),
    share=tuple(
        sheets.ShareLink(service, name, f"https://example.org/share/{service}")
        for service, name in (
            ("whatsapp", "واٹس ایپ"),
            ("facebook", "فیس بک"),
            ("x", "ایکس"),
            ("telegram", "ٹیلیگرام"),
        )
    ),
    related=cards(8, 1, 6, 15),
    older=card(9),
    newer=card(3),
)

PLAIN_ARTICLE = replace(
    ARTICLE,
    kicker="",
    deck="",
    authors=(),
    updated=None,
    picture=None,
    sources=(),
    corrections=(),
    tags=(),
    related=(),
    newer=None,
    body=(paragraph(0), paragraph(6)),
)

FRONT = sheets.FrontSheet(
    frame=replace(FRAME, current="/"),
    head=head("صفحۂ اول", "/"),
    lead=replace(
        card(0, priority="lead"), picture=picture(0, "اجلاس کے بعد پارلیمان کی عمارت کے باہر۔")
    ),
    breaking=card(12),
    second=(*cards(1, 3, 4), card(5, priority="breaking")),
    latest=cards(2, 6, 8, 9, 10, 11, 13),
    strips=tuple(
        sheets.Strip(
            section,
            replace(card(number + 1, kicker="", section=section), picture=picture(number % 5)),
            tuple(card(number + 3 * step, section=section) for step in range(2, 6)),
        )
        for number, section in enumerate(SECTIONS)
    ),
)

SECTION = sheets.ListSheet(
    frame=replace(FRAME, current=CITIES.path),
    head=head("شہر", "/shehr/", next_path="/shehr/2/"),
    title="شہر",
    intro="گلی محلوں، سڑکوں، پانی، صفائی اور شہروں میں رہنے والوں کی خبریں۔",
    lead=card(4, section=CITIES),
    cards=tuple(card(number, section=CITIES) for number in (9, 5, 3, 10, 2, 7)),
    pager=sheets.Pager(1, 12, "", "/shehr/2/"),
    color="cities",
)

AUTHOR = replace(
    SECTION,
    frame=FRAME,
    title="زینب قریشی",
    intro="زینب قریشی مشرقی ایشیا اور سفارت کاری پر لکھتی ہیں۔ اس سے پہلے وہ سیول اور اسلام آباد میں رپورٹنگ کرتی رہیں۔",
    lead=None,
    color="",
    author=AUTHORS[0],
    pager=sheets.Pager(2, 3, "/author/zainab-qureshi/", "/author/zainab-qureshi/3/"),
)
TAG = replace(SECTION, frame=FRAME, title="شمالی کوریا", intro="", lead=card(1), color="")
ARCHIVE = sheets.ArchiveSheet(
    frame=replace(FRAME, current="/archive/"),
    head=head("23 نومبر 2026ء", "/archive/2026/11/23/"),
    title="23 نومبر 2026ء کی خبریں",
    cards=cards(0, 1, 5, 3, 4),
    months=tuple(
        sheets.Link(f"{name} 2026ء", f"/archive/2026/{number}/")
        for number, name in ((11, "نومبر"), (10, "اکتوبر"), (9, "ستمبر"))
    ),
    days=tuple(sheets.Link(str(day), f"/archive/2026/11/{day}/") for day in range(23, 0, -1)),
    pager=sheets.Pager(1, 1),
    month_path="/archive/2026/11/",
    day_path="/archive/2026/11/23/",
)
LINES = tuple(
    sheets.StoryLine(one.headline, one.path, one.deck, one.section, one.published)
    for one in cards(0, 1, 3, 4)
)
THREAD = sheets.ThreadSheet(
    frame=FRAME,
    head=head("کوریا میں بات چیت", "/silsila/korea-9/"),
    name="کوریا میں بات چیت",
    count=4,
    since=NOW.date() - timedelta(days=3),
    days=(
        sheets.ThreadDay(NOW.date(), LINES[:3]),
        sheets.ThreadDay(NOW.date() - timedelta(days=3), LINES[3:]),
    ),
    pager=sheets.Pager(1, 1),
)
BOX = sheets.ThreadBox(THREAD.name, "/silsila/korea-9/", 4, LINES[:3])
INFO = sheets.InfoSheet(
    frame=FRAME,
    head=head("تصحیح کی پالیسی", "/corrections/"),
    title="تصحیح کی پالیسی",
    html="<p>غلطی ہو جائے تو ہم اسے چھپاتے نہیں۔ خبر درست کی جاتی ہے، اس کے نیچے تصحیح لکھی جاتی ہے اور وہ یہاں بھی درج ہوتی ہے۔</p>"
    "<h2>غلطی کی اطلاع کیسے دیں؟</h2>"
    '<p>ہمیں <a href="mailto:desk@roznama.example"><bdi>desk@roznama.example</bdi></a> پر لکھیے۔</p>'
    "<ul><li>خبر کا پتا ضرور لکھیے۔</li><li>ممکن ہو تو درست بات کا حوالہ بھی دیجیے۔</li></ul>",
    corrections=tuple(
        sheets.CorrectedStory(card(number), ARTICLE.corrections[0]) for number in (1, 4)
    ),
)
LOST = sheets.InfoSheet(
    frame=FRAME,
    head=head("یہ صفحہ نہیں ملا", ""),
    title="یہ صفحہ نہیں ملا",
    cards=cards(0, 1, 3, 4),
)

PAGES: dict[str, tuple[str, object]] = {
    "front": ("front", FRONT),
    "front-plain": ("front", replace(FRONT, breaking=None, lead=replace(FRONT.lead, picture=None))),
    "article": ("article", replace(ARTICLE, thread=BOX)),
    "article-plain": ("article", PLAIN_ARTICLE),
    "section": ("section", SECTION),
    "author": ("author", AUTHOR),
    "tag": ("tag", TAG),
    "archive": ("archive", ARCHIVE),
    "thread": ("thread", THREAD),
    "info": ("info", INFO),
    "404": ("404", LOST),
    "404-bare": ("404", None),
    "500": ("500", None),
}


# Showing -----------------------------------------------------------------


def configure() -> None:
    """Set up Django with templates and static files, without a database."""
    settings.configure(
        INSTALLED_APPS=["django.contrib.staticfiles", "roznama.paper"],
        TEMPLATES=[
            {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}
        ],
        STATIC_URL="/static/",
        LANGUAGE_CODE="ur",
        TIME_ZONE="Asia/Karachi",
        USE_TZ=True,
    )
    django.setup()


def render(name: str) -> str:
    """The HTML of one page."""
    template, sheet = PAGES[name]
    return render_to_string(f"paper/{template}.html", {"sheet": sheet} if sheet else {})


def write(folder: Path, names: list[str]) -> None:
    """Put the pages and their pictures into a folder."""
    pictures = folder / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    for number in range(5):
        paint(pictures, number, 1200, 800)
    for name in names:
        (folder / f"{name}.html").write_text(render(name), encoding="utf-8")


class Pages(SimpleHTTPRequestHandler):
    """The written pages, the paper's static files beside them, nothing on the terminal."""

    def translate_path(self, path: str) -> str:
        """Find static files where the paper keeps them."""
        if path.startswith("/static/"):
            return str(STATIC / path.partition("?")[0].removeprefix("/static/"))
        return super().translate_path(path)

    def log_message(self, *_: object) -> None:
        """Keep the terminal for findings."""


def serve(folder: Path, port: int = 0) -> ThreadingHTTPServer:
    """Serve a folder of pages in the background; port 0 takes a free one."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(Pages, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def look(folder: Path, names: list[str], *, check: bool) -> int:
    """Take every page's picture; with `check`, count what axe-core objects to."""
    server = serve(folder)
    address = f"http://127.0.0.1:{server.server_port}"
    faults = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**BROWSER)
        for theme in THEMES:
            for width in WIDTHS:
                page = browser.new_page(
                    viewport={"width": width, "height": 800}, color_scheme=theme
                )
                for name in names:
                    page.goto(f"{address}/{name}.html", wait_until="networkidle")
                    show_lazy_pictures(page)
                    page.screenshot(path=folder / f"{name}-{width}-{theme}.png", full_page=True)
                    if check:
                        faults += report(page, f"{name} {width} {theme}")
                page.close()
        browser.close()
    server.shutdown()
    return faults


def show_lazy_pictures(page: Page) -> None:
    """Load what a reader would only load by scrolling."""
    page.evaluate(
        """Promise.all([...document.images].map((image) => {
            image.loading = "eager";
            return image.decode().catch(() => {});
        }))"""
    )


def report(page: Page, label: str) -> int:
    """Print axe-core's findings and sideways scrolling; return how many."""
    results = Axe().run(page).response["violations"]
    for violation in results:
        targets = [node["target"] for node in violation["nodes"]][:3]
        print(f"{label}: {violation['id']}: {violation['help']} {targets}")
    sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    if sideways > 0:
        print(f"{label}: {sideways} pixels wider than the window")
    return len(results) + (sideways > 0)


def weigh(names: list[str]) -> None:
    """Print what pages and their shared files weigh after Brotli."""
    paper = STATIC / "paper"
    files = [*sorted(paper.glob("css/*.css")), *sorted(paper.glob("js/*.js"))]
    shared = 0
    for file in files:
        size = len(brotli.compress(file.read_bytes()))
        shared += size
        print(f"{size:6} {file.name}")
    for name in names:
        size = len(brotli.compress(render(name).encode()))
        print(f"{size:6} {name}.html, {size + shared} with the above")


def main() -> int:
    """Run from the command line."""
    options = argparse.ArgumentParser(description="Render the paper's pages from invented sheets.")
    options.add_argument("names", nargs="*", metavar="page", help=", ".join(PAGES))
    options.add_argument("--out", type=Path, default=Path(tempfile.gettempdir()) / "preview")
    options.add_argument("--no-shots", action="store_true", help="HTML only")
    options.add_argument("--check", action="store_true", help="axe-core and sizes")
    options.add_argument("--serve", type=int, metavar="PORT", help="serve the pages")
    asked = options.parse_args()
    names = asked.names or list(PAGES)
    configure()
    write(asked.out, names)
    if asked.check:
        weigh(names)
    if asked.serve:
        serve(asked.out, asked.serve)
        input(f"http://127.0.0.1:{asked.serve}/{names[0]}.html (Enter ends)\n")
        return 0
    return 0 if asked.no_shots else min(look(asked.out, names, check=asked.check), 1)


if __name__ == "__main__":
    raise SystemExit(main())
