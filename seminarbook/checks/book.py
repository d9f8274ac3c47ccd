"""Book: all that the rules look at — chapters, contents, data, terms and sources."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from seminarbook.checks.chapter import Chapter
from seminarbook.checks.standard_markup import KNOWN_DIRECTIVES, is_label, is_meant
from seminarbook.checks.wanted_words import WantedWords, any_of
from seminarbook.model.records import Language, Person
from seminarbook.model.references import PERSON_IN_PROSE
from seminarbook.model.series import Series


@dataclass(frozen=True)
class Book:
    """``contents`` are page names in the order of ``_toc.yml``, each with its line there."""

    root: Path
    chapters: tuple[Chapter, ...]
    contents: dict[str, int]
    series: Series
    keys: frozenset[str] | None  # of the sources; None if they could not be read
    left_out: frozenset[tuple[str, str]] = frozenset()
    unread: frozenset[str] = frozenset()

    def may_have(self, id_: str, *files: str) -> bool:
        """Whether a row with this id stands in a file, but with a fault of its own."""
        return any((file, id_) in self.left_out or file in self.unread for file in files)

    def lacks_rows(self, file: str) -> bool:
        """Whether any row of a file could not be read for a fault of its own."""
        return file in self.unread or any(name == file for name, _ in self.left_out)

    @cached_property
    def labelled(self) -> dict[str, Chapter]:
        """The first chapter that has each label."""
        found: dict[str, Chapter] = {}
        for chapter in self.chapters:
            for label in chapter.labels:
                found.setdefault(label, chapter)
        return found

    @cached_property
    def labels(self) -> frozenset[str]:
        """Every label a page can refer to."""
        of_options = (
            option.value
            for chapter in self.chapters
            for used in chapter.directives
            for option in used.options
            if is_label(used, option)
        )
        of_chapters = (label for chapter in self.chapters for label in chapter.labels)
        return frozenset((*of_chapters, *of_options, *self.numbered))

    @cached_property
    def numbered(self) -> frozenset[str]:
        """The labels of what has a number: tables, charts and pictures."""
        found: set[str] = set()
        for chapter in self.chapters:
            above = {at.line + gap: label for label, at in chapter.labels.items() for gap in (1, 2)}
            for used in chapter.directives:
                if used.name in KNOWN_DIRECTIVES and used.name not in _NUMBERED:
                    continue  # a name with a slip in it is told as one
                given = {option.value for option in used.options if is_label(used, option)}
                seminar = (one.value for one in used.options if one.name == "seminar")
                found |= given or {f"{next(seminar, 'series')}-{used.argument}"}
                found |= {above[used.at.line]} if used.at.line in above else set()
        return frozenset(found)

    @cached_property
    def gone(self) -> frozenset[str]:
        """Pages of the contents of which nothing can be read: what leads to a place in them has
        no fault of its own."""
        read = {chapter.name for chapter in self.chapters if not chapter.is_blank}
        return frozenset(name.removesuffix(".md") for name in self.contents) - read

    @cached_property
    def terms(self) -> dict[str, str]:
        """Glossary terms, folded → as written."""
        bodies = (
            used.body
            for chapter in self.chapters
            for used in chapter.directives
            if is_meant(used, "glossary")
        )
        lines = (line for body in bodies for line in body.splitlines())
        return {line.strip().casefold(): line.strip() for line in lines if _is_term(line)}

    @cached_property
    def titles(self) -> frozenset[str]:
        """Titles in the data, which a chapter may quote as they are, numbers and all.

        A title with a person in it is there in pieces, since a chapter has a role between them.
        """
        series = self.series
        titles = (
            *(seminar.title for seminar in series.seminars),
            *(talk.title for talk in series.talks),
            *(record.title for record in series.records),
            *(post.title for post in series.posts),
        )
        pieces = (PERSON_IN_PROSE.sub("\n", title or "").split("\n") for title in titles)
        return frozenset(piece.strip() for parts in pieces for piece in parts if piece.strip())

    @cached_property
    def any_title(self) -> re.Pattern[str]:
        """Finds any of the titles."""
        return re.compile(any_of(self.titles) or r"(?!)")

    @cached_property
    def any_term(self) -> re.Pattern[str]:
        """Finds any of the glossary's terms."""
        return re.compile(any_of(self.terms.values()) or r"(?!)", re.IGNORECASE)

    @cached_property
    def names(self) -> WantedWords[Person]:
        """The names of people, whole and family name alone."""
        people = [person for person in self.series.people if person.kind == "person"]
        return WantedWords(
            {name: person for person in people for name in (person.name, person.family_name)}
        )

    @cached_property
    def hurtful_words(self) -> WantedWords[Language]:
        """Words that can hurt, with the kinder ones."""
        return WantedWords(
            {entry.word.casefold(): entry for entry in self.series.language}, fold=True
        )


_NUMBERED = frozenset(["data-table", "data-chart", "figure", "list-table", "data-dictionary"])


def _is_term(line: str) -> bool:
    """A glossary's term stands at the margin; its definition is indented or begins with ":"."""
    return bool(line.strip()) and not line[0].isspace() and not line.startswith(":")
