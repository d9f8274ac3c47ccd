"""Canonical order, and the joins that rest on it."""

from __future__ import annotations

from pathlib import Path

from conftest import Read

from seminarbook.model.order import alphabetical, natural
from seminarbook.model.records import Person, Seminar
from seminarbook.model.series import Series


def swapped(path: Path) -> None:
    header, *rows = path.read_text().splitlines()
    path.write_text("\n".join([header, *reversed(rows)]) + "\n")


def test_the_order_of_a_file_does_not_matter(book: Path, read: Read) -> None:
    straight = read(book).sound
    for path in (book / "data").glob("*.csv"):
        swapped(path)
    turned = read(book)
    assert turned.series is not None
    for file in ("seminars", "talks", "people", "participation", "attendance", "records"):
        assert turned.sound.ids(file) == straight.ids(file)
    assert {problem.code for problem in turned.problems} == {"data-order"}


def test_programme_items_follow_their_seminar_and_place(toy_series: Series) -> None:
    numbers = {seminar.id: seminar.number for seminar in toy_series.seminars}
    places = [(numbers[talk.seminar], talk.order) for talk in toy_series.talks]
    assert places == sorted(places)


def test_what_belongs_to_no_seminar_comes_last(toy_series: Series) -> None:
    blanks = [row.seminar is None for row in toy_series.participation]
    assert any(blanks)
    assert blanks == sorted(blanks)


def test_numbers_in_ids_count() -> None:
    assert sorted(["s10", "s2", "s1-b", "s1-a"], key=natural) == ["s1-a", "s1-b", "s2", "s10"]


def test_accents_and_capitals_do_not_part_names() -> None:
    names = ["Zoë", "Ängström", "angler", "Angler", "Anvil"]
    assert sorted(names, key=alphabetical) == ["Angler", "angler", "Ängström", "Anvil", "Zoë"]


def test_records_are_found_by_id(toy_series: Series) -> None:
    first = toy_series.seminars[0]
    assert toy_series.find("seminars", first.id) is first
    assert toy_series.get(Seminar, first.id) is first
    assert toy_series.get(Seminar, "nowhere") is None
    assert toy_series.get(Seminar, None) is None


def test_what_a_person_did(toy_series: Series) -> None:
    for person in toy_series.people:
        done = toy_series.of_person(person.id)
        assert all(row.person == person.id for row in done)
    total = sum(len(toy_series.of_person(person.id)) for person in toy_series.people)
    assert total == sum(row.person is not None for row in toy_series.participation)


def test_names_for_running_text_and_for_an_index(book: Path, read: Read) -> None:
    series = read(book).sound
    ada, gull = series.get(Person, "ada-quill"), series.get(Person, "gull-circle")
    assert ada is not None
    assert gull is not None
    assert (ada.name, ada.sort_name) == ("Ada Quill", "Quill, Ada")
    assert (gull.name, gull.sort_name) == ("Gull Circle", "Gull Circle")


def test_attendance_that_nobody_counted_is_not_recorded(book: Path, read: Read) -> None:
    series = read(book).sound
    assert series.attendance_of("s1").words() == "about 30"
    assert series.attendance_of("s1", "carer").words() == "fewer than 5"
    assert series.attendance_of("s1", "not-stated").words() == "not recorded"
    assert series.attendance_of("s2").words() == "not recorded"
