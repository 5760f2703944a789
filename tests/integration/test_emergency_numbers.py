"""The table of emergency numbers: how it starts, and what a reader of a province is shown."""

from __future__ import annotations

import pytest

from roznama.desk.flags import CATEGORIES
from roznama.desk.flags.numbers import load_numbers, numbers_for
from roznama.desk.models import EmergencyNumber, Province

pytestmark = pytest.mark.django_db


def dialed(province: str, *flags: str) -> list[str]:
    return [one["number"] for one in numbers_for(province, flags, "ur")]


@pytest.fixture(autouse=True)
def _empty_table():
    EmergencyNumber.objects.all().delete()


def test_loading_twice_makes_the_rows_once():
    made = load_numbers()
    assert made == EmergencyNumber.objects.count() > 0
    assert load_numbers() == 0
    assert EmergencyNumber.objects.count() == made


def test_what_an_editor_deleted_does_not_come_back():
    load_numbers()
    EmergencyNumber.objects.filter(number="16").delete()
    EmergencyNumber.objects.filter(number="15").update(service="تھانہ")
    load_numbers()
    assert not EmergencyNumber.objects.filter(number="16").exists()
    assert EmergencyNumber.objects.get(number="15").service == "تھانہ"


def test_loaded_rows_are_valid_and_name_known_flags():
    load_numbers()
    for one in EmergencyNumber.objects.all():
        one.full_clean()
        assert set(one.flags.split()) <= set(CATEGORIES)
        assert one.service_en


@pytest.mark.parametrize("province", [*Province.values, "nowhere"])
@pytest.mark.parametrize("flag", CATEGORIES)
def test_every_flag_has_a_number_everywhere(province, flag):
    load_numbers()
    assert dialed(province, flag)


def test_a_provinces_own_come_first():
    load_numbers()
    assert dialed("punjab", "child_danger")[0] == "1121"
    assert dialed("sindh", "bleeding")[:2] == ["1020", "1122"]
    assert "1020" not in dialed("kp", "bleeding")
    assert "1121" not in dialed("", "child_danger")


def test_numbers_are_those_of_the_flags():
    load_numbers()
    assert dialed("", "self_harm")[0] == "0311-7786264"
    assert "0311-7786264" not in dialed("", "stroke")
    assert dialed("", "violence", "self_harm")[:2] == ["0311-7786264", "15"]


def test_one_number_is_shown_once_and_as_the_province_names_it():
    for province, service in (("", "سب"), ("kp", "خیبر")):
        EmergencyNumber.objects.create(province=province, service=service, number="1122")
    assert numbers_for("kp", ("burn",), "en") == [{"service": "خیبر", "number": "1122"}]


def test_language_chooses_the_service_name():
    load_numbers()
    assert numbers_for("", ("stroke",), "en")[0]["service"] == "Rescue 1122"
    assert numbers_for("", ("stroke",), "ur")[0]["service"] == "ریسکیو 1122"
