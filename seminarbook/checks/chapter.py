"""Chapter: the parts of a Markdown file, each with its line and column."""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """A line and a column of the file, both from 1."""

    line: int
    column: int = 1


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and its level."""

    level: int
    text: str
    at: Place


@dataclass(frozen=True, slots=True)
class UsedOption:
    """An option; ``slip`` is its line as written if that is not how options are written."""

    name: str
    value: str
    at: Place
    slip: str = ""


@dataclass(frozen=True, slots=True)
class UsedDirective:
    """A directive as written; ``body`` is its text without options."""

    name: str
    argument: str
    options: tuple[UsedOption, ...]
    body: str
    at: Place
    argument_at: Place
    body_at: Place
    closed: bool = True


@dataclass(frozen=True, slots=True)
class UsedRole:
    """A role as written: ``{name}`text <target>```, or the target alone."""

    name: str
    target: str
    text: str
    at: Place


@dataclass(frozen=True, slots=True)
class Link:
    """A Markdown link or image."""

    target: str
    text: str
    image: bool
    at: Place


@dataclass(frozen=True, slots=True)
class Words:
    """A run of plain words of a paragraph, list or quotation."""

    text: str
    at: Place

    def place(self, start: int) -> Place:
        """The place of the letter that stands there in the text, counted from 0."""
        return Place(self.at.line, self.at.column + start)


@dataclass(frozen=True, slots=True)
class Code:
    """A piece of code in a sentence, and what stands just before it."""

    text: str
    before: str
    at: Place


@dataclass(frozen=True, slots=True)
class Slip:
    """A line, or a part of one, that is not what its signs make it look like."""

    text: str
    at: Place


@dataclass(frozen=True, slots=True)
class Unclosed:
    """A fence that is not closed; ``closed_by`` is a line that was to close it and does not."""

    text: str
    at: Place
    sign: str
    closed_by: Slip | None = None


@dataclass(frozen=True, slots=True)
class PlainTable:
    """Lines with strokes: a table of ``columns``, or what was to be one (``columns`` is 0)."""

    lines: tuple[str, ...]
    at: Place
    columns: int = 0


def cells_of(line: str) -> list[str]:
    """The cells of a line of a Markdown table."""
    return re.split(r"(?<!\\)\|", line.strip(" >").strip("|"))


@dataclass(slots=True)
class Chapter:
    """The parts of one file, in order. ``name`` is its path without suffix, as in the contents."""

    path: str
    name: str
    headings: list[Heading] = field(default_factory=list)
    directives: list[UsedDirective] = field(default_factory=list)
    roles: list[UsedRole] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    labels: dict[str, Place] = field(default_factory=dict)
    labels_again: list[Slip] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)
    label_slips: list[Slip] = field(default_factory=list)
    unclosed: list[Unclosed] = field(default_factory=list)  # fences
    unclosed_roles: list[Slip] = field(default_factory=list)
    nameless: list[Slip] = field(default_factory=list)  # fences without a name in braces
    html: list[Slip] = field(default_factory=list)
    indented: list[Slip] = field(default_factory=list)  # text that became code by its spaces
    tables: list[PlainTable] = field(default_factory=list)
    note_marks: list[Slip] = field(default_factory=list)  # [^name] in a sentence
    notes: list[Slip] = field(default_factory=list)  # [^name]: with its text
    unseen: list[Slip] = field(default_factory=list)  # characters that nobody sees
    words: list[Words] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to read in it."""
        return not (self.headings or self.words or self.directives or self.roles)
