"""How much work a build does: what is read, written and drawn, counted in what it leaves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from builds import build

from seminarbook.build.project import Project
from tests.bench.content import Content
from tests.bench.measure import Book
from tests.bench.ours import OURS

SIZE = 8
# With any other page Sphinx writes its own pages, and the one that lists the chapters.
ALWAYS = {"404", "search", "index"}


@dataclass(frozen=True)
class Work:
    """Documents that were read, and pages and drawings that were written."""

    read: set[str]
    written: set[str]
    drawn: set[str]


@dataclass
class Measured:
    """A book that is built again and again."""

    book: Book

    def build(self) -> Work:
        """Build it; what was done is what is newer than before."""
        project = Project(self.book.path)
        doctrees, site = project.work / "doctrees", project.build / "tested" / "html"
        kinds = {"read": (doctrees, ".doctree"), "written": (site, ".html"), "drawn": (doctrees / "drawings", "")}  # fmt: skip
        before = {kind: times(*where) for kind, where in kinds.items()}
        _, warnings = build(self.book.path)
        assert warnings == ()
        return Work(**{
            kind: {name for name, time in times(*where).items() if before[kind].get(name) != time}
            for kind, where in kinds.items()
        })  # fmt: skip


def times(folder: Path, ending: str) -> dict[str, int]:
    """When each file of a kind was last written, by its name without folder and ending."""
    return {
        path.name.removesuffix(ending): path.stat().st_mtime_ns
        for path in folder.rglob(f"*{ending}")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    book = Book(OURS, Content(SIZE), tmp_path_factory.mktemp("work"))
    book.path.mkdir(parents=True)
    OURS.write(book.content, book.path)
    one = Measured(book)
    work = one.build()
    assert {chapter.page for chapter in book.content.chapters} <= work.read & work.written
    assert len(work.drawn) >= SIZE
    return one


def test_nothing_changed(measured: Measured) -> None:
    measured.build()
    assert measured.build() == Work(set(), set(), set())


def test_a_chapter_edited(measured: Measured) -> None:
    measured.book.change("chapter", "edited")
    work = measured.build()
    chapter = measured.book.content.chapters[0].page
    assert work.read == {chapter}
    assert work.written - ALWAYS == {chapter}
    assert work.drawn == set()


def test_a_cell_edited(measured: Measured) -> None:
    measured.book.change("table", "edited")
    work = measured.build()
    chapter = measured.book.content.chapters[0].page
    # Its title stands in the chapter of the day, and in the index of people beside the speaker.
    assert work.read == {chapter, "people"}
    assert work.written - ALWAYS == {chapter, "people"}
    assert work.drawn == set()
