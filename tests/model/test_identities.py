"""What is written down is read back as it was: dates, numbers, quantities and whole files."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st
from invented import series
from properties import examples

from seminarbook.faults.spreadsheets import CELL_AMBIGUOUS
from seminarbook.model.csv_source import rows
from seminarbook.model.partial_date import PartialDate
from seminarbook.model.quantity import Qualifier, Quantity, number
from seminarbook.model.records import RECORD_CLASSES
from seminarbook.model.series import Series
from seminarbook.model.writer import canonical_text, cell_text
from seminarbook.spreadsheet.dates import date_text
from seminarbook.spreadsheet.numbers import number_text, quantity_text

VALUES = st.decimals("0", "999999999999999", places=3) | st.integers(0, 10**15 - 1).map(Decimal)
DAYS = st.dates(datetime.date(1000, 1, 1)).map(lambda day: (day.year, day.month, day.day))


@given(DAYS, st.integers(1, 3))
def test_a_date_as_far_as_it_is_known(day: tuple[int, int, int], known: int) -> None:
    one = PartialDate(*day[:known])
    assert PartialDate.parse(one.iso()) == one
    # A person who writes it out in a spreadsheet means the same day.
    assert date_text(one.words()) == one.iso()


@given(st.text(alphabet="0123456789-", max_size=11) | st.text(max_size=11))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        found = PartialDate.parse(text)
    except ValueError:
        return
    assert found.iso() == text


def assert_means(text: str, value: Decimal | None) -> None:
    """Whoever types what a reader sees means the same number, or is asked which of two."""
    found = number_text(text)
    if isinstance(found, str):
        assert (Decimal(found) if found else None) == value
    else:
        assert found.code == CELL_AMBIGUOUS
        assert text.count(",") == 1


@given(VALUES)
def test_a_number_is_what_a_reader_sees(value: Decimal) -> None:
    assert_means(number(value), value)


@given(st.sampled_from(get_args(Qualifier)), VALUES, VALUES)
def test_a_quantity_is_what_a_reader_sees(qualifier: Qualifier, one: Decimal, two: Decimal) -> None:
    upper = max(one, two) if qualifier == "between" else None
    value = None if qualifier == "not recorded" else min(one, two)
    said = quantity_text(Quantity(qualifier, value, upper).words())
    if qualifier == "exactly":
        assert said == {}  # a plain number says nothing more
        return
    assert said["qualifier"] == qualifier
    assert_means(said["value"], value)
    assert_means(said.get("upper", ""), upper)


@examples(40)
@given(series())
def test_a_file_of_any_series_is_read_back_cell_by_cell(one: Series) -> None:
    for record in RECORD_CLASSES:
        written = one.rows(record.file)
        head, *found = rows(canonical_text(record, written).replace("\r", "\n"))
        columns = record.columns()
        assert head.cells == [*columns]
        assert not any(row.faults for row in found)
        for row, read in zip(written, found, strict=True):
            texts = [cell_text(getattr(row, name)).replace("\r", "\n") for name in columns]
            assert read.cells == texts


@given(st.text(alphabet='ab,"\n', max_size=60))
def test_what_is_wrong_with_quotes_is_pointed_at(text: str) -> None:
    lines = text.split("\n")
    for row in rows(text):
        for fault in row.faults:
            assert (
                lines[fault.line - 1][fault.column - 1 : fault.column] == '"' or not fault.unclosed
            )
            assert 1 <= fault.column <= len(lines[fault.line - 1]) + 1
            assert not fault.ends or '"' in lines[fault.ends - 1]
