"""An import shows what it would do, refuses what is unclear, and writes all or nothing."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font

from seminarbook.__main__ import main
from tests.workbooks import ATTENDANCE, workbook

Output = pytest.CaptureFixture[str]


def run_import(book: Path, sheet: Path, *words: str) -> int:
    return main(["--root", str(book), "import", str(sheet), *words])


def data(book: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in (book / "data").glob("*.csv")}


def attendance(tmp_path: Path, *rows: list[Any], header: tuple[str, ...] = ATTENDANCE) -> Path:
    return workbook(tmp_path / "messy.xlsx", attendance=[list(header), *rows])


def test_rows_are_added_changed_and_left(book: Path, tmp_path: Path, capsys: Output) -> None:
    sheet = attendance(
        tmp_path,
        ["s1-attendance", "s1", "all", 25.0, None, "about", "garden-notes", "list", None],
        ["s3-attendance-carer", "s3", "carer", 5, None, "fewer than", "garden-notes", "list", None],
    )
    assert run_import(book, sheet, "--yes") == 0
    said = capsys.readouterr().out
    assert "data/attendance.csv: 1 added, 1 changed, 0 as before" in said
    assert "value: “24” → “25”" in said
    assert "14 rows are not in the sheet, and they stay" in said
    text = data(book)["attendance.csv"]
    assert "s1-attendance,s1,all,25,,about,garden-notes,list,\n" in text
    assert "s3-attendance-carer,s3,carer,5,,fewer than,garden-notes,list,\n" in text
    assert text.count("\n") == 17


def test_nothing_is_written_unasked(book: Path, tmp_path: Path, capsys: Output) -> None:
    before = data(book)
    row = ["s1-attendance", "s1", "all", 25, None, "about", "garden-notes", "list", None]
    assert run_import(book, attendance(tmp_path, row)) == 1
    assert "Nothing was written" in capsys.readouterr().out
    assert data(book) == before


def test_rows_are_removed_only_when_told(book: Path, tmp_path: Path, capsys: Output) -> None:
    row = ["s1-attendance", "s1", "all", 24, None, "exactly", "garden-notes", "list", None]
    header = [*ATTENDANCE]
    sheet = workbook(tmp_path / "few.xlsx", takeaways=[
        ["id", "seminar", "order", "text", "theme", "source", "locator", "note"],
        ["s1-takeaway-1", "s1", 1, "Ask before you dig.", "asking", "garden-notes", "last page"],
    ])  # fmt: skip
    assert run_import(book, sheet, "--yes") == 0
    assert "6 rows are not in the sheet" in capsys.readouterr().out
    assert data(book)["takeaways.csv"].count("\n") == 8
    assert run_import(book, sheet, "--yes", "--remove-missing") == 0
    assert "- s1-takeaway-2: removed" in capsys.readouterr().out
    assert data(book)["takeaways.csv"].count("\n") == 2
    # The chapters refer to what would be removed here, so it is refused.
    sheet = workbook(tmp_path / "none.xlsx", attendance=[header, row])
    before = data(book)
    assert run_import(book, sheet, "--yes", "--remove-missing") == 1
    said = capsys.readouterr().out
    assert "book/seminars/01-sharing-soil.md" in said
    assert "s1-attendance-carer" in said
    assert data(book) == before


def test_a_messy_sheet_is_understood(book: Path, tmp_path: Path, capsys: Output) -> None:
    path = workbook(
        tmp_path / "who came.xlsx",
        Sheet1=[
            ["Who came to the third seminar", None, None, None, None, None],
            [],
            ["Seminar", "Role", "How many", " SOURCE ", "Locator", "Comments"],
            [3, "Carers", "<5", "harvest-programme", "list", " one  "],
            ["Seminar 3", "Gardener", "about 7", "harvest-programme", "list", None],
            ["s3", "everyone", "30–35", "harvest-programme", "list", None],
            [None, None, None, None, None, None],
        ],
    )
    made = load_workbook(path)
    sheet = made["Sheet1"]
    sheet.merge_cells("A1:F1")
    sheet["A1"].font = Font(bold=True)
    sheet.row_dimensions[5].hidden = True
    sheet["H40"].font = Font(bold=True)
    made.save(path)
    assert run_import(book, path, "--as", "attendance", "--yes") == 0
    said = capsys.readouterr().out
    assert "hidden rows are read like the others (5)" in said
    assert "the column “Role” is read as “group”" in said
    assert "above the header (row 1) is passed over" in said
    text = data(book)["attendance.csv"]
    assert "s3-attendance-carer,s3,carer,5,,fewer than,harvest-programme,list,one\n" in text
    assert "s3-attendance-gardener,s3,gardener,7,,about,harvest-programme,list,\n" in text
    assert "s3-attendance,s3,all,30,35,between,harvest-programme,list,\n" in text


def test_dates_of_every_kind(book: Path, tmp_path: Path) -> None:
    header = ["id", "date"]
    rows: list[list[Any]] = [
        ["s1", datetime.date(2031, 3, 14)],
        ["s2", datetime.datetime(2031, 6, 1)],
        ["s3", "19/10/2031"],
    ]
    path = workbook(tmp_path / "days.xlsx", seminars=[header, *rows])
    made = load_workbook(path)
    made["seminars"]["B3"].number_format = "mmmm yyyy"
    made.save(path)
    assert run_import(book, path, "--yes") == 0
    text = data(book)["seminars.csv"]
    assert ",2031-03-14," in text
    assert ",2031-06," in text
    assert ",2031-10-19," in text


WRONG_CELLS: dict[str, tuple[Any, str, str]] = {
    "formula": ("=20+4", "[cell-formula]", "D2"),
    "ambiguous number": ("1,234", "Write 1234 or 1.234", "D2"),
    "a word for a number": ("many", "[number-form]", "D2"),
    "switch": (True, "[cell-type]", "D2"),
    "small group": (3, "fewer than", "D2"),
}


@pytest.mark.parametrize("case", WRONG_CELLS)
def test_a_wrong_cell_is_named_and_nothing_written(
    book: Path, tmp_path: Path, capsys: Output, case: str
) -> None:
    value, words, cell = WRONG_CELLS[case]
    before = data(book)
    row = ["s3-attendance-carer", "s3", "carer", value, None, "exactly", "garden-notes", "list"]
    assert run_import(book, attendance(tmp_path, row), "--yes") == 1
    said = capsys.readouterr().out
    assert words in said
    assert f"messy.xlsx, sheet “attendance”, {cell}: " in said
    assert data(book) == before


def test_every_fault_is_named_at_once(book: Path, tmp_path: Path, capsys: Output) -> None:
    rows = [
        ["s3-attendance-carer", "s9", "carer", "=1", None, "exactly", "garden-notes", "list"],
        ["S3 Artist", "s3", "artistt", 7, None, "exact", "nowhere", None],
        ["s1-attendance", "s1", "all", 24, None, "exactly", "garden-notes", "list"],
        ["s1-attendance", "s1", "all", 26, None, "exactly", "garden-notes", "list"],
    ]
    assert run_import(book, attendance(tmp_path, *rows), "--yes") == 1
    said = capsys.readouterr().out
    for cell in ("B2", "D2", "A3", "C3", "F3", "G3", "H3", "A5"):
        assert f", {cell}: " in said, cell
    assert "Did you mean “artist”?" in said
    assert "Did you mean “exactly”?" in said
    assert "value is missing" not in said
    assert "8 errors. Nothing was written." in said


def test_a_role_that_nobody_knows(book: Path, tmp_path: Path, capsys: Output) -> None:
    path = workbook(
        tmp_path / "came.xlsx",
        Tabelle1=[
            ["Seminar", "Role", "Number", "How sure", "Source", "Locator"],
            [3, "Carres", 7, "about", "harvest-programme", "list"],
            [4, "Carers", 7, "about", "harvest-programme", "list"],
        ],
    )
    assert run_import(book, path) == 1
    assert "say --as attendance" in capsys.readouterr().out
    assert run_import(book, path, "--as", "attendance", "--yes") == 1
    said = capsys.readouterr().out
    assert "B2: column “group”: “Carres” is in no row of data/roles.csv. Did you mean “ca" in said
    assert "There are: all, academic, artist, carer," in said
    assert "A3: column “seminar”: “4” is " in said
    assert "2 errors" in said


def test_a_date_that_can_be_read_two_ways(book: Path, tmp_path: Path, capsys: Output) -> None:
    path = workbook(tmp_path / "days.xlsx", seminars=[["id", "date"], ["s1", "02/03/2031"]])
    assert run_import(book, path, "--yes") == 1
    said = capsys.readouterr().out
    assert "days.xlsx, sheet “seminars”, B2: column “date”: “02/03/2031” can be read" in said
    assert "Write “2031-02-03” or “2031-03-02”" in said


def test_a_per_cent_cell_is_not_taken_for_a_fraction(
    book: Path, tmp_path: Path, capsys: Output
) -> None:
    path = workbook(tmp_path / "share.xlsx", figures=[["id", "value"], ["s1-beds", 0.5]])
    made = load_workbook(path)
    made["figures"]["B2"].number_format = "0%"
    made.save(path)
    assert run_import(book, path, "--yes") == 1
    assert "shows 50 %, and holds 0.5" in capsys.readouterr().out


def test_merged_cells_in_the_table_are_refused(book: Path, tmp_path: Path, capsys: Output) -> None:
    path = attendance(
        tmp_path,
        ["s1-attendance", "s1", "all", 25, None, "about", "garden-notes", "list", None],
        ["s2-attendance", "s2", "all", None, None, "about", "garden-notes", "list", None],
    )
    made = load_workbook(path)
    made["attendance"].merge_cells("D2:D3")
    made.save(path)
    assert run_import(book, path, "--yes") == 1
    said = capsys.readouterr().out
    assert "D2: column “value”: The cell belongs to the merged cells D2:D3." in said
    assert "D3: column “value”" in said


def test_unknown_and_nameless_columns_are_not_dropped(
    book: Path, tmp_path: Path, capsys: Output
) -> None:
    path = workbook(
        tmp_path / "more.xlsx",
        seminars=[["id", "date", "citty", None], ["s1", "2031-03-04", "Toytown", "lost?"]],
    )
    assert run_import(book, path, "--yes") == 1
    said = capsys.readouterr().out
    assert "C1: seminars has no column “citty”. Did you mean “city”?" in said
    assert "D2: Something stands in a column that has no name." in said


def test_sheets_that_are_not_data_files(book: Path, tmp_path: Path, capsys: Output) -> None:
    row = ["s1-attendance", "s1", "all", 25, None, "about", "garden-notes", "list", None]
    path = workbook(
        tmp_path / "many.xlsx",
        attendance=[list(ATTENDANCE), row],
        Thoughts=[["What a day"], ["It rained"]],
        People=[["id", "family_name"], ["ada-quillfeather", "Quill"]],
    )
    made = load_workbook(path)
    made["People"].sheet_state = "hidden"
    made.save(path)
    assert run_import(book, path, "--yes") == 1
    assert "sheet “People”: The sheet is hidden" in capsys.readouterr().out
    made["People"].title = "Old people"
    made.save(path)
    assert run_import(book, path, "--yes") == 0
    said = capsys.readouterr().out
    assert "the hidden sheet “Old people” is not read" in said
    assert "the sheet “Thoughts” is not read" in said


def test_a_sheet_that_forgot_its_name(book: Path, tmp_path: Path, capsys: Output) -> None:
    row = ["s1-attendance", "s1", "all", 25, None, "about", "garden-notes", "list", None]
    path = workbook(tmp_path / "plan.xlsx", Sheet1=[list(ATTENDANCE), row])
    assert run_import(book, path, "--yes") == 1
    assert "say --as attendance" in capsys.readouterr().out


def test_columns_that_a_sheet_does_not_have_stay(book: Path, tmp_path: Path) -> None:
    path = workbook(tmp_path / "one.xlsx", seminars=[["id", "host"], ["s2", "Hedge Partnership"]])
    before = data(book)["seminars.csv"]
    assert run_import(book, path, "--yes") == 0
    after = data(book)["seminars.csv"]
    assert after == before.replace(
        ",Toytown,,hedge-report", ",Toytown,Hedge Partnership,hedge-report"
    )


def test_a_book_with_errors_elsewhere_can_still_be_fed(
    book: Path, tmp_path: Path, capsys: Output
) -> None:
    page = book / "book" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n{person}`nobody`\n", encoding="utf-8")
    path = workbook(tmp_path / "one.xlsx", seminars=[["id", "host"], ["s2", "Hedge Partnership"]])
    assert run_import(book, path, "--yes") == 0
    assert "1 other error, not from this sheet" in capsys.readouterr().out


def test_a_data_file_with_errors_is_not_written_over(
    book: Path, tmp_path: Path, capsys: Output
) -> None:
    target = book / "data" / "seminars.csv"
    target.write_text(target.read_text(encoding="utf-8") + "s4,4\n", encoding="utf-8")
    before = data(book)
    path = workbook(tmp_path / "one.xlsx", seminars=[["id", "host"], ["s2", "Hedge Partnership"]])
    assert run_import(book, path, "--yes") == 1
    assert "data/seminars.csv:5" in capsys.readouterr().out
    assert data(book) == before


CSV_FORMS = {
    "plain": ("utf-8", ",", "\n"),
    "excel utf-8": ("utf-8-sig", ",", "\r\n"),
    "semicolons": ("utf-8", ";", "\r\n"),
    "semicolons with mark": ("utf-8-sig", ";", "\n"),
    "tabs": ("utf-8", "\t", "\n"),
    "unicode text": ("utf-16", "\t", "\r\n"),
    "older windows": ("cp1252", ";", "\r\n"),
    "old mac": ("utf-8", ",", "\r"),
}


@pytest.mark.parametrize("form", CSV_FORMS)
def test_text_tables_of_every_kind(book: Path, tmp_path: Path, form: str) -> None:
    encoding, separator, end = CSV_FORMS[form]
    rows = [
        ("id", "value", "upper", "counts", "note"),
        ("s2-hedge", '"1,75"' if separator == "," else "1,75", "2,25", "Höhe – naïve", "'=1+1"),
        ("", "", "", "", ""),
    ]
    if separator == ",":
        rows[1] = (*rows[1][:2], '"2,25"', *rows[1][3:])
    text = end.join(separator.join(row) for row in rows) + end
    path = tmp_path / "figures.csv"
    path.write_bytes(text.encode(encoding))
    assert run_import(book, path, "--yes") == 0
    written = data(book)["figures.csv"]
    assert "s2-hedge,1.75,2.25,between,metres,Höhe – naïve," in written
    assert ",=1+1\n" in written


def test_excels_own_hint_of_the_separator(book: Path, tmp_path: Path) -> None:
    path = tmp_path / "seminars.csv"
    path.write_bytes("sep=;\r\nid;host\r\ns2;Hedge Partnership\r\n".encode("utf-8-sig"))
    assert run_import(book, path, "--yes") == 0
    assert ",Hedge Partnership," in data(book)["seminars.csv"]


def test_a_continental_thousand_is_not_guessed(book: Path, tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "figures.csv"
    path.write_text("id;value\ns1-beds;1.234\n", encoding="utf-8")
    assert run_import(book, path, "--yes") == 1
    assert "figures.csv, B2: column “value”: “1.234” can be read in two ways" in (
        capsys.readouterr().out
    )


def test_bytes_that_are_no_text_are_refused(book: Path, tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "seminars.csv"
    path.write_bytes(b"id,host\ns2,\x81\x07\n")
    assert run_import(book, path, "--yes") == 1
    said = capsys.readouterr().out
    assert "seminars.csv, row 2" in said
    assert "CSV UTF-8" in said


def test_an_unclosed_quote_is_named(book: Path, tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "seminars.csv"
    path.write_text('id;host\ns2;"Hedge\ns3;Farm\n', encoding="utf-8")
    assert run_import(book, path, "--yes") == 1
    assert "seminars.csv, row 2: A double quote is opened here" in capsys.readouterr().out


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 200_000_000)


def _entities(path: Path) -> None:
    workbook(path, seminars=[["id", "host"], ["s2", "x"]])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = b'<!DOCTYPE lolz [<!ENTITY lol "lol">]>' + parts[name]
    with zipfile.ZipFile(path, "w") as archive:
        for part, contents in parts.items():
            archive.writestr(part, contents)


def _far_cell(path: Path) -> None:
    made = workbook(path, seminars=[["id", "host"], ["s2", "x"]])
    opened = load_workbook(made)
    opened["seminars"]["XFD1048576"] = "far"
    opened.save(made)


NOT_WORKBOOKS = {
    "bomb": (_bomb, "larger than 30 MB"),
    "entities": (_entities, "XML that no program writes"),
    "far cell": (_far_cell, "more than 20,000 rows or 200 columns"),
    "text": (lambda path: path.write_text("id,host\n"), "not an Excel workbook"),
    "empty": (lambda path: path.write_bytes(b""), "not an Excel workbook"),
    "old": (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0" + b"x" * 100), "old format (.xls)"),
    "cut off": (lambda path: path.write_bytes(b"PK\x03\x04" + b"x" * 100), "damaged"),
    "blank": (lambda path: workbook(path, seminars=[]), "Every sheet of the workbook is empty"),
}


@pytest.mark.parametrize("case", NOT_WORKBOOKS)
def test_what_is_no_workbook_is_refused_in_words(
    book: Path, tmp_path: Path, capsys: Output, case: str
) -> None:
    make, words = NOT_WORKBOOKS[case]
    path = tmp_path / "odd.xlsx"
    make(path)  # type: ignore[operator]
    assert run_import(book, path, "--yes") == 1
    said = capsys.readouterr().out
    assert words in said
    assert "odd.xlsx" in said


def test_misuse_is_told_apart(book: Path, tmp_path: Path, capsys: Output) -> None:
    assert run_import(book, tmp_path / "nothing.xlsx") == 2
    path = workbook(tmp_path / "one.xlsx", Sheet1=[["id"]])
    assert run_import(book, path, "--as", "seminar") == 2
    assert "Did you mean “seminars”?" in capsys.readouterr().out


def test_letters_of_older_windows_programs_are_shown_to_be_looked_at(
    book: Path, tmp_path: Path, capsys: Output
) -> None:
    path = tmp_path / "seminars.csv"
    path.write_bytes("id;host\ns2;Café – upstairs\n".encode("cp1252"))
    assert run_import(book, path, "--yes") == 0
    assert "read as Windows-1252; are these letters right? “é”, “–”" in capsys.readouterr().out
