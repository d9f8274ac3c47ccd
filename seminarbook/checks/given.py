"""Given: what a chapter gives to the others — labels, numbers, terms — and nothing else of it."""

from __future__ import annotations

from dataclasses import dataclass

from seminarbook.checks.chapter import Chapter
from seminarbook.checks.standard_markup import KNOWN_DIRECTIVES, is_label, is_meant

_NUMBERED = frozenset(["data-table", "data-chart", "figure", "list-table", "data-dictionary"])


@dataclass(frozen=True, slots=True)
class Given:
    """``terms`` are those that its glossary explains; ``looks_out`` says that a link of it leads
    to a file that is not among the book's."""

    path: str
    name: str
    is_blank: bool
    labels: tuple[str, ...]
    numbered: frozenset[str]
    terms: tuple[str, ...]
    looks_out: bool


def given_by(chapter: Chapter) -> Given:
    """What a chapter gives to the others."""
    of_options = (
        option.value
        for used in chapter.directives
        for option in used.options
        if is_label(used, option)
    )
    bodies = (used.body for used in chapter.directives if is_meant(used, "glossary"))
    lines = (line for body in bodies for line in body.splitlines())
    targets = [link.target for link in chapter.links]
    targets += [used.argument for used in chapter.directives if used.name in ("figure", "image")]
    return Given(
        chapter.path,
        chapter.name,
        chapter.is_blank,
        tuple(dict.fromkeys((*chapter.labels, *of_options))),
        _numbered(chapter),
        tuple(line.strip() for line in lines if _is_term(line)),
        any(target.startswith(("../../", "/")) for target in targets),
    )


def _numbered(chapter: Chapter) -> frozenset[str]:
    """The labels of what has a number: tables, charts and pictures."""
    found: set[str] = set()
    above = {at.line + gap: label for label, at in chapter.labels.items() for gap in (1, 2)}
    for used in chapter.directives:
        if used.name in KNOWN_DIRECTIVES and used.name not in _NUMBERED:
            continue  # a name with a slip in it is told as one
        named = {option.value for option in used.options if is_label(used, option)}
        seminar = (one.value for one in used.options if one.name == "seminar")
        found |= named or {f"{next(seminar, 'series')}-{used.argument}"}
        found |= {above[used.at.line]} if used.at.line in above else set()
    return frozenset(found)


def _is_term(line: str) -> bool:
    """A glossary's term stands at the margin; its definition is indented or begins with ":"."""
    return bool(line.strip()) and not line[0].isspace() and not line.startswith(":")
