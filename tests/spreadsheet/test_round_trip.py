"""What is exported and imported again is the same, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from seminarbook.__main__ import main
from tests.copies import REAL, copy_of

ODD_TEXTS = (
    "=1+1",
    "+44 1632 960123",
    "-5 to 5",
    "@home",
    "'quoted",
    "'=quoted",
    "007",
    "02/03/2017",
    "1,5",
    "TRUE",
    "_x0041_",
    "_x000D_",
    "_x005F_x000D_",
    "two\nlines",
    "naïve café – “quotes” 日本語",
    "#REF!",
    "1e5",
)


def _data(book: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((book / "data").glob("*.csv"))}


def _run(book: Path, *words: str) -> int:
    return main(["--root", str(book), *words])


def _tidied(book: Path) -> dict[str, bytes]:
    assert _run(book, "tidy-data") == 0
    return _data(book)


def test_the_toy_book_comes_back_as_it_was(book: Path, tmp_path: Path) -> None:
    before = _tidied(book)
    sheet = tmp_path / "toy.xlsx"
    assert _run(book, "export", str(sheet)) == 0
    for path in (book / "data").glob("*.csv"):
        header = path.read_text(encoding="utf-8").splitlines()[0]
        if path.name not in ("seminars.csv", "roles.csv", "people.csv", "themes.csv", "talks.csv"):
            path.write_text(header + "\n", encoding="utf-8")
    assert _run(book, "import", str(sheet), "--yes") == 0
    assert _data(book) == before


@pytest.mark.book
def test_the_real_book_comes_back_as_it_was(tmp_path: Path) -> None:
    book = copy_of(REAL, tmp_path / "book")
    before = _tidied(book)
    sheet = tmp_path / "real.xlsx"
    assert _run(book, "export", str(sheet)) == 0
    assert _run(book, "import", str(sheet), "--yes", "--remove-missing") == 0
    assert _data(book) == before


def test_texts_that_spreadsheets_mangle_come_back(book: Path, tmp_path: Path) -> None:
    header = (book / "data" / "gaps.csv").read_text(encoding="utf-8").splitlines()[0]
    rows = [
        f'odd-{number},{number},gap,"{text}",,,,kept,garden-blog,"{text}",'
        for number, text in enumerate(ODD_TEXTS, start=1)
    ]
    path = book / "data" / "gaps.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    before = _tidied(book)
    sheet = tmp_path / "odd.xlsx"
    assert _run(book, "export", str(sheet)) == 0
    path.write_text(header + "\n", encoding="utf-8")
    assert _run(book, "import", str(sheet), "--yes") == 0
    assert _data(book)["gaps.csv"] == before["gaps.csv"]


def test_no_cell_of_an_export_is_a_formula(book: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "toy.xlsx"
    assert _run(book, "export", str(sheet)) == 0
    cells = [
        cell
        for table in load_workbook(sheet).worksheets
        for row in table.iter_rows()
        for cell in row
    ]
    assert not [cell for cell in cells if cell.data_type == "f"]
    risky = [cell for cell in cells if str(cell.value).startswith(("=", "+", "@"))]
    assert risky
    assert all(cell.quotePrefix for cell in risky)


def test_equal_data_make_equal_workbooks(book: Path, tmp_path: Path) -> None:
    assert _run(book, "export", str(tmp_path / "one.xlsx")) == 0
    assert _run(book, "export", str(tmp_path / "two.xlsx")) == 0
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_an_export_replaces_nothing_unasked(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "mine.xlsx"
    sheet.write_text("something else", encoding="utf-8")
    assert _run(book, "export", str(sheet)) == 2
    assert sheet.read_text(encoding="utf-8") == "something else"
    assert "--force" in capsys.readouterr().out


def test_a_text_that_excel_would_cut_off_is_not_exported(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = book / "data" / "gaps.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("the printer may have it", "x" * 33_000), encoding="utf-8")
    assert _run(book, "export", str(tmp_path / "long.xlsx")) == 1
    assert "data/gaps.csv:2: column “treatment”" in capsys.readouterr().out
    assert not (tmp_path / "long.xlsx").exists()
