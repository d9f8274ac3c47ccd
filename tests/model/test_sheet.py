"""One data file as a table: what tests/faulty does not show."""

from __future__ import annotations

from pathlib import Path

from conftest import Read

from seminarbook.model.records import Gap, Help
from seminarbook.model.sheet import LONGEST_CELL, read_sheet


def test_a_cell_that_is_longer_than_any_text(book: Path, read: Read) -> None:
    path = book / "data" / "gaps.csv"
    text = path.read_text()
    path.write_text(text.replace("The day of the second seminar", "x" * LONGEST_CELL))
    assert read(book).problems == ()
    path.write_text(text.replace("The day of the second seminar", "x" * (LONGEST_CELL + 1)))
    (problem,) = read(book).problems
    assert (problem.code, problem.field, problem.line) == ("cell-too-long", "subject", 2)
    assert "100,001" in problem.message


def test_an_optional_file_may_be_absent(book: Path) -> None:
    sheet = read_sheet(Help, book / "data", root=book)
    assert (sheet.rows, sheet.problems) == ((), ())


def test_a_header_alone_is_a_table_without_rows(book: Path) -> None:
    (book / "data" / "gaps.csv").write_text(",".join(Gap.columns()) + "\n")
    sheet = read_sheet(Gap, book / "data", root=book)
    assert (sheet.rows, sheet.problems) == ((), ())


def test_blank_lines_before_the_header_are_let_pass(book: Path) -> None:
    path = book / "data" / "gaps.csv"
    path.write_text("\n\n" + path.read_text())
    sheet = read_sheet(Gap, book / "data", root=book)
    assert [row.row.line for row in sheet.rows or ()] == [4]


def test_letters_are_put_together_in_one_way(book: Path) -> None:
    path = book / "data" / "gaps.csv"
    path.write_text(path.read_text().replace("Only", "Cafe\u0301 only"))
    sheet = read_sheet(Gap, book / "data", root=book)
    assert sheet.rows is not None
    assert sheet.rows[0].cells["treatment"].startswith("Café only")
