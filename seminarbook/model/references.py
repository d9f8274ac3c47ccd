"""What one data file says of another, and of the bibliography: does it exist?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from seminarbook.faults import cells
from seminarbook.model.bibliography import Bibliography
from seminarbook.model.column_types import split_list
from seminarbook.model.columns import Column, columns_of
from seminarbook.model.sheet import Sheet, SheetRow
from seminarbook.model.suggestions import Suggestions, kebab
from seminarbook.problems import Problem, quoted

PERSON_IN_PROSE = re.compile(r"\{([^{}\n]*)\}")
_BRACE = re.compile(r"[{}]")


class _Names:
    """The names that a column may refer to; a name whose file could not be read is let pass."""

    def __init__(self, sheets: Sequence[Sheet], bibliography: Bibliography) -> None:
        self._ids = {sheet.record.file: _ids(sheet) for sheet in sheets}
        self._files = {sheet.record.file: sheet.path for sheet in sheets}
        self.bibliography = bibliography
        self._suggestions: dict[tuple[str, tuple[str, ...]], Suggestions] = {}

    def known(self, file: str, name: str) -> bool:
        ids = self._ids[file]
        return ids is None or name in ids

    def path(self, file: str) -> str:
        return self._files[file]

    def advice(self, name: str, file: str = "", extra: tuple[str, ...] = ()) -> str:
        """What to do about a name that is not known; without a file, a key of a source."""
        if (file, extra) not in self._suggestions:
            known = self._ids[file] if file else self.bibliography.keys
            self._suggestions[file, extra] = Suggestions((*extra, *(known or ())))
        thing = "row it names" if file else "source there"
        return self._suggestions[file, extra].advice(name, f"Correct it, or add the {thing}.")


def _ids(sheet: Sheet) -> frozenset[str] | None:
    """Every id of a file, its faulty rows' too: one fault is reported once, where it is.

    An id that is reported for its form also counts in the form it should have.
    """
    if sheet.rows is None or (sheet.rows and "id" not in sheet.places):
        return None
    found = [row.cells.get("id", "") for row in sheet.rows]
    # In a row that runs into the next one, the next one's id can stand in any cell.
    found += [kebab(cell) for row in sheet.rows if not row.whole for cell in row.row.cells]
    odd = [id_ for id_ in found if not id_.isalnum() or not id_.islower()]
    return frozenset(filter(None, [*found, *map(kebab, odd)]))


def dangling(sheets: Sequence[Sheet], bibliography: Bibliography) -> Iterator[Problem]:
    """Every reference to a row or a source that does not exist, and every list with a double."""
    names = _Names(sheets, bibliography)
    for sheet in sheets:
        for column in columns_of(sheet.record):
            if column.name not in sheet.places:
                continue
            refers = column.many or column.reference is not None
            good = {""}  # cells repeat themselves
            for row in sheet.rows or ():
                text = row.cells.get(column.name, "")
                if text in good or not row.whole:
                    continue
                if refers:
                    found = list(_list(sheet, row, column, text, names))
                    yield from found
                    if not found:
                        good.add(text)
                elif column.prose and _BRACE.search(text):
                    yield from _prose(sheet, row, column, names)


def _list(
    sheet: Sheet, row: SheetRow, column: Column, text: str, names: _Names
) -> Iterator[Problem]:
    items = split_list(text) if column.many else (text,)
    seen: set[str] = set()
    for item in items:
        if item in seen:
            message = f"{quoted(item)} appears twice in the list."
            yield sheet.at(row.row, column.name, cells.LIST_DUPLICATE, message, "Remove one.")
        elif column.bibliography:
            yield from _source(sheet, row, column, item, names)
        elif column.reference and item not in column.reference.extra:
            file = column.reference.file
            # An id that is badly formed is reported for its form, not as unknown too.
            if not names.known(file, item) and item == kebab(item):
                message = f"{quoted(item)} is not an id in {names.path(file)}."
                advice = names.advice(item, file, column.reference.extra)
                found = sheet.at(row.row, column.name, cells.REFERENCE_UNKNOWN, message, advice)
                yield replace(found, missing=f"{file}:{item}")
        seen.add(item)


def _source(
    sheet: Sheet, row: SheetRow, column: Column, key: str, names: _Names
) -> Iterator[Problem]:
    keys = names.bibliography.keys
    if keys is None or key in keys:
        return
    message = f"{quoted(key)} is not a key in {names.bibliography.path}."
    advice = names.advice(key)
    if "," in key:
        advice = "Several sources are separated by “;”."
    found = sheet.at(row.row, column.name, cells.SOURCE_UNKNOWN, message, advice)
    yield replace(found, missing=f"source:{key}")


def _prose(sheet: Sheet, row: SheetRow, column: Column, names: _Names) -> Iterator[Problem]:
    raw = row.row.cells[sheet.places[column.name]]

    def at(offset: int, code: str, message: str, advice: str) -> Problem:
        line, character = row.row.place(sheet.places[column.name], offset)
        return Problem(sheet.path, line, character, code, message, advice, column.name)

    for found in PERSON_IN_PROSE.finditer(raw):
        person = found[1].strip()
        if not person:
            message = "“{}” names nobody."
            advice = "Write a person’s id between the braces."
            yield at(found.start(), cells.PROSE_BRACES, message, advice)
        elif not names.known("people", person):
            message = f"{quoted(found[0])} is not a person’s id in {names.path('people')}."
            advice = names.advice(person, "people")
            problem = at(found.start(), cells.REFERENCE_UNKNOWN, message, advice)
            yield replace(problem, missing=f"people:{person}")
    for brace in _BRACE.finditer(PERSON_IN_PROSE.sub(lambda m: " " * len(m[0]), raw)):
        message = f"The brace {quoted(brace[0])} has no partner."
        advice = "Braces stand round a person’s id and nothing else, like {given-family}."
        yield at(brace.start(), cells.PROSE_BRACES, message, advice)
