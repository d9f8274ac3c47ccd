"""Rows of a CSV text: as the csv module reads them, and each cell where it stands."""

from __future__ import annotations

import csv
import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seminarbook.model.csv_source import QuoteFault, rows

CELL = st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"]), max_size=8)
TABLE = st.lists(st.lists(CELL, min_size=1, max_size=4), max_size=6)


def written(table: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(table)
    return out.getvalue()


@given(TABLE)
def test_reads_what_the_csv_module_writes(table: list[list[str]]) -> None:
    found = list(rows(written(table)))
    assert [row.cells for row in found] == table
    assert not any(row.faults for row in found)


@given(TABLE)
def test_every_letter_is_where_it_is_said_to_be(table: list[list[str]]) -> None:
    text = written(table)
    lines = text.split("\n")
    for row in rows(text):
        for index, cell in enumerate(row.cells):
            for offset, letter in enumerate(cell):
                line, column = row.place(index, offset)
                if not offset and lines[line - 1][column - 1 : column] == '"':
                    continue  # a quoted cell begins at its quote
                if letter == "\n":
                    assert column - 1 == len(lines[line - 1])
                else:
                    assert lines[line - 1][column - 1] == letter


@given(st.text(alphabet='ab,"\n', max_size=40))
def test_any_text_is_read_to_its_end(text: str) -> None:
    found = list(rows(text))
    starts = [row.line for row in found]
    assert starts == sorted(set(starts))
    assert (starts[0] if starts else 1) == 1
    faultless = [row.cells for row in found if not row.faults]
    if len(faultless) == len(found):
        assert faultless == [row or [""] for row in csv.reader(io.StringIO(text, newline=""))]


def test_a_quote_that_is_not_closed_is_named_where_it_was_opened() -> None:
    found = list(rows('id,title\na,"open\nb,plain\nc,"next, one"\n'))
    assert found[1].faults == (QuoteFault(2, 3, unclosed=True, ends=4),)
    assert [row.cells for row in found[2:]] == [["b", "plain"], ["c", "next, one"]]


def test_reading_goes_on_after_the_line_of_the_open_quote() -> None:
    found = list(rows('a,"two\nlines","open\nb,c\n'))
    assert [row.line for row in found] == [1, 3]
    assert found[0].faults == (QuoteFault(2, 8, unclosed=True),)
    assert found[1].cells == ["b", "c"]


@pytest.mark.parametrize(
    ("text", "fault", "cells"),
    [
        ('a,b"c\n', QuoteFault(1, 4, unclosed=False), ["a", 'b"c']),
        ('a,"b"c,d\n', QuoteFault(1, 6, unclosed=False), ["a", "bc", "d"]),
    ],
)
def test_a_stray_quote_keeps_the_cells_apart(
    text: str, fault: QuoteFault, cells: list[str]
) -> None:
    (row,) = rows(text)
    assert row.faults == (fault,)
    assert row.cells == cells


@pytest.mark.parametrize("line", ['"a\n', '"\n', '"""\n', 'a,"b""\n', '",""\n', '"a"b\n'])
def test_time_grows_with_the_length_however_the_quotes_fall(line: str) -> None:
    began = time.process_time()
    assert sum(1 for _ in rows(line * 10_000))
    assert time.process_time() - began < 3
