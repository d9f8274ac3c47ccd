"""A card says what is known of a seminar, and what is not."""

from __future__ import annotations

from worlds import world

from seminarbook.views.cards import seminar_card, seminar_cards
from seminarbook.views.prose import plain
from seminarbook.views.values import Mark


def test_a_card_says_what_is_not_known() -> None:
    card = seminar_card(world("toy"), "s3")
    facts = dict(card.facts)
    assert card.title == "Seminar 3: title not found"
    assert facts["Title"] == (Mark("not-found", "title not found"),)
    assert plain(facts["What survives"]) == "programme published; poem promised"


def test_attendance_has_its_source_beside_it() -> None:
    facts = dict(seminar_card(world("real"), "s6").facts)
    assert plain(facts["How many came"]).startswith("about 35 kaur-2017")
    assert plain(dict(seminar_card(world("real"), "s1").facts)["How many came"]) == "not recorded"


def test_a_date_that_is_not_printed_whole_says_so() -> None:
    facts = dict(seminar_card(world("toy"), "s2").facts)
    assert plain(facts["Date"]) == "June 2031 (only the month is printed)"
    assert plain(facts["Host"]) == "not found"


def test_cards_stand_in_the_order_of_the_seminars() -> None:
    assert [card.seminar for card in seminar_cards(world("real"))] == [f"s{n}" for n in range(1, 8)]
    assert seminar_cards(world("empty")) == ()
