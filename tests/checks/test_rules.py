"""Each rule finds its fault at its place, and keeps quiet on a chapter that is in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from seminarbook.checks import rules_links, rules_markup, rules_words  # noqa: F401
from seminarbook.checks.book import Book
from seminarbook.checks.chapter import Chapter
from seminarbook.checks.chapter_reader import read_chapter
from seminarbook.checks.contents import check_contents
from seminarbook.checks.contents_form import files_of
from seminarbook.checks.given import given_by
from seminarbook.checks.rule import CHAPTER_RULES, check_chapter
from seminarbook.model.records import Attendance, Language, Person, Seminar
from seminarbook.model.series import Series
from seminarbook.model.yaml_text import compose_yaml
from seminarbook.views import charts, tables  # noqa: F401  (they register)

GOOD = """# Seminar 1: Open doors

:::{plain-words}
People met and talked about {term}`open doors <open door>`.
:::

(s1-talk)=
## What was said

{person}`ada-quill` spoke on 5 January 2016 at 10.15, after {seminar}`s1` had begun {cite:p}`quill-2016`.
{figure}`s1-attendance` people came, and {person}`Quill <ada-quill>` thanked them.

:::{data-chart} attendance
:name: s1-chart
:alt: One bar.
:::

See {ref}`what was said <s1-talk>`, {numref}`s1-chart`, the {doc}`glossary <../reference/glossary>`
and [the notes of the day](../reference/glossary.md).
"""
GLOSSARY = """# Glossary

:::{glossary}
open door
  A door that stands open.

Quill ruling
  A judgement on doors.
