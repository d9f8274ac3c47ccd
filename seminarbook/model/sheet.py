"""Sheet: one data file as a table of cleaned texts, its header understood, each row placed."""

from __future__ import annotations

import itertools
import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from seminarbook.faults import cells, files
from seminarbook.model.csv_source import QuoteFault, Row, rows
from seminarbook.model.records import Record
from seminarbook.model.suggestions import Suggestions, kebab
from seminarbook.model.text_source import Text, read_text
from seminarbook.model.unseen import UNSEEN, described, is_control
from seminarbook.problems import Few, Problem, quoted

LONGEST_CELL = 100_000


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row whose cells are known by column; ``whole`` is False where cells may be misplaced."""

    row: Row
    cells: dict[str, str]
    whole: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A data file; ``rows`` is None where it could not be read at all."""

    record: type[Record]
    path: str
    rows: tuple[SheetRow, ...] | None
    places: dict[str, int]
    problems: tuple[Problem, ...]
    source: Text | None = None

    def at(self, row: Row, column: str, code: str, message: str, advice: str = "") -> Problem:
        """A problem with a cell of this file."""
        line, character = row.place(self.places[column])
        return Problem(self.path, line, character, code, message, advice, column)


def read_sheet(record: type[Record], folder: Path, *, root: Path) -> Sheet:
    """Read ``<file>.csv`` of the data folder."""
    path = folder / f"{record.file}.csv"
    if record.optional and not os.path.lexists(path):
        return Sheet(record, path.name, (), {}, ())
    columns = ",".join(record.columns())
    text = read_text(path, root=root, missing_advice=f"It begins with the line “{columns}”.")
    if text.content is None:
        return Sheet(record, text.path, None, {}, (text.problem,) if text.problem else ())
    return understood(record, text)


# A preview reads the data again and again, and one file at most is another.
@lru_cache(maxsize=32)
def understood(record: type[Record], text: Text) -> Sheet:
    """The sheet in a text."""
    return replace(_Reading(record, text.path, text.content or "").sheet(), source=text)


