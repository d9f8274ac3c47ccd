"""Rules on the book as a whole: data, contents and chapters name the same things."""

from __future__ import annotations

from collections.abc import Iterator

from seminarbook.checks.book import Book
from seminarbook.problems import Problem, fault, nearest, nearest_name

CHAPTER_WITHOUT_LINE = fault(
    "chapter-not-in-contents",
    "A chapter that the contents do not list",
    "A page that is not listed in _toc.yml is not published.",
    "Add a line “- file: …” to _toc.yml, or remove the chapter.",
)
LINE_WITHOUT_CHAPTER = fault(
    "contents-without-chapter",
    "A line of the contents without a chapter",
    "The build cannot make a page from a file that is not there.",
    "Correct the name in _toc.yml, or write the chapter.",
)
SEMINAR_WITHOUT_CHAPTER = fault(
    "seminar-without-chapter",
    "A seminar without a chapter",
    "Every seminar in data/seminars.csv has a page, named by its number and slug.",
    "Write the chapter (python -m seminarbook new-seminar), or correct number or slug.",
)
CHAPTER_WITHOUT_SEMINAR = fault(
    "chapter-without-seminar",
    "A chapter of a seminar that the data do not know",
    "A chapter in book/seminars/ is named by its seminar's number and slug.",
    "Add the seminar to data/seminars.csv, or rename the chapter.",
)
_FOLDER = "book/seminars/"


def chapter_name(number: int, slug: str) -> str:
    """The page of a seminar: ``book/seminars/06-coercive-environments``."""
    return f"{_FOLDER}{number:02d}-{slug}"


def check_contents(book: Book) -> Iterator[Problem]:
    """What is missing, or one too many, between data, contents and chapters."""
    pages = {chapter.name for chapter in book.chapters}
    listed = {name.removesuffix(".md") for name in book.contents}
    meant = set()  # chapters that a line with a slip in it names
    for name, line in book.contents.items():
        file = book.root / f"{name.removesuffix('.md')}.md"
        # One that is there and cannot be read is told to be so.
        if name.removesuffix(".md") not in pages and not file.is_file():
            best = nearest_name(name, pages - listed)
            meant.add(best)
            advice = f"Did you mean “{best}”?" if best else ""
            message = f"There is no file {name}.md."
            yield Problem("_toc.yml", line, 0, LINE_WITHOUT_CHAPTER, message, advice)
    for page in sorted(pages - listed - meant):
        advice = f"Add “- file: {page}”."
        message = "_toc.yml does not list this chapter."
        yield Problem(f"{page}.md", 0, 0, CHAPTER_WITHOUT_LINE, message, advice)
    expected = {}
    renamed: set[str] = set()  # chapters that have the number of a seminar, and another slug
    for seminar in book.series.seminars:
        name = chapter_name(seminar.number, seminar.slug)
        expected[name] = seminar
        if name not in pages and name not in listed:
            message = f"Seminar “{seminar.id}” has no chapter {name}.md."
            number = f"{_FOLDER}{seminar.number:02d}-"
            other = next((page for page in sorted(pages) if page.startswith(number)), "")
            renamed.add(other)
            advice = nearest(name, {page for page in pages if page.startswith(_FOLDER)})
            if other:
                advice = f"Rename {other}.md, or correct the slug here."
            at = "data/seminars.csv", seminar.line, 0
            yield Problem(*at, SEMINAR_WITHOUT_CHAPTER, message, advice, "slug")
    # The chapter of a row that has a fault of its own cannot be told from any other.
    all_known = bool(book.series.seminars) and not book.lacks_rows("seminars")
    for page in sorted(pages):
        if page.startswith(_FOLDER) and page not in {*expected, *renamed} and all_known:
            message = "No row of data/seminars.csv has this number and slug."
            at = f"{page}.md", 0, 0
            advice = nearest(page, expected)
            # Ids are made of the number: who removes a seminar's row is told of it once.
            number = page.removeprefix(_FOLDER).partition("-")[0].lstrip("0")
            missing = f"seminars:s{number}"
            yield Problem(*at, CHAPTER_WITHOUT_SEMINAR, message, advice, missing=missing)
