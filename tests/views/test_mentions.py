"""Numbers in running text read as a writer would put them."""

from __future__ import annotations

import pytest

from seminarbook.model.records import Figure
from seminarbook.model.series import Series
from seminarbook.views.mentions import reported_figure


def _words(
    value: str | None, qualifier: str, unit: str = "people", upper: str | None = None
) -> str:
    row = Figure.model_validate(
        {
            "id": "f", "value": value, "upper": upper, "qualifier": qualifier, "unit": unit,
            "counts": "heads", "as_of": None, "seminar": None, "reported_by": "nobody",
            "caution": None, "source": "a-book", "locator": "page 1", "note": None,
        }
    )  # fmt: skip
    return reported_figure(Series(figures=(row,)), "f").words


@pytest.mark.parametrize(
    ("value", "qualifier", "expected"),
    [
        ("7", "exactly", "seven"),
        ("6", "about", "about six"),
        ("9", "fewer than", "fewer than nine"),
        ("10", "exactly", "10"),
        ("35", "about", "about 35"),
        ("2.5", "exactly", "2.5"),
        ("0", "exactly", "0"),
        ("12000", "at least", "at least 12,000"),
        (None, "not recorded", "not recorded"),
    ],
)
def test_a_count(value: str | None, qualifier: str, expected: str) -> None:
    assert _words(value, qualifier) == expected


def test_a_range_keeps_its_figures() -> None:
    assert _words("3", "between", upper="5") == "between 3 and 5"


def test_a_place_in_an_order_and_a_year() -> None:
    assert _words("1", "exactly", "rank") == "first"
    assert _words("2015", "exactly", "year") == "2015"
