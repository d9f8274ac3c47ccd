"""Codebook and README of the data package, for people."""

from __future__ import annotations

from collections.abc import Iterator

from seminarbook.model.columns import Column, columns_of
from seminarbook.model.series import Series
from seminarbook.publish.citation import reference_text
from seminarbook.publish.tables import published_classes
from seminarbook.publish.works import Work


def codebook(series: Series) -> str:
    """Every column of every file, with what it holds and means."""
    lines = ["# Codebook", "", "What every column of every file means."]
    for record in published_classes(series):
        lines += ["", f"## {record.file}.csv", "", f"Each row is {record.meaning}.", ""]
        lines += ["| column | what it holds | may be blank | meaning |", "|---|---|---|---|"]
        lines += [_line(column) for column in columns_of(record)]
    return "\n".join(lines) + "\n"


def readme(work: Work, series: Series) -> str:
    """What the package is, how to use and cite it, and what to be careful with."""
    return "\n".join(_readme(work, series)) + "\n"


def _readme(work: Work, series: Series) -> Iterator[str]:
    book = work.book
    yield f"# The data of “{book.title}”"
    yield ""
    if book.description:
        yield f"{book.description}\n"
    if book.edition_words:
        yield f"{book.edition_words}.\n"
    yield "## What is here\n"
    yield "| file | one row is | rows |"
    yield "|---|---|---|"
    for record in published_classes(series):
        yield f"| `{record.file}.csv` | {record.meaning} | {len(series.rows(record.file))} |"
    yield ""
    yield "- `CODEBOOK.md`: what every column means."
    yield "- `datapackage.json`: the same for programs (Frictionless Data Package, Table Schema)."
    yield "- `seminars/`: all that is known of each seminar, as JSON, with people by name."
    yield "- `seminars.ics`: the days of the seminars, for a calendar."
    yield "- `references.bib`: the sources that the column `source` names.\n"
    yield "## How to read the files\n"
    yield "- UTF-8, comma-separated, one header line, lines end with LF."
    yield "- An empty cell means that it is not known. It never means zero."
    yield "- `{person-id}` in a text stands for a person of `people.csv`."
    yield "- A text that a spreadsheet would take for a formula (one that begins with =, +, - or"
    yield "  @, also behind white space) has an apostrophe in front of it. To undo this, take one"
    yield "  apostrophe away from every text that begins with apostrophes and such a sign.\n"
    yield "## Licence, and how to cite\n"
    if book.licence:
        address = f" ({book.licence_address})" if book.licence_address else ""
        yield f"{book.licence}{address}. Please keep the columns `source` and `locator`.\n"
    yield reference_text(work)


def _line(column: Column) -> str:
    blank = "no" if column.required else "yes"
    return f"| `{column.name}` | {_cell(column.holds)} | {blank} | {_cell(column.meaning)} |"


def _cell(text: str) -> str:
    return text.replace("|", r"\|")