class _Reading:
    """The reading of one file; gathers its problems."""

    def __init__(self, record: type[Record], path: str, text: str) -> None:
        self.record, self.path = record, path
        self.problems = Few()
        self._rows: Iterator[Row] = rows(text)
        self._has_unseen = bool(UNSEEN.search(text))
        self._is_composed = text.isascii() or unicodedata.is_normalized("NFC", text)

    def sheet(self) -> Sheet:
        header = next(self._rows, None)
        while header is not None and header.blank and not header.faults:
            header = next(self._rows, None)
        if header is None:
            columns = ",".join(self.record.columns())
            self._report(
                1,
                0,
                files.FILE_EMPTY,
                "The file is empty.",
                f"It begins with the line “{columns}”.",
            )
            return Sheet(self.record, self.path, None, {}, tuple(self.problems))
        if separator := _other_separator(header, self.record.columns()):
            message = f"The cells are separated by {separator}, not by commas."
            advice = "Save it again as CSV with the comma as separator."
            self._report(header.line, 0, files.FILE_SEPARATOR, message, advice)
            return Sheet(self.record, self.path, None, {}, tuple(self.problems))
        header = self._true_header(header)
        self._quote_faults(header, "")
        places = self._header(header)
        found = tuple(self._body(places, len(header.cells)))
        return Sheet(self.record, self.path, found, places, tuple(self.problems))

    def _true_header(self, first: Row) -> Row:
        """The line that names the columns, if one for readers or for a program stands above it."""
        if _named(first, self.record):
            return first
        following = next(self._rows, None)
        if following is not None and len(_named(following, self.record)) > 1:
            line = ",".join(first.cells).rstrip(",")
            message = f"{quoted(line)} stands above the line that names the columns."
            self._report(first.line, 0, files.HEADER_NOT_FIRST, message, "Remove it.")
            return following
        if following is not None:
            self._rows = itertools.chain([following], self._rows)
        return first

    def _header(self, header: Row) -> dict[str, int]:
        """Where each known column stands; what is wrong with the header is reported."""
        known = self.record.columns()
        places: dict[str, int] = {}
        names = [cell.strip() for cell in header.cells]
        absent = [name for name in known if name not in names]
        if absent == list(known):
            columns = ",".join(known)
            message = "The first line does not name the columns."
            self._report(
                header.line, 0, files.COLUMNS_UNNAMED, message, f"Write “{columns}” above it."
            )
            return {}
        blank = [index for index, name in enumerate(names) if not name]
        suggestions = Suggestions(absent)
        for index, name in enumerate(names):
            if name in known and name not in places:
                places[name] = index
                continue
            if not name and index != blank[0]:
                continue
            code = files.COLUMN_UNKNOWN if name else files.COLUMN_BLANK
            code = files.COLUMN_DUPLICATE if name in places else code
            if self.problems.passed_over(self.path, code, header.line):
                continue
            line, column = header.place(index)
            if not name:
                message = f"The {_ordinal(index + 1)} column has no name."
                advice = "Name it, or remove it from every row."
                if len(blank) > 1:
                    message = f"{len(blank)} columns have no name, the first is the "
                    message += f"{_ordinal(index + 1)}."
                    advice = "Remove the commas at the end of each line, or name the columns."
            elif name in places:
                message = f"The column {quoted(name)} appears twice."
                advice = "Keep one of them."
                if known[index : index + 1] and (meant := known[index]) in absent:
                    absent = [other for other in absent if other != meant]
                    advice = f"Did you mean “{meant}”?"
            else:
                message = f"There is no column {quoted(name)} in this file."
                advice = f"Its columns: {', '.join(known)}."
                if meant := suggestions.best(name):
                    # The column that is meant is there, so it is not reported as missing too.
                    absent = [other for other in absent if other != meant]
                    advice = f"Did you mean “{meant}”?"
            self._report(line, column, code, message, advice)
        if absent:
            which = ", ".join(quoted(name) for name in absent)
            message = f"The column{'s' * (len(absent) > 1)} {which} {_are(absent)} missing."
            them = "it" if len(absent) == 1 else "them"
            advice = f"Add {them} to every row; a cell is blank where nothing is known."
            self._report(header.line, 0, files.COLUMN_MISSING, message, advice)
        return places

    def _body(self, places: dict[str, int], width: int) -> Iterator[SheetRow]:
        is_plain = list(places.values()) == list(range(width))
        for row in self._rows:
            if row.faults:
                self._quote_faults(row, _first_id(row, places))
            texts = [cell.strip() for cell in row.cells]
            if not self._is_composed:
                texts = [unicodedata.normalize("NFC", text) for text in texts]
            if not row.faults and not any(texts):
                if self.problems.passed_over(self.path, files.ROW_BLANK, row.line):
                    continue
                message = "The row is blank, and is left out."
                self._report(row.line, 0, files.ROW_BLANK, message, "Remove it.")
                continue
            whole = len(texts) == width and not row.faults
            if len(texts) != width and not row.faults:
                self._wrong_width(row, texts, width, _first_id(row, places))
            if whole and is_plain:
                found = dict(zip(places, texts, strict=True))
            else:
                found = {name: texts[at] for name, at in places.items() if at < len(texts)}
            if whole and self._cells_refused(row, texts, places):
                whole = False
            yield SheetRow(row, found, whole)

    def _cells_refused(self, row: Row, texts: list[str], places: dict[str, int]) -> bool:
        """Report what no cell may hold; whether there is anything of the kind."""
        refused = False
        if texts != row.cells or self._has_unseen or sum(map(len, texts)) > LONGEST_CELL:
            for name, at in places.items():
                raw = row.cells[at]
                if self._has_unseen and (unseen := UNSEEN.search(raw)):
                    self._unseen(row, name, at, unseen)
                    refused = True
                elif raw != raw.strip():
                    line, column = row.place(at)
                    message = f"{quoted(texts[at])} has spaces before or after it."
                    self._report(line, column, cells.CELL_SPACES, message, "Remove them.", name)
                if len(raw) > LONGEST_CELL:
                    line, column = row.place(at)
                    message = f"The cell has {len(raw):,} characters; at most {LONGEST_CELL:,} go."
                    advice = "Was a whole document pasted here?"
                    self._report(line, column, cells.CELL_TOO_LONG, message, advice, name)
                    refused = True
        return refused

    def _unseen(self, row: Row, name: str, at: int, found: re.Match[str]) -> None:
        line, column = row.place(at, found.start())
        message, advice = described(found[0])
        code = cells.CHARACTER_CONTROL if is_control(found[0]) else cells.CHARACTER_HIDDEN
        self._report(line, column, code, message, advice, name)

    def _wrong_width(self, row: Row, texts: list[str], width: int, id_: str) -> None:
        row_name = f"The row {quoted(id_)}" if id_ else "The row"
        if len(texts) < width:
            last = f"; the last is {quoted(texts[-1])}" if texts[-1] else ""
            message = f"{row_name} has {_cells(len(texts))}, the header {width}{last}."
            advice = "Add the missing commas: a blank cell needs its comma too."
            self._report(row.line, 0, files.ROW_SHORT, message, advice)
            return
        message = f"{row_name} has {_cells(len(texts))}, the header only {width}."
        advice = "Put double quotes round a text that has a comma in it."
        if not any(texts[width:]):
            advice = f"{advice[:-1]}, or remove the commas at its end."
        elif len(texts) == 2 * width - 1:
            message = f"{row_name} seems to go on with another row."
            advice = f"Begin a new line in or behind {quoted(texts[width - 1])}."
        line, column = row.place(width)
        self._report(line, column, files.ROW_LONG, message, advice)

    def _quote_faults(self, row: Row, id_: str) -> None:
        where = f" in the row {quoted(id_)}" if id_ else ""
        for fault in row.faults:
            self._report(fault.line, fault.column, *_quote_words(fault, where))

    def _report(
        self, line: int, column: int, code: str, message: str, advice: str = "", field: str = ""
    ) -> None:
        self.problems.add(Problem(self.path, line, column, code, message, advice, field))


