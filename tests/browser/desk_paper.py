"""A paper with a desk for browser tests: run in the paper's own shell, prints what it made."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from roznama.desk.models import CannedReply, Licence, Professional, Team
from roznama.newsroom.models import User
from tests.desk import make_professional, make_team

PASSWORD = "a long pass phrase"  # that of tests.desk


def make_desk() -> dict[str, int]:
    """Make two teams: sana and bilal are doctors, hina leads them, omar is a lawyer."""
    # Offers stand long: a busy machine is slow, and these tests are not about running out.
    doctors = make_team(name_en="Doctors", offer_seconds=600)
    lawyers = make_team("lawyers")
    Team.objects.filter(pk=doctors.pk).update(name="ڈاکٹروں کی ٹیم", name_en="Doctors")
    Team.objects.filter(pk=lawyers.pk).update(name="قانونی ڈیسک", name_en="Legal desk")
    sana = make_professional("sana", doctors, needs_licence=True)
    bilal = make_professional("bilal", doctors)
    hina = make_professional("hina", doctors, is_head=True)
    omar = make_professional("omar", lawyers)
    _name(sana, "ڈاکٹر ثنا اقبال", "Dr Sana Iqbal", "ماہرِ اطفال", "Pediatrician")
    _name(bilal, "ڈاکٹر بلال احمد", "Dr Bilal Ahmed", "معالج", "Physician")
    _name(hina, "ڈاکٹر حنا رضوی", "Dr Hina Rizvi", "سربراہ", "Head")
    _name(omar, "عمر فاروق", "Omar Farooq", "وکیل", "Advocate")
    today = timezone.localdate()
    Licence.objects.create(
        professional=sana,
        register="پی ایم ڈی سی",
        number="12345-P",
        checked_by="ادارہ",
        checked_on=today,
        check_again_on=today + timedelta(days=200),
    )
    for title, text in (
        ("سلام", "السلام علیکم {reader}، میں {professional} ہوں۔"),
        ("بخار کی ہدایات", "پانی زیادہ پئیں اور درجۂ حرارت لکھتے رہیں۔ {team}"),
    ):
        CannedReply.objects.create(team=doctors, title=title, text=text)
    User.objects.create_superuser("editor", password=PASSWORD)
    return {"doctors": doctors.pk, "lawyers": lawyers.pk, "sana": sana.pk, "bilal": bilal.pk}


def _name(one: Professional, name: str, name_en: str, title: str, title_en: str) -> None:
    Professional.objects.filter(pk=one.pk).update(
        name=name, name_en=name_en, title=title, title_en=title_en
    )
