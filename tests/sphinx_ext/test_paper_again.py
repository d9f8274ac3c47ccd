"""What is rendered and set again for the PDF after a change, counted in what a build leaves."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.sphinx_ext.conftest import Book

PAGES = {
    "one": "# One\n\nFirst words.\n\n:::{data-table} programme\n:seminar: s1\n:::\n",
    "two": "# Two\n\nSee {doc}`one`.\n",
    "three": "# Three\n\nThere are {figure}`s1-beds` beds.\n",
    "people": "# People\n\n:::{people-index}\n:::\n",
    "references": "# References\n\n:::{source-list}\n:::\n",
}


class Work(NamedTuple):
    """How many documents were rendered, and how many manuscripts were set."""

    rendered: int
    printed: int


class Again:
    """A book that is built as PDF again and again."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._known: dict[str, int] = {}

    def build(self) -> Work:
        """Build it; what was done is what is newer than before."""
        built = self.book.build("pdf", seminarbook_chapter_pdfs=True, seminarbook_file_name="toy")
        assert built.warnings == []
        folder = self.book.root / "_build" / "typesetting"
        found = {
            str(path): path.stat().st_mtime_ns
            for kind in ("rendered-pdf/*.xml", "printed/*.sheets.pdf")
            for path in folder.glob(kind)
        }
        new = [Path(path) for path, time in found.items() if self._known.get(path) != time]
        self._known |= found
        return Work(*(sum(path.suffix == kind for path in new) for kind in (".xml", ".pdf")))

    def files(self) -> dict[str, bytes]:
        """Every PDF by name."""
        return {path.name: path.read_bytes() for path in self.book.root.glob("_build/pdf/*.pdf")}


@pytest.fixture
def again(book: Book) -> Again:
    book.write(**PAGES)
    made = Again(book)
    assert made.build() == Work(6, 6)
    return made


def test_nothing_is_made_again_when_nothing_has_changed(again: Again) -> None:
    before = again.files()
    assert again.build() == Work(0, 0)
    assert again.build() == Work(0, 0)
    assert again.files() == before


def test_a_changed_page_is_rendered_and_set_again_and_the_book(again: Again) -> None:
    again.build()
    again.book.change("three.md", "There are", "We found")
    assert again.build() == Work(1, 2)


def test_a_changed_cell_renders_the_pages_that_show_it(again: Again) -> None:
    again.book.change("figures", "s1-beds,1234", "s1-beds,1235")
    assert again.build() == Work(1, 2)


def test_a_change_taken_back_gives_the_same_bytes(again: Again) -> None:
    before = again.files()
    again.book.change("talks", "10:00", "10:05")
    assert again.build().rendered == 1
    assert again.files() != before
    again.book.change("talks", "10:05", "10:00")
    again.build()
    assert again.files() == before


def test_a_changed_title_renders_what_names_it(again: Again) -> None:
    again.book.change("one.md", "# One", "# The first")
    assert again.build().rendered >= 2
    assert "toy-two.pdf" in again.files()
