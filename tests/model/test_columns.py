"""What the record classes declare about their columns."""

from __future__ import annotations

import pytest

from seminarbook.model.column_types import Reference, orcid_digit
from seminarbook.model.columns import Column, columns_of
from seminarbook.model.records import RECORD_CLASSES, Attendance, Record, RecordItem, Talk


def column(record: type[Record], name: str) -> Column:
    return next(column for column in columns_of(record) if column.name == name)


def test_a_reference_that_is_needed() -> None:
    seminar = column(Talk, "seminar")
    assert (seminar.kind, seminar.required, seminar.reference) == (
        "id",
        True,
        Reference("seminars"),
    )


def test_a_list_that_may_be_blank() -> None:
    people = column(RecordItem, "people")
    assert (people.kind, people.many, people.required) == ("id", True, False)
    assert people.reference == Reference("people")


def test_words_keep_the_order_in_which_they_are_declared() -> None:
    assert column(Talk, "status").allowed == ("reported", "announced", "probable")


def test_kinds_of_numbers_times_and_texts() -> None:
    assert column(Talk, "order").kind == "whole number"
    assert column(Attendance, "value").kind == "number"
    assert column(Talk, "start").kind == "clock time"
    assert column(Talk, "title").prose
    assert column(Talk, "source").bibliography


@pytest.mark.parametrize("record", RECORD_CLASSES, ids=lambda record: record.file)
def test_every_file_begins_with_an_id_and_ends_with_its_source(record: type[Record]) -> None:
    names = record.columns()
    assert names[0] == "id"
    assert names[-3:] == ("source", "locator", "note")
    assert [column.name for column in columns_of(record)] == list(names)
    assert all(column.meaning.endswith(".") for column in columns_of(record))


@pytest.mark.parametrize("record", RECORD_CLASSES, ids=lambda record: record.file)
def test_order_and_references_name_what_exists(record: type[Record]) -> None:
    assert set(record.order_key) <= set(record.columns())
    known = {other.file for other in RECORD_CLASSES}
    found = {column.reference.file for column in columns_of(record) if column.reference}
    assert found <= known


@pytest.mark.parametrize(
    "orcid", ["0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"]
)
def test_the_last_character_of_an_orcid(orcid: str) -> None:
    assert orcid_digit(orcid) == orcid[-1]
