"""Every rule over the whole book, in one pass, without a build."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from seminarbook.checks import rules_form, rules_links, rules_markup, rules_signs, rules_words  # noqa: F401  (they register)
from seminarbook.checks.book import Book
from seminarbook.checks.chapter import Chapter
from seminarbook.checks.contents import check_contents
from seminarbook.checks.contents_form import files_of, slips_in_contents
from seminarbook.checks.data import check_data, state_of
from seminarbook.checks.given import Given, given_by
from seminarbook.checks.kept import Kept, keep_in, kept_in
from seminarbook.checks.pages import Page, pages_of
from seminarbook.checks.rule import check_chapter
from seminarbook.checks.settings import FILE, bibliography_in, span_in, wrong_settings
from seminarbook.faults.settings import BROKEN_SETTINGS, LOOK_AT_FORM
from seminarbook.model.admission import refusal
from seminarbook.model.bibliography import read_bibliography
from seminarbook.model.yaml_text import (
    compose_yaml,
    load_yaml,
    place_of,
    reason_of,
)
from seminarbook.problems import Few, Problem, Severity, fault, sort

UNREADABLE = fault(
    "unreadable",
    "A file that cannot be read",
    "What cannot be read cannot be published.",
    "Save the file as UTF-8 text, and see that nobody has moved it.",
)
KEPT = "checked.pickle"


@dataclass(frozen=True)
class Checked:
    """What a check has read, and everything wrong with it."""

    book: Book
    problems: tuple[Problem, ...]
    bibliography: Path
    pages: tuple[Page, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """Every chapter, taken apart."""
        return tuple(page.taken_apart() for page in self.pages)


def check_book(root: Path, kept: Kept | None = None) -> tuple[Problem, ...]:
    """All problems of data, contents and chapters, sorted by file and line."""
    return checked(root, kept).problems


def check_again(root: Path, severity: Severity | None = None) -> tuple[Problem, ...]:
    """The same, or only problems of this weight; what was found of what has not changed since is
    taken from the last time."""
    file = root / "_build" / KEPT
    kept = kept_in(file)
    problems = checked(root, kept, severity).problems
    keep_in(file, kept)
    return problems


def checked(root: Path, kept: Kept | None = None, severity: Severity | None = None) -> Checked:
    """The book as it was read, with its problems, sorted by file and line."""
    kept = kept if kept is not None else Kept()
    problems: list[Problem] = []
    settings, broken = _settings(root)
    problems += broken
    toc, no_contents = _toc(root)
    problems += no_contents
    bibliography = root / bibliography_in(settings)
    start, end = span_in(settings)
    reading = check_data(root / "data", bibliography, root=root, start=start, end=end)
    problems += reading.problems
    pages, broken = pages_of(root, kept)
    problems += broken
    given = tuple(
        kept.given_by(page.path, page.digest, partial(_given, kept, page)) for page in pages
    )
    sources = read_bibliography(bibliography, root=root).keys
    keys = None if sources is None else frozenset(sources)
    book = Book(root, given, toc, reading.sound, keys, reading.left_out, reading.unread)
    if not no_contents:
        problems += Few(check_contents(book))
    around = _around(book, state_of(root / "data", bibliography))
    for page, one in zip(pages, given, strict=True):
        # Whether a file outside the book is there is asked each time.
        outside = os.urandom(8).hex() if one.looks_out else ""
        look = partial(_problems_of, kept, page, book, severity)
        problems += kept.problems(
            f"{page.path} {severity or ''}", f"{page.digest} {around} {outside}", look
        )
    wanted = (problem for problem in problems if severity in (None, problem.severity))
    return Checked(book, sort(wanted), bibliography, pages)


def _given(kept: Kept, page: Page) -> Given:
    return given_by(kept.chapter(page.path, page.digest, page.taken_apart))


def _problems_of(
    kept: Kept, page: Page, book: Book, severity: Severity | None
) -> Iterable[Problem]:
    chapter = kept.chapter(page.path, page.digest, page.taken_apart)
    return Few(check_chapter(chapter, book, severity))


def _around(book: Book, data: object) -> str:
    """Another as soon as anything that a chapter's rules look at besides it is another."""
    files = sorted(path.relative_to(book.root).as_posix() for path in _files(book.root / "book"))
    chapters = sorted(book.chapters, key=lambda chapter: chapter.path)
    shown = [
        (one.path, one.is_blank, one.labels, sorted(one.numbered), one.terms) for one in chapters
    ]
    keys = sorted(book.keys) if book.keys is not None else None
    seen = repr((shown, book.contents, keys, files, data))
    return hashlib.sha256(seen.encode()).hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


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
    message = f"The file cannot be read: {said}."
    return Problem(name, line, column, BROKEN_SETTINGS, message, LOOK_AT_FORM)
