"""Pages: the files of the chapters, and what is wrong with a file before its text is looked at."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from seminarbook.checks.chapter import Chapter
from seminarbook.checks.kept import Kept
from seminarbook.faults import files
from seminarbook.faults.settings import BROKEN_SETTINGS, LOOK_AT_FORM
from seminarbook.model.chapter_bounds import excess
from seminarbook.model.stamp import stamp_of
from seminarbook.model.text_source import as_text, read_text
from seminarbook.model.yaml_text import front_matter_fault, has_front_matter
from seminarbook.problems import Problem


@dataclass(frozen=True)
class Page:
    """A chapter's file; its text is read when somebody wants it."""

    root: Path
    path: str
    digest: str

    @cached_property
    def text(self) -> str:
        """What stands in it, as far as it can be read."""
        return _text(self.root, self.root / self.path)[0] or ""

    def taken_apart(self) -> Chapter:
        """The chapter in it."""
        # Where nothing has changed, nothing is taken apart, and no parser is needed.
        from seminarbook.checks.chapter_reader import read_chapter

        return read_chapter(self.path, self.text)


def pages_of(root: Path, kept: Kept) -> tuple[tuple[Page, ...], list[Problem]]:
    """Every chapter of which anything can be read, in order, and what is wrong with the files."""
    pages: list[Page] = []
    problems: list[Problem] = []
    for file in sorted((root / "book").rglob("*.md")):
        path = file.relative_to(root).as_posix()
        digest, broken = kept.file(path, _stamp(file), partial(_looked_at, root, file))
        problems += broken
        if digest:
            pages.append(Page(root, path, digest))
    return tuple(pages), problems


def _looked_at(root: Path, file: Path) -> tuple[str, tuple[Problem, ...]]:
    """A digest of a chapter's text, blank if it has none, and what is wrong with the file."""
    text, problems = _text(root, file)
    if text is None:
        return "", problems
    name = file.relative_to(root).as_posix()
    if much := excess(text):
        found = Problem(name, much.line, 0, files.CHAPTER_TOO_MUCH, much.message, much.advice)
        return "", (*problems, found)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return digest, (*problems, *_front_matter(name, text))


def _text(root: Path, file: Path) -> tuple[str | None, tuple[Problem, ...]]:
    read = read_text(file, root=root, wanted="a chapter")
    if read.problem is None:
        return read.content, ()
    # What else is wrong with it can be told all the same, if it is text.
    is_text = read.problem.code == files.FILE_ENCODING
    return (as_text(file) if is_text else None), (read.problem,)


def _stamp(file: Path) -> str:
    """Another when the file is another, or the link to it."""
    stamps = []
    for ask in (os.lstat, os.stat):
        try:
            stamps.append(stamp_of(ask(file)))
        except OSError as error:
            return repr(error)
    return repr(stamps)


def _front_matter(name: str, text: str) -> Iterator[Problem]:
    if not text.startswith("---\n"):
        return
    fault = front_matter_fault(text)
    if not has_front_matter(text):
        message = "The front matter is not closed."
        advice = "Write --- on a line below it, or remove the one above it."
        yield Problem(name, 1, 1, BROKEN_SETTINGS, message, advice)
    elif fault is not None:
        message = f"The front matter cannot be read: {fault.reason}."
        yield Problem(name, fault.line, fault.column, BROKEN_SETTINGS, message, LOOK_AT_FORM)
