"""The invented book is a book: our rules accept it, and each program is given the same words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from seminarbook.checks.run import check_book
from tests.bench.content import Content
from tests.bench.material import MATERIAL
from tests.bench.measure import Book, Result
from tests.bench.ours import OURS
from tests.bench.program import Program
from tests.bench.run import Run
from tests.bench.table import table
from tests.bench.vanilla import VANILLA
from tests.bench.weight import weight_of

PROGRAMS = (OURS, VANILLA, MATERIAL)


def written(program: Program, place: Path, text: bool = False) -> Book:
    """The sources of a book of three chapters."""
    book = Book(program, Content(3, text), place)
    book.path.mkdir(parents=True)
    program.write(book.content, book.path)
    return book


@pytest.mark.parametrize("text", [False, True], ids=["data", "text"])
def test_our_rules_accept_it(tmp_path: Path, text: bool) -> None:
    book = written(OURS, tmp_path, text)
    problems = check_book(book.path)
    assert [one for one in problems if one.severity == "error"] == []


def test_each_program_has_the_same_words_terms_citations_and_data(tmp_path: Path) -> None:
    for day in Content(3).chapters:
        for program in PROGRAMS:
            place = tmp_path / program.name
            if not place.exists():
                written(program, place)
            source = next(place.rglob(Path(program.source(day)).name)).read_text("utf-8")
            for heading, paragraphs in day.sections:
                assert f"\n## {heading}\n" in source
                marks = re.findall(r"\[([ct])(\d+)\]", " ".join(paragraphs))
                assert len(marks) == 4
                for paragraph in paragraphs:
                    assert all(words in source for words in re.split(r" \[\w+\]", paragraph))
            talks = next(place.rglob("talks.csv")).read_text("utf-8")
            assert all(title in talks for _, title, _ in day.programme)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda one: one.name)
def test_a_change_is_made_once_however_often(program: Program, tmp_path: Path) -> None:
    book = written(program, tmp_path)
    talks = book.path / "data" / "talks.csv"
    before = talks.read_text("utf-8")
    for number in range(3):
        book.change("table", f"changedtable{'abc'[number]}")
    title = book.content.chapters[0].programme[0][1]
    assert talks.read_text("utf-8") == before.replace(title, f"{title} changedtablec", 1)


def test_the_table_gives_medians_ratios_and_pages_that_stay_wrong() -> None:
    ours = Result("this book", 7, "one CSV edited", [Run(n, n, 50) for n in (9, 2, 1)], right=True)
    other = Result("other", 7, "one CSV edited", [Run(8, 5, 70)], right=False)
    pages = [
        {"program": name, "chapters": 7, "requests": 3, "elsewhere": 0, "bytes": 2000}
        for name in ("this book", "other")
    ]
    rows = table([ours, other], pages).splitlines()
    assert (
        "| one CSV edited | 2.0 s (2.0 s) | 8.0 s (5.0 s), × 4.0 (× 2.5), **page stays wrong** |"
        in rows
    )
    assert "| peak memory | 50 MB | 70 MB |" in rows


def test_a_page_is_weighed_with_what_it_asks_for(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("p { color: red }")
    page = tmp_path / "page.html"
    page.write_text(
        '<link rel="icon" href="data:,"><link rel="stylesheet" href="a.css?v=1"><link rel="next" href="other.html">'
        '<script src="https://example.org/a.js"></script><a href="b.html">b</a>'
    )
    weight = weight_of(page)
    assert (weight["requests"], weight["elsewhere"]) == (3, 1)