def _quote_words(fault: QuoteFault, where: str) -> tuple[str, str, str]:
    if not fault.unclosed:
        message = f"A double quote{where} stands where none may."
        advice = "Put double quotes round the whole cell, and write each quote within it twice."
        return files.QUOTE_STRAY, message, advice
    message = f"The double quote opened here{where} is not closed."
    if fault.ends:
        message = f"{message[:-1]}: the next one is in line {fault.ends}, amid another cell."
    return files.QUOTE_UNCLOSED, message, "Close it at the end of its cell."


def _other_separator(header: Row, known: tuple[str, ...]) -> str:
    """The name of the separator that would make sense of the header, if commas do not."""
    if len(header.cells) > 1 and header.cells[0].strip() in known:
        return ""
    line = ",".join(header.cells)
    for sign, name in ((";", "semicolons"), ("\t", "tabs"), ("|", "upright strokes")):
        if len([part for part in line.split(sign) if part.strip(' "') in known]) > 1:
            return name
    return ""


def _named(row: Row, record: type[Record]) -> set[str]:
    """The columns that a line names."""
    return {cell.strip() for cell in row.cells} & set(record.columns())


def _first_id(row: Row, places: dict[str, int]) -> str:
    at = places.get("id", len(row.cells))
    return kebab(row.cells[at]) if at < len(row.cells) else ""


def _cells(count: int) -> str:
    return "one cell" if count == 1 else f"{count} cells"


def _are(things: list[str]) -> str:
    return "is" if len(things) == 1 else "are"


def _ordinal(number: int) -> str:
    ending = (
        "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number}{ending}"
