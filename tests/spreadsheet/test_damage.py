"""Whatever a file holds, it is understood or refused in words; nothing fails."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import examples

from seminarbook.model.columns import columns_of
from seminarbook.model.records import RECORD_CLASSES, Figure
from seminarbook.model.series import Series
from seminarbook.spreadsheet.cell_text import cell_text
from seminarbook.spreadsheet.grid import RawCell
from seminarbook.spreadsheet.intake import incoming
from seminarbook.spreadsheet.names import Names
from seminarbook.spreadsheet.numbers import number_text, quantity_text
from seminarbook.spreadsheet.sources import read_source
from tests.workbooks import workbook

COLUMNS = [column for record in RECORD_CLASSES for column in columns_of(record)]
VALUES = st.one_of(
    st.text(max_size=30), st.integers(), st.floats(), st.booleans(), st.datetimes(), st.dates(),
    st.times(), st.timedeltas(), st.none(),
)  # fmt: skip
LINES = st.lists(
    st.sampled_from(
        ["id", "value", ",", ";", "\t", '"', "\n", "\r\n", "=1", "s1", "é", " ", "\x00"]
    ),
    max_size=40,
).map("".join)


def taken_in(path: Path) -> None:
    source = read_source(path, Figure)
    for grid, record in source.sheets:
        incoming(grid, record, Names(Series()))


@examples(100)
@given(data=st.one_of(st.binary(max_size=200), LINES.map(str.encode)))
def test_any_bytes_as_a_text_table(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "figures.csv"
        path.write_bytes(data)
        taken_in(path)


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    path = tmp_path_factory.mktemp("parts") / "whole.xlsx"
    workbook(path, figures=[["id", "value", "unit"], ["s1-beds", 12, "beds"], ["x", "=1", 0.5]])
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@examples(60)
@given(data=st.data())
def test_any_damage_to_a_workbook(parts: dict[str, bytes], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(parts)))
    contents = bytearray(parts[name])
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(contents) - 1))
        contents[place : place + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=4))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for part, whole in parts.items():
            archive.writestr(part, bytes(contents) if part == name else whole)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "figures.xlsx"
        path.write_bytes(made.getvalue())
        taken_in(path)


@given(column=st.sampled_from(COLUMNS), value=VALUES, form=st.sampled_from(["", "0%", "mmm-yy"]))
def test_any_value_in_any_column(column: object, value: object, form: str) -> None:
    found = cell_text(column, RawCell(value, form))  # type: ignore[arg-type]
    assert found is not None


@given(text=st.text(max_size=20))
def test_any_text_as_a_number_or_a_quantity(text: str) -> None:
    assert number_text(text) is not None
    assert isinstance(quantity_text(text), dict)


NUMBERS = {
    "35": "35", "35.0": "35.0", "1,5": "1.5", "0,125": "0.125", "1 234": "1234",
    "1.234,5": "1234.5", "1,234.5": "1234.5", "1,234,567": "1234567", "12,3456": "12.3456",
    "many": "many", "1e5": "1e5", "1,2,3": "1,2,3",
}  # fmt: skip


@pytest.mark.parametrize("text", NUMBERS)
def test_numbers_with_one_meaning(text: str) -> None:
    assert number_text(text) == NUMBERS[text]


@pytest.mark.parametrize(("text", "continental"), [("1,234", False), ("1.234", True)])
def test_numbers_with_two_meanings(text: str, continental: bool) -> None:
    found = number_text(text, continental=continental)
    assert not isinstance(found, str)
    assert "two ways" in found.message


SHEET = "xl/worksheets/sheet1.xml"
SPREADS = {
    "merged": b'<mergeCells><mergeCell ref="A9:XFD1048576"/></mergeCells>',
    "whole columns": b'<mergeCells><mergeCell ref="A:XFD"/></mergeCells>',
    "many": b"<mergeCells>" + b'<mergeCell ref="A9:Z8000"/>' * 9 + b"</mergeCells>",
    "linked": b'<hyperlinks><hyperlink ref="A9:XFD1048576" location="a"/></hyperlinks>',
}


@pytest.mark.parametrize("spread", SPREADS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_ranges_of_which_every_cell_would_be_made(
    parts: dict[str, bytes], tmp_path: Path, spread: str, encoding: str
) -> None:
    sheet = parts[SHEET].replace(b"</sheetData>", b"</sheetData>" + SPREADS[spread]).decode()
    path = tmp_path / "figures.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, sheet.encode(encoding) if name == SHEET else data)
    (trouble,) = read_source(path, Figure).troubles
    assert trouble.code == "spreadsheet-too-large"
    assert "cover more than 100,000 cells" in trouble.message


def test_a_part_that_cannot_be_unpacked(parts: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "figures.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    data = path.read_bytes()
    at = data.index(SHEET.encode()) + len(SHEET)
    path.write_bytes(data[:at] + bytes(byte ^ 255 for byte in data[at : at + 40]) + data[at + 40 :])
    (trouble,) = read_source(path, Figure).troubles
    assert "damaged" in trouble.message
