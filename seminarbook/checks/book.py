"""Book: all that the rules look at — chapters, contents, data, terms and sources."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from seminarbook.checks.chapter import Chapter
from seminarbook.checks.standard_markup import is_label, is_meant
from seminarbook.checks.wanted_words import WantedWords, any_of
from seminarbook.model.records import Language, Person
from seminarbook.model.references import PERSON_IN_PROSE
from seminarbook.model.series import Series
from seminarbook.model.yaml_text import compose_yaml


@dataclass(frozen=True)
class Book:
    """``contents`` are page names in the order of ``_toc.yml``, each with its line there."""

    root: Path
    chapters: tuple[Chapter, ...]
    contents: dict[str, int]
    series: Series
    keys: frozenset[str]
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
        return frozenset((*of_chapters, *of_options))

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


def _is_term(line: str) -> bool:
    """A glossary's term stands at the margin; its definition is indented or begins with ":"."""
    return bool(line.strip()) and not line[0].isspace() and not line.startswith(":")


def contents_of(text: str) -> dict[str, int]:
    """Page names in ``_toc.yml`` with the line each stands on; yaml.YAMLError if it is broken."""
    names: dict[str, int] = {}
    document = compose_yaml(text)
    for name, line in _files(document):
        names.setdefault(name, line)
    return names


def names_root(text: str) -> bool:
    """Whether ``_toc.yml`` says which page comes first; yaml.YAMLError if it is broken."""
    document = compose_yaml(text)
    return isinstance(document, yaml.MappingNode) and any(
        key.value == "root" and isinstance(value, yaml.ScalarNode) for key, value in document.value
    )


def _files(node: Any) -> Iterable[tuple[str, int]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value in ("root", "file") and isinstance(value, yaml.ScalarNode):
                yield value.value, value.start_mark.line + 1
            else:
                yield from _files(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _files(value)
