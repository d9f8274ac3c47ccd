"""A new seminar: its row, its chapter, its line in the contents, and its source if it is new."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from seminarbook.authoring.canonical import canonical_edits
from seminarbook.authoring.chapter_template import chapter_name, new_chapter
from seminarbook.authoring.contents import ContentsUnclear, with_page
from seminarbook.authoring.edits import Edit, edit
from seminarbook.authoring.new_source import NewSource, with_entry
from seminarbook.authoring.series_dates import stretched
from seminarbook.authoring.trial import copy_with
from seminarbook.checks.run import Checked, checked
from seminarbook.model.columns import columns_of
from seminarbook.model.partial_date import PartialDate
from seminarbook.model.records import Seminar
from seminarbook.model.suggestions import kebab
from seminarbook.problems import Problem
from seminarbook.spreadsheet.cell_text import cell_text
from seminarbook.spreadsheet.grid import RawCell

_DATA = "data/seminars.csv"


@dataclass(frozen=True, slots=True)
class Request:
    """What the author said, by column, and what else may be changed for it."""

    cells: dict[str, str]
    sources: tuple[NewSource, ...] = ()
    stretch_series: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """The edits, or everything that is wrong with the request.

    ``of_row`` are faults of what was said, each with the column in its ``field``; ``others`` are
    faults of the book that only this request makes.
    """

    edits: tuple[Edit, ...] = ()
    of_row: tuple[Problem, ...] = ()
    others: tuple[Problem, ...] = ()
    page: str = ""

    @property
    def faulty(self) -> bool:
        """Whether nothing may be written."""
        return bool(self.of_row or self.others)


def defaults(book: Checked, said: dict[str, str]) -> dict[str, str]:
    """What follows from what was said: the next number, an id and a page's name."""
    taken = [seminar.number for seminar in book.book.series.seminars]
    number = said.get("number") or str(max(taken, default=0) + 1)
    words = said.get("title") or said.get("subject") or ""
    slug = kebab(words)[:50].rsplit("-", 1)[0] if len(kebab(words)) > 50 else kebab(words)
    found = {"number": number, "id": f"s{number}", "slug": slug}
    for column in columns_of(Seminar):
        if text := said.get(column.name, ""):
            # A date like “2 March 2018” is brought into form; what is unclear is reported later.
            formed = cell_text(column, RawCell(text))
            found[column.name] = formed if isinstance(formed, str) else text
    return found


def new_seminar(root: Path, before: Checked, request: Request) -> Outcome:
    """What adding the seminar would do; nothing is written."""
    row, line = _with_row(root, request.cells)
    first = [edit(root, _DATA, row)]
    bibliography = before.bibliography.relative_to(root).as_posix()
    if request.sources:
        text = _exactly(root / bibliography)
        for source in request.sources:
            text = with_entry(text, source)
        first.append(edit(root, bibliography, text))
    first += _stretched(root, request)
    with copy_with(root, first) as copy:
        tried = checked(copy)
    of_row = tuple(one for one in tried.errors if one.path == _DATA and one.line >= line)
    seminar = next((one for one in tried.book.series.seminars if one.line == line), None)
    # The chapter is still missing here, and that is no fault of what was said.
    of_row = tuple(one for one in of_row if one.code != "seminar-without-chapter")
    if of_row or seminar is None:
        return Outcome(of_row=of_row)
    return _with_chapter(root, before, first, seminar)


def _with_chapter(root: Path, before: Checked, first: list[Edit], seminar: Seminar) -> Outcome:
    page = chapter_name(seminar)
    if (root / f"{page}.md").exists():
        message = f"There is a file {page}.md already."
        advice = "Give the seminar another slug, or move the file away."
        return Outcome(
            of_row=(Problem(_DATA, 0, 0, "seminar-slug-duplicate", message, advice, "slug"),)
        )
    contents = _exactly(root / "_toc.yml")
    try:
        listed = with_page(contents, page)
    except ContentsUnclear as unclear:
        problem = Problem("_toc.yml", unclear.line, 0, "contents-without-chapter", str(unclear))
        return Outcome(others=(problem,))
    edits = [
        *first,
        edit(root, f"{page}.md", new_chapter(seminar)),
        edit(root, "_toc.yml", listed),
    ]
    with copy_with(root, edits) as copy:
        tried = checked(copy)
    known = {(one.path, one.code, one.message) for one in before.errors}
    others = tuple(one for one in tried.errors if (one.path, one.code, one.message) not in known)
    if others:
        return Outcome(others=others)
    data = canonical_edits(root, [_DATA], tried, before)
    return Outcome((*data, *(one for one in edits if one.path != _DATA)), page=page)


def _with_row(root: Path, cells: dict[str, str]) -> tuple[str, int]:
    """The data file with the row at its end, and the line on which it stands."""
    text = (root / _DATA).read_text(encoding="utf-8").rstrip("\n") + "\n"
    row = io.StringIO()
    columns = next(csv.reader([text.partition("\n")[0].lstrip("\ufeff")]))
    csv.writer(row, lineterminator="\n").writerow([cells.get(name, "") for name in columns])
    return text + row.getvalue(), text.count("\n") + 1


def _exactly(path: Path) -> str:
    """The text with its own line ends."""
    return path.read_bytes().decode("utf-8")


def _stretched(root: Path, request: Request) -> list[Edit]:
    if not request.stretch_series:
        return []
    try:
        found = PartialDate.parse(request.cells.get("date", ""))
    except ValueError:
        return []
    day = date(found.year, found.month or 1, found.day or 1)
    settings = _exactly(root / "_config.yml")
    return [edit(root, "_config.yml", stretched(settings, day))]
