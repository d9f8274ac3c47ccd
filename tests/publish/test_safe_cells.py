"""Cells that no spreadsheet runs, and that come back as they were."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import series
from properties import examples

from seminarbook.model.columns import columns_of
from seminarbook.model.series import Series
from seminarbook.model.writer import cell_text
from seminarbook.publish.safe_cells import guarded, unguarded
from seminarbook.publish.tables import published_classes, published_csv


@pytest.mark.parametrize(
    "text", ["=1+1", "+44", "-5", "@SUM(A1)", " =x", "\t=x", "\n", "\r", "＝1", "'=1", "''=1"]
)
def test_what_could_run_begins_with_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "plain", "'tis", "a=b", "2016-04-19", "“=”"])
def test_what_cannot_run_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


@given(st.text())
def test_nothing_is_lost(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.text(alphabet="'=+-@ \t\r\na"))
def test_nothing_is_lost_of_awkward_texts(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).lstrip().startswith(("=", "+", "-", "@"))


@examples(30)
@given(series())
def test_published_files_are_read_back_whole(one: Series) -> None:
    for record in published_classes(one):
        columns = columns_of(record)
        read = list(csv.reader(io.StringIO(published_csv(record, one), newline="")))
        assert read[0] == [column.name for column in columns]
        for row, cells in zip(one.rows(record.file), read[1:], strict=True):
            for column, cell in zip(columns, cells, strict=True):
                assert unguarded(cell) == cell_text(getattr(row, column.name))
