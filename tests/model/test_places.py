"""Columns for problems that know only their row."""

from __future__ import annotations

from pathlib import Path

from seminarbook.model.places import with_columns
from seminarbook.problems import Problem


def placed(book: Path, line: int, field: str) -> tuple[int, int]:
    (found,) = with_columns([Problem("data/talks.csv", line, 0, "id-form", "x", "", field)], book)
    return found.line, found.column


def test_a_problem_is_put_at_its_cell(book: Path) -> None:
    assert placed(book, 2, "title") == (2, 21)


def test_a_cell_may_begin_below_its_row(book: Path) -> None:
    path = book / "data" / "talks.csv"
    path.write_text(path.read_text().replace("Why kites rise", '"Why kites\nrise"'))
    assert placed(book, 2, "kind") == (3, 7)
    assert placed(book, 4, "order") == (4, 11)


def test_what_cannot_be_placed_is_left_as_it_is(book: Path) -> None:
    assert placed(book, 2, "nonsense") == (2, 0)
    assert placed(book, 99, "title") == (99, 0)
    elsewhere = Problem("book/index.md", 3, 0, "id-form", "x", "", "title")
    assert list(with_columns([elsewhere], book)) == [elsewhere]
