"""Every rule over the whole book, in one pass, without a build."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from seminarbook.checks import rules_form, rules_links, rules_markup, rules_signs, rules_words  # noqa: F401  (they register)
from seminarbook.checks.book import Book
from seminarbook.checks.chapter import Chapter
from seminarbook.checks.chapter_reader import read_chapter
from seminarbook.checks.contents import check_contents
from seminarbook.checks.contents_form import files_of, slips_in_contents
from seminarbook.checks.data import check_data
from seminarbook.checks.rule import check_chapter
from seminarbook.checks.settings import FILE, bibliography_in, span_in, wrong_settings
from seminarbook.faults import files
from seminarbook.faults.settings import BROKEN_SETTINGS
from seminarbook.model.admission import refusal
from seminarbook.model.bibliography import read_bibliography
from seminarbook.model.text_source import as_text, read_text
from seminarbook.model.yaml_text import (
    compose_yaml,
    front_matter_fault,
    has_front_matter,
    load_yaml,
    place_of,
    reason_of,
)
from seminarbook.problems import Few, Problem, fault, sort

UNREADABLE = fault(
    "unreadable",
    "A file that cannot be read",
    "What cannot be read cannot be published.",
    "Save the file as UTF-8 text, and see that nobody has moved it.",
)
_LOOK = "Look at this line and the one before it: colons, quotes, and spaces at the start."


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check has read, and everything wrong with it."""

    book: Book
    problems: tuple[Problem, ...]
    bibliography: Path

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def check_book(root: Path) -> tuple[Problem, ...]:
    """All problems of data, contents and chapters, sorted by file and line."""
    return checked(root).problems


def checked(root: Path) -> Checked:
    """The book as it was read, with all its problems, sorted by file and line."""
    read = [read_page(root, path) for path in pages_of(root)]
    chapters = tuple(chapter for chapter, _ in read if chapter is not None)
    found = around(root, chapters)
    problems = [*found.problems, *(problem for _, broken in read for problem in broken)]
    for chapter in chapters:
        problems += Few(check_chapter(chapter, found.book))
    return replace(found, problems=sort(problems))


def around(root: Path, chapters: tuple[Chapter, ...]) -> Checked:
    """The book with these chapters, and what is wrong with it outside them."""
    problems: list[Problem] = []
    settings, broken = _settings(root)
    problems += broken
    toc, no_contents = _toc(root)
    problems += no_contents
    bibliography = root / bibliography_in(settings)
    start, end = span_in(settings)
    reading = check_data(root / "data", bibliography, root=root, start=start, end=end)
    problems += reading.problems
    sources = read_bibliography(bibliography, root=root).keys
    keys = None if sources is None else frozenset(sources)
    book = Book(root, chapters, toc, reading.sound, keys, reading.left_out, reading.unread)
    if not no_contents:
        problems += check_contents(book)
    return Checked(book, tuple(problems), bibliography)


def _settings(root: Path) -> tuple[dict[str, Any], list[Problem]]:
    if refused := _refused(root, FILE):
        return {}, [refused]
    try:
        text = (root / FILE).read_text(encoding="utf-8")
        loaded = load_yaml(text)
    except (OSError, UnicodeDecodeError) as error:
        return {}, [_unreadable(FILE, error)]
    except yaml.YAMLError as error:
        return {}, [_broken(FILE, error)]
    if isinstance(loaded, dict):
        return loaded, [*wrong_settings(loaded, text)]
    message = "The file does not hold settings, each with its name."
    return {}, [Problem(FILE, 1, 0, BROKEN_SETTINGS, message, "Write lines like “title: …”.")]


def _toc(root: Path) -> tuple[dict[str, int], list[Problem]]:
    if refused := _refused(root, "_toc.yml"):
        return {}, [refused]
    try:
        document = compose_yaml((root / "_toc.yml").read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        return {}, [_unreadable("_toc.yml", error)]
    except yaml.YAMLError as error:
        return {}, [_broken("_toc.yml", error)]
    names: dict[str, int] = {}
    for name, line in files_of(document):
        names.setdefault(name, line)
    return names, [
        Problem("_toc.yml", line, 0, BROKEN_SETTINGS, message, advice)
        for line, message, advice in slips_in_contents(document)
    ]


def pages_of(root: Path) -> list[Path]:
    """Every file that may be a chapter."""
    return sorted((root / "book").rglob("*.md"))


def read_page(root: Path, path: Path) -> tuple[Chapter | None, list[Problem]]:
    """The chapter in a file, if it can be read, and what is wrong with the file."""
    problems = []
    name = path.relative_to(root).as_posix()
    read = read_text(path, root=root, wanted="a chapter")
    text = read.content
    if read.problem is not None:
        problems.append(read.problem)
        # What else is wrong with it can be told all the same, if it is text.
        text = as_text(path) if read.problem.code == files.FILE_ENCODING else None
    if text is None:
        return None, problems
    fault = front_matter_fault(text)
    if text.startswith("---\n") and not has_front_matter(text):
        message = "The front matter is not closed."
        advice = "Write --- on a line below it, or remove the one above it."
        problems.append(Problem(name, 1, 1, BROKEN_SETTINGS, message, advice))
    elif fault is not None:
        message = f"The front matter cannot be read: {fault.reason}."
        place = (fault.line, fault.column)
        problems.append(Problem(name, *place, BROKEN_SETTINGS, message, _LOOK))
    return read_chapter(root, path, text), problems


def _refused(root: Path, name: str) -> Problem | None:
    refused = refusal(root / name, root=root)
    return Problem(name, 0, 0, refused.code, refused.message, refused.advice) if refused else None


def _unreadable(name: str, error: OSError | UnicodeDecodeError) -> Problem:
    if isinstance(error, UnicodeDecodeError):
        line = error.object[: error.start].count(b"\n") + 1
        message = "This line is not UTF-8 text."
        return Problem(name, line, 0, UNREADABLE, message, "Save the file with encoding UTF-8.")
    reason = os.strerror(error.errno) if error.errno else str(error)
    return Problem(name, 0, 0, UNREADABLE, f"The file cannot be read: {reason}.")


def _broken(name: str, error: yaml.YAMLError) -> Problem:
    line, column = place_of(error)
    said = reason_of(error)
    return Problem(name, line, column, BROKEN_SETTINGS, f"The file cannot be read: {said}.", _LOOK)
