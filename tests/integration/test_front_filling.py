"""The arranged front page as readers see it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import localtime, now

from roznama.changes.reads import recorded
from roznama.newsroom.front.layout import Layout, Pin, StripPlan, as_json
from roznama.newsroom.models import ArticlePage, FrontAction, FrontEdition, FrontStep
from roznama.paper.assembly.front import front_sheet
from roznama.paper.sheets import Card, FrontSheet
from tests.factories import get_section, make_image, make_story
from tests.integration.test_queries import count_queries

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def show(layout: Layout, **fields: Any) -> FrontEdition:
    """Print an arrangement, now unless `starts_at` is given."""
    step = FrontStep.objects.create(layout=as_json(layout), action=FrontAction.LEAD)
    return FrontEdition.objects.create(step=step, **{"starts_at": now(), **fields})


def stories(count: int, **fields: Any) -> list[ArticlePage]:
    """Published stories, the newest last, an hour between them."""
    first = now() - timedelta(hours=count + 1)
    return [
        make_story(f"خبر نمبر {n}", published=first + timedelta(hours=n), **fields)
        for n in range(count)
    ]


def heads(cards: tuple[Card, ...]) -> list[str]:
    return [card.headline for card in cards]


def midnight() -> datetime:
    """When the date over the front page is out of date."""
    today = localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return today + timedelta(days=1)


def lead(sheet: FrontSheet) -> str:
    assert sheet.lead
    return sheet.lead.headline


def strips(sheet: FrontSheet) -> dict[str, list[str]]:
    return {one.section.title: heads((one.lead, *one.cards)) for one in sheet.strips}


def test_without_an_arrangement_all_is_automatic() -> None:
    made = stories(16)
    sheet = front_sheet()
    assert lead(sheet) == made[15].title
    assert heads(sheet.second) == [story.title for story in made[14:10:-1]]
    assert heads(sheet.latest) == [story.title for story in made[10:2:-1]]
    # What the latest list names stands in a strip only because there is nothing else.
    assert strips(sheet) == {"دنیا": [made[n].title for n in (2, 1, 0, 10, 9)]}


def test_chosen_stories_stand_in_their_places_and_the_rest_fills_up() -> None:
    made = stories(12)
    show(
        Layout(
            lead=Pin(made[0].pk),
            second=(None, Pin(made[1].pk), None, None),
            strips=(StripPlan(get_section("khel").pk, (None, Pin(made[2].pk), None, None, None)),),
        )
    )
    sheet = front_sheet()
    assert lead(sheet) == made[0].title
    assert heads(sheet.second) == [made[n].title for n in (11, 1, 10, 9)]
    assert strips(sheet)["کھیل"] == [made[2].title]


def test_no_story_stands_on_the_page_twice(client: Client) -> None:
    made = stories(30) + stories(20, section="khel", priority="lead")
    khel = get_section("khel").pk
    show(Layout(second=(Pin(made[3].pk), None, None, None), strips=(StripPlan(khel),)))
    page = client.get("/").content.decode()
    links = re.findall(r'<h[23] class="headline"><a href="([^"]+)"', page)
    listed = page.split('class="latest"')[1].split("</section>")[0]
    links += re.findall(r'<a href="([^"]+)"', listed)
    assert len(links) > 20
    assert len(set(links)) == len(links)


def test_a_fresh_lead_that_does_not_lead_heads_the_second_tier() -> None:
    made = stories(8)
    urgent = make_story("اہم", priority="lead", published=now() - timedelta(hours=20))
    show(Layout(lead=Pin(made[0].pk)))
    assert heads(front_sheet().second)[0] == urgent.title


def test_a_withdrawn_story_makes_room_and_comes_back() -> None:
    made = stories(6)
    show(Layout(lead=Pin(made[0].pk)))
    made[0].unpublish()
    assert lead(front_sheet()) == made[5].title
    made[0].save_revision().publish()
    assert lead(front_sheet()) == made[0].title
    made[0].delete()
    assert lead(front_sheet()) == made[5].title


def test_a_pin_ends_at_its_time() -> None:
    made = stories(6)
    until = now() + timedelta(minutes=9)
    edition = show(Layout(lead=Pin(made[0].pk, until=until)))
    with recorded() as read:
        assert lead(front_sheet()) == made[0].title
    assert read.good_until == min(until, midnight())
    edition.step.layout = as_json(Layout(lead=Pin(made[0].pk, until=now())))
    edition.step.save()
    assert lead(front_sheet()) == made[5].title


def test_the_page_holds_until_the_next_front_begins() -> None:
    made = stories(3)
    at = now() + timedelta(minutes=5)
    coming = show(Layout(lead=Pin(made[0].pk)), starts_at=at)
    with recorded() as read:
        assert lead(front_sheet()) == made[2].title
    assert read.good_until == min(at, midnight())
    FrontEdition.objects.filter(pk=coming.pk).update(starts_at=now())
    assert lead(front_sheet()) == made[0].title


def test_the_front_page_has_words_and_a_picture_of_its_own() -> None:
    story = make_story(priority="breaking", lead_image=make_image(), kicker="اپنی")
    pin = Pin(story.pk, headline="صفحۂ اول کی سرخی", kicker="خاص", picture=False)
    show(Layout(lead=pin))
    card = front_sheet().lead
    assert card
    assert (card.headline, card.kicker, card.picture) == ("صفحۂ اول کی سرخی", "خاص", None)
    assert card.priority == "normal"
    assert card.path == story.url
    show(Layout(lead=Pin(story.pk)))
    card = front_sheet().lead
    assert card
    assert (card.headline, card.kicker) == (story.title, "اپنی")
    assert card.picture


def test_an_urgent_story_stands_over_a_chosen_lead_unless_it_is_chosen_too() -> None:
    made = stories(3)
    urgent = make_story("فوری", priority="breaking")
    show(Layout(lead=Pin(made[0].pk)))
    sheet = front_sheet()
    assert sheet.breaking
    assert sheet.breaking.headline == urgent.title
    assert urgent.title not in heads(sheet.second)
    show(Layout(lead=Pin(made[0].pk), second=(Pin(urgent.pk),)))
    sheet = front_sheet()
    assert sheet.breaking is None
    assert heads(sheet.second) == [urgent.title]


def test_strips_stand_in_their_order_and_can_be_hidden() -> None:
    made = {slug: stories(1, section=slug)[0] for slug in ("dunya", "khel", "sehat")}
    stories(13, section="science")  # newer ones for the upper half
    ArticlePage.objects.filter(pk__in=[story.pk for story in made.values()]).update(
        first_published_at=now() - timedelta(days=9)
    )
    dunya, khel = (get_section(slug).pk for slug in ("dunya", "khel"))
    assert list(strips(front_sheet())) == ["دنیا", "کھیل", "صحت", "سائنس"]
    show(Layout(strips=(StripPlan(khel), StripPlan(dunya, shown=False))))
    assert list(strips(front_sheet())) == ["کھیل", "صحت", "سائنس"]


def test_a_story_chosen_for_a_hidden_strip_is_free_elsewhere() -> None:
    made = stories(2)
    hidden = StripPlan(get_section("dunya").pk, (Pin(made[1].pk),), shown=False)
    show(Layout(strips=(hidden,)))
    assert lead(front_sheet()) == made[1].title


def test_an_arrangement_that_cannot_be_read_leaves_the_page_automatic() -> None:
    made = stories(2)
    edition = show(Layout())
    edition.step.layout = {"lead": {"story": 1}}
    edition.step.save()
    assert lead(front_sheet()) == made[1].title


def test_an_arranged_front_costs_the_same_however_much_is_pinned(client: Client) -> None:
    made = stories(30, lead_image=make_image())
    show(Layout(lead=Pin(made[0].pk)))
    one = count_queries(client, "/")
    dunya = StripPlan(get_section("dunya").pk, tuple(Pin(story.pk) for story in made[8:13]))
    second = tuple(Pin(story.pk) for story in made[1:8])
    show(Layout(lead=Pin(made[0].pk), second=second, strips=(dunya,)))
    assert count_queries(client, "/") == one
