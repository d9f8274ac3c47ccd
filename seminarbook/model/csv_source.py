"""Text of a CSV file → rows whose cells know their line and column.

The standard ``csv`` module says neither at which column a cell stands nor where a quote was
opened that swallows the rest of a file, and lets stray quotes pass. So the grammar of RFC 4180,
which is small, is written out here; the tests compare it with that module.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Possessive, so that an unclosed quote costs one scan and never a second.
_QUOTED = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"')
_PLAIN = {sign: re.compile(rf"[^{re.escape(sign)}\n]*+") for sign in ",;\t|"}


@dataclass(frozen=True, slots=True)
class QuoteFault:
    """A quote that is not as it should be, where it stands."""

    line: int
    column: int
    unclosed: bool
    ends: int = 0
    """For an unclosed quote, the line of the next quote, which ends the cell; 0 if none does."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its first line and its cells.

    ``places`` is kept only where a row has quotes; otherwise it follows from the cells.
    """

    line: int
    cells: list[str]
    places: list[tuple[int, int, bool]] | None = None
    faults: tuple[QuoteFault, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether nothing stands in any cell."""
        return not any(cell.strip() for cell in self.cells)

    def place(self, index: int, offset: int = 0) -> tuple[int, int]:
        """Line and column (from 1) of a character of a cell, in the file."""
        if self.places is None:
            return self.line, sum(map(len, self.cells[:index])) + index + 1 + offset
        line, column, is_quoted = self.places[index]
        if not offset:
            return line, column
        before = self.cells[index][:offset]
        if is_quoted:
            before = '"' + before.replace('"', '""')
        newline = before.rfind("\n")
        if newline < 0:
            return line, column + len(before)
        return line + before.count("\n"), len(before) - newline


def rows(text: str, separator: str = ",") -> Iterator[Row]:
    """The rows of a CSV text in which lines end with LF. Never fails: faults are on the row.

    The data files are separated by commas, what is imported by “;”, a tab or “|” too. After a
    quote that is not closed, reading goes on at the next line, so that one slip does not hide
    every later row.
    """
    position, line, size = 0, 1, len(text)
    while position < size:
        end = text.find("\n", position)
        end = size if end < 0 else end
        if text.find('"', position, end) < 0:
            yield Row(line, text[position:end].split(separator))
            position, line = end + 1, line + 1
            continue
        row, after = _quoted_row(text, position, line, separator)
        yield row
        line += text.count("\n", position, after)
        position = after


def _quoted_row(text: str, start: int, line: int, separator: str) -> tuple[Row, int]:
    """A row with at least one quote, and where the next row starts."""
    cells: list[str] = []
    places: list[tuple[int, int, bool]] = []
    faults: list[QuoteFault] = []
    position, line_start, size = start, start, len(text)
    first_line, plain_cell, ends = line, _PLAIN[separator], separator + "\n"
    while True:
        column = position - line_start + 1
        found = _QUOTED.match(text, position)
        if found:
            inner = found[1]
            breaks = inner.count("\n")
            after = found.end()
            is_closed = after == size or text[after] in ends
            if not is_closed and breaks:
                faults.append(QuoteFault(line, column, unclosed=True, ends=line + breaks))
                position = text.index("\n", position)
                break
            cells.append(inner.replace('""', '"'))
            places.append((line, column, True))
            if breaks:
                line += breaks
                line_start = text.rindex("\n", position, after) + 1
            if not is_closed:
                faults.append(QuoteFault(line, after - line_start + 1, unclosed=False))
                rest = plain_cell.match(text, after)
                assert rest is not None  # the pattern also matches nothing
                cells[-1] += rest[0]
                after = rest.end()
        elif text.startswith('"', position):
            faults.append(QuoteFault(line, column, unclosed=True))
            end = text.find("\n", position)
            position = size if end < 0 else end
            break
        else:
            plain = plain_cell.match(text, position)
            assert plain is not None  # the pattern also matches nothing
            cells.append(plain[0])
            places.append((line, column, False))
            after = plain.end()
            if '"' in plain[0]:
                stray = column + plain[0].index('"')
                faults.append(QuoteFault(line, stray, unclosed=False))
        position = after
        if position >= size or text[position] == "\n":
            break
        position += 1
    return Row(first_line, cells, places, tuple(faults)), position + 1
