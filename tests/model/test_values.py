"""Quantities and partial dates."""

from __future__ import annotations

from decimal import Decimal

import pytest

from seminarbook.model.partial_date import PartialDate
from seminarbook.model.quantity import NOT_RECORDED, Qualifier, Quantity, number


@pytest.mark.parametrize(
    ("qualifier", "low", "high", "words"),
    [
        ("exactly", 30, 30, "30"),
        ("about", None, None, "about 30"),
        ("at least", 30, None, "at least 30"),
        ("at most", None, 30, "at most 30"),
        ("fewer than", None, 30, "fewer than 30"),
    ],
)
def test_bounds_and_words(
    qualifier: Qualifier, low: int | None, high: int | None, words: str
) -> None:
    quantity = Quantity(qualifier, Decimal(30))
    assert (quantity.low, quantity.high, quantity.words()) == (low, high, words)


def test_a_range_has_two_ends() -> None:
    quantity = Quantity("between", Decimal(30), Decimal(40))
    assert (quantity.low, quantity.high) == (30, 40)
    assert quantity.words() == "between 30 and 40"


def test_not_recorded_is_not_zero() -> None:
    assert not NOT_RECORDED.recorded
    assert (NOT_RECORDED.low, NOT_RECORDED.high) == (None, None)
    assert NOT_RECORDED.words() == "not recorded"
    assert Quantity("exactly", Decimal(0)) != NOT_RECORDED


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("0", "0"),
        ("2015", "2015"),
        ("20000", "20,000"),
        ("12.50", "12.5"),
        ("1E+6", "1,000,000"),
        ("-3", "-3"),
    ],
)
def test_numbers_in_words(value: str, words: str) -> None:
    assert number(Decimal(value)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [("2031", "2031"), ("2031-05", "May 2031"), ("2032-02-29", "29 February 2032")],
)
def test_dates_go_as_far_as_the_record(text: str, words: str) -> None:
    partial = PartialDate.parse(text)
    assert partial.iso() == text
    assert partial.words() == words


@pytest.mark.parametrize(
    "text", ["2031-02-29", "2031-00", "2031-05-00", "0000", "2031-5", "31", "٢٠٣١", "2031-05-01\n"]
)
def test_dates_that_are_none(text: str) -> None:
    with pytest.raises(ValueError, match="“"):
        PartialDate.parse(text)


def test_dates_sort_by_what_is_known() -> None:
    texts = ["2031", "2031-05", "2031-05-02", "2031-06", "2032"]
    assert sorted(map(PartialDate.parse, reversed(texts))) == [*map(PartialDate.parse, texts)]
