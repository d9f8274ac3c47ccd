"""Again: the errors of a book of which most was read and checked before.

A chapter is checked again when it has changed, or anything has that a rule could look at outside
it. Of every other chapter it is enough to remember what other chapters may refer to.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
from dataclasses import dataclass, field, replace
from pathlib import Path

from seminarbook.checks.book import Book
from seminarbook.checks.chapter import Chapter
from seminarbook.checks.rule import check_chapter
from seminarbook.checks.run import around, pages_of, read_page
from seminarbook.checks.standard_markup import is_meant
from seminarbook.problems import Few, Problem, sort

Stamp = tuple[int, int, int, int]


@dataclass(slots=True)
class Sound:
    """Chapters without an error by their paths, each with the stamp of its file, as far as others
    see them; ``around`` is a digest of all that they were checked against."""

    chapters: dict[str, tuple[Stamp, Chapter]] = field(default_factory=dict)
    around: str = ""


def errors_of(root: Path, place: Path) -> tuple[Problem, ...]:
    """The problems that stop a build.

    ``place`` is where to remember what was sound: a file that goes when settings or code change.
    """
    before, now = _recalled(place), Sound()
    paths = {path.relative_to(root).as_posix(): path for path in pages_of(root)}
    stamps = {name: _stamp(path) for name, path in paths.items()}
    chapters: dict[str, Chapter] = {}
    problems: list[Problem] = []
    for name, path in paths.items():
        known = before.chapters.get(name)
        if known is not None and known[0] == stamps[name]:
            now.chapters[name], chapters[name] = known, known[1]
            continue
        chapter, broken = read_page(root, path)
        problems += broken
        if chapter is not None:
            chapters[name] = chapter
    found = around(root, tuple(chapters.values()))
    problems += found.problems
    now.around, book = _digest(found.book), found.book
    if now.around != before.around and now.chapters:
        whole = {name: read_page(root, paths[name])[0] for name in now.chapters}
        chapters |= {name: chapter for name, chapter in whole.items() if chapter is not None}
        book = replace(book, chapters=tuple(chapters.values()))
        now.chapters.clear()
    faulty = {problem.path for problem in problems}
    for name in chapters.keys() - now.chapters.keys():
        errors = [*Few(check_chapter(chapters[name], book, "error"))]
        problems += errors
        if not errors and name not in faulty:
            now.chapters[name] = stamps[name], _seen(chapters[name])
    _remember(now, place)
    return tuple(problem for problem in sort(problems) if problem.severity == "error")


def _stamp(path: Path) -> Stamp:
    found = os.lstat(path)
    return found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns


def _seen(chapter: Chapter) -> Chapter:
    """The chapter as far as :class:`Book` looks at it."""
    return Chapter(
        chapter.path,
        chapter.name,
        headings=chapter.headings[:1],
        directives=[
            used if is_meant(used, "glossary") else replace(used, body="")
            for used in chapter.directives
        ],
        roles=chapter.roles[:1],
        labels=chapter.labels,
        words=chapter.words[:1],
    )


def _digest(book: Book) -> str:
    """A digest of all that rules look at outside the chapter they check."""
    seen = (
        sorted(book.contents),
        [chapter.name for chapter in book.chapters],
        sorted((label, chapter.path) for label, chapter in book.labelled.items()),
        sorted(book.labels),
        sorted(book.numbered),
        sorted(book.gone),
        sorted(book.terms.items()),
        None if book.keys is None else sorted(book.keys),
        sorted(book.left_out),
        sorted(book.unread),
        book.series,
        sorted(path.as_posix() for path in (book.root / "book").rglob("*")),
    )
    return hashlib.sha256(repr(seen).encode()).hexdigest()


def _recalled(place: Path) -> Sound:
    try:
        found = pickle.loads(place.read_bytes())
    except (OSError, EOFError, pickle.PickleError):
        return Sound()
    return found if isinstance(found, Sound) else Sound()


def _remember(now: Sound, place: Path) -> None:
    """Remember as far as there is room: what is forgotten is checked again."""
    aside = place.with_suffix(".new")
    with contextlib.suppress(OSError):
        aside.write_bytes(pickle.dumps(now, pickle.HIGHEST_PROTOCOL))
        os.replace(aside, place)
