"""A table as CSV can be read back whole, and runs nothing in a spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worlds import tables_of, world

from seminarbook.views.csv_text import table_csv
from seminarbook.views.prose import plain
from seminarbook.views.values import Citation, Column, Mark, Table, WebLink


def one_cell(*pieces: object) -> Table:
    return Table("t", "c", (Column("a", "A", header=True),), ((pieces,),))  # type: ignore[arg-type]


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\n", " =", "\t=", "\u00a0@"])
def test_no_cell_is_a_formula(start: str) -> None:
    assert rows(table_csv(one_cell(f"{start}1+1")))[1] == [f"'{start}1+1"]


def test_line_breaks_in_a_cell_are_all_alike() -> None:
    assert table_csv(one_cell("a\r\nb\rc")) == 'A\n"a\nb\nc"\n'
    assert rows(table_csv(one_cell("\r=1+1")))[1] == ["'\n=1+1"]


def test_every_piece_becomes_its_words() -> None:
    table = one_cell(
        Mark("promised", "promised"),
        " ",
        WebLink("https://example.org", "see it"),
        " ",
        Citation(("a", "b"), "page 1"),
    )
    assert rows(table_csv(table))[1] == ["promised see it a; b (page 1)"]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back(text: str) -> None:
    (back,) = rows(table_csv(one_cell(text)))[1] or [""]
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    assert back in (lines, f"'{lines}")


@pytest.mark.parametrize("name", ["real", "toy"])
def test_every_table_comes_back(name: str) -> None:
    for table in tables_of(world(name)):
        read = rows(table_csv(table))
        assert read[0] == [column.label for column in table.columns]
        assert len(read) == len(table.rows) + 1
        for line, row in zip(read[1:], table.rows, strict=True):
            assert [cell.removeprefix("'") for cell in line] == [plain(cell) for cell in row]
