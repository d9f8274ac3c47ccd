"""The rules on rows as a whole; each has its own case in tests/faulty."""

from __future__ import annotations

from datetime import date

import pytest

from seminarbook.checks.data import DATA_RULES, check_series
from seminarbook.model.series import Series
from seminarbook.problems import FAULTS


@pytest.mark.parametrize("code", sorted(DATA_RULES))
def test_every_rule_says_why_and_shows_bad_and_good(code: str) -> None:
    about = FAULTS[code]
    assert about.why.endswith(".")
    assert about.how.startswith("Bad:")
    assert "\nGood:" in about.how


def test_the_toy_has_no_fault(toy_series: Series) -> None:
    assert check_series(toy_series) == ()


def test_dates_are_checked_only_where_the_series_has_dates(toy_series: Series) -> None:
    found = check_series(toy_series, start=date(1900, 1, 1), end=date(1900, 12, 31))
    assert {problem.code for problem in found} == {"date-outside-series"}
    assert len(found) == len(toy_series.seminars)
    assert check_series(toy_series, start=date(1900, 1, 1)) == ()


def test_an_empty_series_has_no_fault() -> None:
    assert check_series(Series(), start=date(2031, 1, 1), end=date(2031, 12, 31)) == ()


def test_rows_whose_neighbours_are_lost_are_not_judged(toy_series: Series) -> None:
    alone = Series(
        participation=toy_series.participation,
        attendance=toy_series.attendance,
        themes=toy_series.themes,
        records=toy_series.records,
    )
    assert check_series(alone) == ()
