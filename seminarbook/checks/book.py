"""Book: all that the rules look at — chapters, contents, data, terms and sources."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from seminarbook.checks.given import Given
from seminarbook.checks.wanted_words import WantedWords, any_of
from seminarbook.model.records import Language, Person
from seminarbook.model.references import PERSON_IN_PROSE
from seminarbook.model.series import Series


@dataclass(frozen=True)
class Book:
    """``contents`` are page names in the order of ``_toc.yml``, each with its line there."""

    root: Path
    chapters: tuple[Given, ...]
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
    def labelled(self) -> dict[str, str]:
        """The first chapter, by its path, that has each label."""
        found: dict[str, str] = {}
        for chapter in self.chapters:
            for label in chapter.labels:
                found.setdefault(label, chapter.path)
        return found

    @cached_property
    def labels(self) -> frozenset[str]:
        """Every label that authors gave."""
        return frozenset(self.labelled)

    @cached_property
    def numbered(self) -> frozenset[str]:
        """The labels of what has a number, given by authors or by a build."""
        return frozenset(label for chapter in self.chapters for label in chapter.numbered)

    @cached_property
    def gone(self) -> frozenset[str]:
        """Pages of the contents of which nothing can be read: what leads to a place in them has
        no fault of its own."""
        read = {chapter.name for chapter in self.chapters if not chapter.is_blank}
        return frozenset(name.removesuffix(".md") for name in self.contents) - read

    @cached_property
    def terms(self) -> dict[str, str]:
        """Glossary terms, folded → as written."""
        return {term.casefold(): term for chapter in self.chapters for term in chapter.terms}

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
