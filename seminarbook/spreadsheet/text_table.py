"""A table in plain text, from whatever program → a grid."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from seminarbook.faults import files, spreadsheets
from seminarbook.model.csv_source import Row, rows
from seminarbook.model.text_source import read_text, with_plain_ends
from seminarbook.problems import quoted
from seminarbook.spreadsheet.archive import LARGEST_FILE
from seminarbook.spreadsheet.grid import Grid, Place, RawCell, Trouble
from seminarbook.spreadsheet.workbook import MOST_COLUMNS, MOST_ROWS

_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright strokes"}
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Excel's own line that names the separator.
_HINT = re.compile(r"sep=(.)\n")
_FORMULA_START = re.compile(r"'+[=+\-@\t\r]")
_LINES_LOOKED_AT = 20
_MOST_LETTERS = 12


def read_text_table(path: Path, known: frozenset[str]) -> tuple[Grid | None, tuple[Trouble, ...]]:
    """The table, or why there is none; ``known`` are the column names that may occur."""
    place = Place(path.name)
    text, problem, notices = _text(path)
    if text is None:
        return None, (problem,) if problem else ()
    first = 1
    hint = _HINT.match(text)
    if hint:
        text, first = text[hint.end() :], 2
    separator = hint[1] if hint and hint[1] in _SEPARATORS else _separator(text, known)
    found = list(rows(text, separator))
    while found and found[-1].blank and not found[-1].faults:
        found.pop()
    if len(found) > MOST_ROWS or any(len(row.cells) > MOST_COLUMNS for row in found):
        message = f"The table has more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns."
        return None, (Trouble(place, spreadsheets.SPREADSHEET_TOO_LARGE, message),)
    lines = tuple(row.line + first - 1 for row in found)
    if separator != ",":
        notices += (f"{path.name}: the cells are separated by {_SEPARATORS[separator]}.",)
    return Grid(
        place,
        tuple(tuple(_cell(text) for text in row.cells) for row in found),
        lines=lines,
        notices=notices,
        troubles=tuple(
            trouble
            for row, line in zip(found, lines, strict=True)
            for trouble in _quotes(place, row, line - row.line)
        ),
        continental=separator == ";",
    ), ()


def _text(path: Path) -> tuple[str | None, Trouble | None, tuple[str, ...]]:
    """The text, or why there is none, and what is to be said of how it was read."""
    place = Place(path.name)
    try:
        if path.is_file() and path.stat().st_size > LARGEST_FILE:
            message = f"The file is larger than {LARGEST_FILE // 10**6} MB."
            return None, Trouble(place, spreadsheets.SPREADSHEET_TOO_LARGE, message), ()
        data = path.read_bytes()
    except OSError:
        data = b""  # read_text says what is the matter
    if data.startswith(_UTF16):
        try:
            return with_plain_ends(data.decode("utf-16")), None, ()
        except UnicodeDecodeError:
            message = "The file says that it is UTF-16, and is not."
            advice = "Save it again as “CSV UTF-8”."
            return None, Trouble(place, files.FILE_ENCODING, message, advice), ()
    read = read_text(path, root=path.parent)
    found = read.problem
    if read.content is None and found:
        text = _as_older_windows(data) if found.code == files.FILE_ENCODING else None
        if text is not None:
            notice = f"{path.name}: read as Windows-1252; are these letters right? {_letters(text)}"
            return text, None, (notice,)
        at = Place(path.name, row=found.line)
        return None, Trouble(at, found.code, found.message, found.advice), ()
    return read.content, None, ()


def _as_older_windows(data: bytes) -> str | None:
    """What plain “CSV” of a spreadsheet program is in western Europe; None if it is not that."""
    try:
        text = with_plain_ends(data.decode("cp1252"))
    except UnicodeDecodeError:
        return None
    # A space that does not break is no sign that the file is something else.
    readable = all(letter.isprintable() or letter in "\n\t\xa0" for letter in text)
    return text if readable else None


def _letters(text: str) -> str:
    """The letters that another encoding would have been mistaken for, for a person to look at."""
    found = sorted({letter for letter in text if not letter.isascii()} - {"\xa0"})
    return ", ".join(quoted(letter) for letter in found[:_MOST_LETTERS])


def _separator(text: str, known: frozenset[str]) -> str:
    """The sign that splits the head of the text into the most column names."""
    head = text.split("\n")[:_LINES_LOOKED_AT]

    def names(sign: str) -> int:
        return max(
            (sum(cell.strip(' "').casefold() in known for cell in line.split(sign))
             for line in head),
            default=0,
        )  # fmt: skip

    return max(_SEPARATORS, key=lambda sign: (names(sign), text.count(sign, 0, 1000)))


def _cell(text: str) -> RawCell:
    # An apostrophe keeps a spreadsheet from running what follows; it is not part of the text.
    return RawCell(text[1:] if _FORMULA_START.match(text) else text)


def neutral(text: str) -> str:
    """A text that no spreadsheet takes for a formula; :func:`_cell` gives it back."""
    return f"'{text}" if re.match(r"'*[=+\-@\t\r]", text) else text


def _quotes(place: Place, row: Row, shift: int) -> Iterator[Trouble]:
    for fault in row.faults:
        at = Place(place.file, row=fault.line + shift)
        if fault.unclosed:
            message = "A double quote is opened here and not closed."
            yield Trouble(at, files.QUOTE_UNCLOSED, message, "Close it at the end of its cell.")
        else:
            message = "A double quote stands where none may."
            advice = "Put double quotes round the whole cell, and write each one within it twice."
            yield Trouble(at, files.QUOTE_STRAY, message, advice)
