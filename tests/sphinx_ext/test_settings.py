"""Settings that would be ignored or misread are refused, in words that name the key."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sphinx.errors import ConfigError

from tests.sphinx_ext.conftest import Book


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (
            {"seminarbook_series": {"strat": "2031-01-01"}},
            "seminarbook_series: there is no key “strat”, only: end, start. Did you mean “start”?",
        ),
        (
            {"seminarbook_series": {"start": "1 May 2031"}},
            "seminarbook_series: start: “1 May 2031” is not a day like 2016-04-19.",
        ),
        (
            {"seminarbook_series": {"start": date(2031, 5, 2), "end": "2031-05-01"}},
            "seminarbook_series: the series ends before it starts.",
        ),
        (
            {"seminarbook_series": ["2031"]},
            "seminarbook_series: this must hold keys and values, not “['2031']”.",
        ),
        (
            {"seminarbook_downloads": [{"file": "book.pdf"}]},
            "seminarbook_downloads, item 1: “label” is missing.",
        ),
        (
            {"seminarbook_downloads": [{"file": "book.pdf", "label": "PDF", "size": "1 MB"}]},
            "seminarbook_downloads, item 1: there is no key “size”, only: file, label.",
        ),
        (
            {"bibtex_bibfiles": {"a": "b"}},
            "bibtex_bibfiles: name the file that holds the book's sources.",
        ),
        (
            {"bibtex_bibfiles": ["../../secret.bib"]},
            "bibtex_bibfiles: “../../secret.bib” lies outside the book.",
        ),
        (
            {"seminarbook_data": "../elsewhere"},
            "seminarbook_data: “../elsewhere” lies outside the book.",
        ),
        (
            {"seminarbook_file_name": "../../escaped"},
            "seminarbook_file_name: this must be a name without a folder.",
        ),
        ({"bibtex_bibfiles": []}, "bibtex_bibfiles: name the file that holds the book's sources."),
    ],
)
def test_a_wrong_setting_is_refused(book: Book, settings: dict[str, Any], message: str) -> None:
    book.write()
    with pytest.raises(ConfigError) as refused, book.app(**settings):
        pass
    assert str(refused.value) == message


def test_the_days_of_the_series_are_checked_whether_written_as_text_or_date(book: Book) -> None:
    book.write()
    for start in ("2031-03-05", date(2031, 3, 5)):
        built = book.build(seminarbook_series={"start": start, "end": "2031-12-31"})
        assert len(built.warnings) == 1
        assert built.warnings[0].startswith("data/seminars.csv:2: WARNING: column “date”: ")
        assert built.warnings[0].endswith("[seminarbook.date-outside-series]")


def test_the_data_may_lie_elsewhere(book: Book) -> None:
    (book.root / "data").rename(book.root / "facts")
    book.write(page="# A page\n\n{figure}`s1-beds`\n")
    assert book.build(seminarbook_data="facts").warnings == []


def test_a_missing_folder_of_data_is_one_fault_and_no_crash(book: Book) -> None:
    book.write(page="# A page\n\n:::{data-table} programme\n:::\n\n{figure}`s1-beds`\n")
    built = book.build(seminarbook_data="facts")
    assert [line for line in built.warnings if not line.startswith("page.md")] == [
        "WARNING: facts: There is no such folder. Restore it, or correct its name. "
        "[seminarbook.folder-missing]"
    ]