:::
"""
COMMON = {"source": ("quill-2016",), "locator": "page 1", "note": None}


def _series() -> Series:
    seminar = Seminar(
        id="s1", number=1, slug="open-doors", title="Open doors", other_title=None,
        subject="doors", date="2016-01-05", date_note=None, venue=None, city=None, host=None,
        line=2, **COMMON,
    )  # fmt: skip
    person = Person(
        id="ada-quill", kind="person", family_name="Quill", given_name="Ada", orcid=None,
        url=None, consent="given", **COMMON,
    )  # fmt: skip
    count = Attendance(
        id="s1-attendance", seminar="s1", group="all", value="40", upper=None,
        qualifier="about", **COMMON,
    )  # fmt: skip
    word = Language(
        id="door-slammer", word="door-slammer", kinder="a person who leaves",
        reason="It mocks.", **COMMON,
    )  # fmt: skip
    return Series(seminars=(seminar,), people=(person,), attendance=(count,), language=(word,))


def _book(root: Path, text: str, toc: str | None = None) -> Book:
    files = {"book/seminars/01-open-doors.md": text, "book/reference/glossary.md": GLOSSARY}
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    chapters = tuple(_chapters(root))
    listed = toc or (
        "root: book/reference/glossary\nchapters:\n- file: book/seminars/01-open-doors\n"
    )
    given = tuple(given_by(chapter) for chapter in chapters)
    return Book(
        root, given, dict(files_of(compose_yaml(listed))), _series(), frozenset({"quill-2016"})
    )


def _chapters(root: Path) -> Iterator[Chapter]:
    for path in sorted(root.rglob("*.md")):
        yield read_chapter(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))


def _found(root: Path, text: str) -> list[tuple[int, int, str, str, str]]:
    book = _book(root, text)
    return [
        (problem.line, problem.column, problem.code, problem.message, problem.advice)
        for chapter in _chapters(root)
        for problem in check_chapter(chapter, book)
    ]


def test_a_chapter_in_order(tmp_path: Path) -> None:
    assert _found(tmp_path, GOOD) == []
    assert list(check_contents(_book(tmp_path, GOOD))) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "code", "says"),
    [
        ("{data-chart}", "{data-chrt}", 13, 4, "unknown-directive", "Did you mean “data-chart”?"),
        ("{seminar}`s1`", "{semnar}`s1`", 10, 61, "unknown-role", "Did you mean “seminar”?"),
        (":alt:", ":allt:", 15, 1, "unknown-option", "Did you mean “alt”?"),
        (
            "{data-chart} attendance", "{data-chart} atendance",
            13, 17, "unknown-view", "Did you mean “attendance”?",
        ),
        (
            "{data-chart} attendance", "{data-chart} programme",
            13, 17, "unknown-view", "write {data-table}",
        ),
        ("`ada-quill`", "`ada-quil`", 10, 1, "unknown-id", "Did you mean “ada-quill”?"),
        ("`s1-attendance`", "`s1-attendence`", 11, 1, "unknown-id", "Did you mean “s1-attendance”?"),
        (":alt: One", ":seminar: s9\n:alt: One", 15, 1, "unknown-id", "data/seminars.csv"),
        ("`quill-2016`", "`quill-2061`", 10, 85, "unknown-source", "Did you mean “quill-2016”?"),
        ("<open door>", "<open dor>", 4, 29, "unknown-term", "Did you mean “open door”?"),
        ("<s1-talk>", "<s1-tlk>", 18, 5, "broken-link", "Did you mean “s1-talk”?"),
        (
            "<../reference/glossary>", "<../reference/glosary>",
            18, 61, "broken-link", "Did you mean “../reference/glossary”?",
        ),
        ("../reference/glossary.md", "gone.md", 19, 5, "broken-link", "There is no file “gone.md”."),
        ("[the notes of the day]", "[here]", 19, 5, "vague-link", "name what it leads to"),
        ("See {ref}", "![](../reference/glossary.md) See {ref}", 18, 1, "missing-alt", "square brackets"),
        ("## What", "### What", 8, 1, "heading-jump", "Write it with ##."),
        ("## What", "# What", 8, 1, "heading-jump", "A page has one title."),
        ("{figure}`s1-attendance`", "About 40", 11, 7, "bare-number", "data/figures.csv"),
        ("{figure}`s1-attendance`", "Seventeen", 11, 1, "bare-number", "data/figures.csv"),
        ("{person}`ada-quill`", "Ada Quill", 10, 1, "bare-name", "Write {person}`ada-quill`."),
        (
            "{person}`Quill <ada-quill>`", "Quill",
            11, 42, "bare-name", "Write {person}`Quill <ada-quill>`.",
        ),
        (":::{plain-words}", ":::{note}", 1, 1, "no-plain-words", "Add it below the title."),
        ("People met", "so " * 150 + "People met", 3, 4, "no-plain-words", "under 150"),
        ("People met", "A door-slammer met", 4, 3, "hurtful-word", "a person who leaves"),
    ],
)  # fmt: skip
def test_one_fault(
    tmp_path: Path, old: str, new: str, line: int, column: int, code: str, says: str
) -> None:
    assert old in GOOD
    found = [row for row in _found(tmp_path, GOOD.replace(old, new, 1)) if row[2] != "hard-to-read"]
    assert [row[:3] for row in found] == [(line, column, code)]
    assert says in " ".join(found[0][3:])


def test_a_row_with_a_fault_of_its_own_is_not_missing(tmp_path: Path) -> None:
    book = _book(tmp_path, GOOD.replace("`s1-attendance`", "`s1-heads`", 1))
    found = [problem.code for one in _chapters(book.root) for problem in check_chapter(one, book)]
    assert found == ["unknown-id"]
    faulty = replace(book, left_out=frozenset({("attendance", "s1-heads")}))
    assert not [problem for one in _chapters(faulty.root) for problem in check_chapter(one, faulty)]
    unread = replace(book, unread=frozenset({"attendance"}))
    assert not [problem for one in _chapters(unread.root) for problem in check_chapter(one, unread)]


def test_hard_words_are_advice(tmp_path: Path) -> None:
    hard = "Operationalising participatory organisational governance necessitates facilitation, "
    text = GOOD.replace("People met", hard * 8 + "people met", 1)
    assert "hard-to-read" in {row[2] for row in _found(tmp_path, text)}


@pytest.mark.parametrize(
    "text",
    [
        "It began on Friday 28 October 2016 and ran from November 2015 to November 2017.",
        "The series ran 2016–2017, with seminars 4, 5 and 6, at 9.30 or 10:15.",
        "The grant is ES/N008146/1. Call 116 123. See C12, the 5th seminar and CC BY 4.0.",
    ],
)
def test_numbers_that_report_nothing(tmp_path: Path, text: str) -> None:
    assert _found(tmp_path, GOOD + "\n" + text + "\n") == []


def test_a_term_of_the_glossary_may_hold_a_name(tmp_path: Path) -> None:
    found = _found(tmp_path, GOOD + "\nAfter the Quill ruling, Quill spoke.\n")
    assert [row[1:3] for row in found] == [(25, "bare-name")]


@pytest.mark.parametrize(
    ("toc", "path", "line", "code"),
    [
        (
            "root: book/reference/glossary\nchapters:\n- file: book/seminars/01-open-door\n",
            "_toc.yml", 3, "contents-without-chapter",
        ),
        (
            "root: book/reference/glossary\n",
            "book/seminars/01-open-doors.md", 0, "chapter-not-in-contents",
        ),
    ],
)  # fmt: skip
def test_contents(tmp_path: Path, toc: str, path: str, line: int, code: str) -> None:
    found = [(p.path, p.line, p.code) for p in check_contents(_book(tmp_path, GOOD, toc))]
    assert (path, line, code) in found


def test_every_rule_shows_a_bad_and_a_good_example() -> None:
    for rule in CHAPTER_RULES.values():
        assert "Bad:" in (rule.__doc__ or "")
        assert "Good:" in (rule.__doc__ or "")
