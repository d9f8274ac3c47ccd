"""Every rule over the whole book, in one pass, without a build."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from seminarbook.checks import rules_links, rules_markup, rules_words  # noqa: F401  (they register)
from seminarbook.checks.book import Book, contents_of, loaded_yaml
from seminarbook.checks.chapter import Chapter, read_chapter
from seminarbook.checks.contents import check_contents
from seminarbook.checks.data import check_data
from seminarbook.checks.rule import check_chapter
from seminarbook.model.bibliography import read_bibliography
from seminarbook.problems import Problem, fault, sort

UNREADABLE = fault(
    "unreadable",
    "A file that cannot be read",
    "What cannot be read cannot be published.",
    "Save the file as UTF-8 text, and see that nobody has moved it.",
)
BROKEN_SETTINGS = fault(
    "broken-settings",
    "A settings file with a slip in its form",
    "Jupyter Book cannot read the book's settings or contents.",
    "Compare the line with the ones around it: spaces at the start matter, and so do colons.",
)


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
    problems: list[Problem] = []
    settings, broken = _yaml(root, "_config.yml")
    problems += broken
    toc, broken = _toc(root)
    problems += broken
    bibliography = root / _bibliography(settings)
    start, end = _dates(settings)
    reading = check_data(root / "data", bibliography, root=root, start=start, end=end)
    problems += reading.problems
    chapters, broken = _chapters(root)
    problems += broken
    keys = frozenset(read_bibliography(bibliography, root=root).keys or ())
    book = Book(root, chapters, toc, reading.sound, keys, reading.left_out, reading.unread)
    problems += check_contents(book)
    for chapter in chapters:
        problems += check_chapter(chapter, book)
    return Checked(book, sort(problems), bibliography)


def _yaml(root: Path, name: str) -> tuple[dict[str, Any], list[Problem]]:
    try:
        loaded = loaded_yaml((root / name).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        return {}, [_unreadable(name, error)]
    except yaml.YAMLError as error:
        return {}, [_broken(name, error)]
    return (loaded if isinstance(loaded, dict) else {}), []


def _toc(root: Path) -> tuple[dict[str, int], list[Problem]]:
    try:
        return contents_of((root / "_toc.yml").read_text(encoding="utf-8")), []
    except (OSError, UnicodeDecodeError) as error:
        return {}, [_unreadable("_toc.yml", error)]
    except yaml.YAMLError as error:
        return {}, [_broken("_toc.yml", error)]


def _chapters(root: Path) -> tuple[tuple[Chapter, ...], list[Problem]]:
    chapters, problems = [], []
    for path in sorted((root / "book").rglob("*.md")):
        try:
            chapters.append(read_chapter(root, path))
        except (OSError, UnicodeDecodeError) as error:
            problems.append(_unreadable(path.relative_to(root).as_posix(), error))
    return tuple(chapters), problems


def _unreadable(name: str, error: OSError | UnicodeDecodeError) -> Problem:
    if isinstance(error, UnicodeDecodeError):
        line = error.object[: error.start].count(b"\n") + 1
        message = "This line is not UTF-8 text."
        return Problem(name, line, 0, UNREADABLE, message, "Save the file with encoding UTF-8.")
    reason = os.strerror(error.errno) if error.errno else str(error)
    return Problem(name, 0, 0, UNREADABLE, f"The file cannot be read: {reason}.")


def _broken(name: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    said = getattr(error, "problem", None) or "it is not YAML"
    advice = "Look at this line and the one before it: colons, quotes, and spaces at the start."
    return Problem(name, line, column, BROKEN_SETTINGS, f"The file cannot be read: {said}.", advice)


def _bibliography(settings: dict[str, Any]) -> str:
    files = settings.get("bibtex_bibfiles") or ["book/references.bib"]
    return str(files if isinstance(files, str) else files[0])


def _dates(settings: dict[str, Any]) -> tuple[date | None, date | None]:
    """First and last day of the series, where ``_config.yml`` gives them."""
    config = (settings.get("sphinx") or {}).get("config") or {}
    series = config.get("seminarbook_series") or {}
    return _day(series.get("start")), _day(series.get("end"))


def _day(value: object) -> date | None:
    """A day as YAML or text; a build refuses anything else."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
