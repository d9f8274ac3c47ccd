"""The directives and roles of this book, as authors write them.

Declared once: the Sphinx extension takes its options from here, the checks know the
same names without a build, and the editor's snippets and the authors' guide are drawn from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Takes = Literal["nothing", "table", "chart", "seminar"]


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a directive: what stands behind ``:name:``, and what it is for."""

    name: str
    takes: Literal["text", "seminar", "label"]
    meaning: str


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive: its argument, its options, whether it has a body, and an example."""

    name: str
    takes: Takes
    meaning: str
    example: str
    options: tuple[Option, ...] = ()
    body: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """A role: what its text names, and an example."""

    name: str
    names: Literal["people", "seminars", "figures"]
    meaning: str
    example: str


_SEMINAR = Option("seminar", "seminar", "one seminar; left out, the whole series")
_NAME = Option("name", "label", "the label by which other pages refer to it")
_CAPTION = Option("caption", "text", "the words above or below it, in place of ours")
_FINDING = Option("finding", "text", "what the chart says, in a sentence, in place of ours")
_ALT = Option("alt", "text", "what the chart shows, for people who do not see it")

_FORMS = (
    Directive(
        "seminar-card", "seminar", "a seminar at a glance",
        ":::{seminar-card} s1\n:::",
    ),
    Directive(
        "seminar-cards", "nothing", "a card for every seminar, each a link to its chapter",
        ":::{seminar-cards}\n:::",
    ),
    Directive(
        "data-table", "table", "a table drawn from the data files",
        ":::{data-table} programme\n:seminar: s1\n:::", (_SEMINAR, _NAME, _CAPTION),
    ),
    Directive(
        "data-chart", "chart", "a chart drawn from the data files, with its finding and table",
        ":::{data-chart} roles\n:seminar: s1\n:::",
        (_SEMINAR, _NAME, _CAPTION, _FINDING, _ALT),
    ),
    Directive(
        "people-index", "nothing", "every person, with what they did where",
        ":::{people-index}\n:::",
    ),
    Directive(
        "data-dictionary", "nothing", "every column of every data file, with its meaning",
        ":::{data-dictionary}\n:::",
    ),
    Directive(
        "cite-this", "nothing", "how to cite the chapter, or with :of: the whole book",
        ":::{cite-this}\n:::", (Option("of", "text", "“book” for the whole book"),),
    ),
    Directive(
        "downloads", "nothing", "the files of the book, with their sizes",
        ":::{downloads}\n:::",
    ),
    Directive(
        "source-list", "nothing", "every source, in alphabetical order",
        ":::{source-list}\n:::",
    ),
    Directive(
        "care-note", "nothing", "a note before hard subjects, with where to find help",
        ":::{care-note}\nThis chapter speaks of detention.\n:::", body=True,
    ),
    Directive(
        "plain-words", "nothing", "the chapter in plain words, in under 150 words",
        ":::{plain-words}\nSeven days of talk about sharing power.\n:::", body=True,
    ),
)  # fmt: skip

_ROLES = (
    Role("person", "people", "a person, linked to the index of people",
         "{person}`ada-quillfeather`"),
    Role("seminar", "seminars", "a seminar, linked to its chapter", "{seminar}`s1`"),
    Role("figure", "figures", "a number with how sure it is and its source",
         "{figure}`s1-attendance`"),
)  # fmt: skip

DIRECTIVES = {form.name: form for form in _FORMS}
ROLES = {role.name: role for role in _ROLES}
