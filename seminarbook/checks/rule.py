"""Rule: one function that finds one kind of fault in a chapter or in the book.

Its docstring is its documentation: a sentence, then a bad and a good example. The code that
authors see is the function's name.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator

from seminarbook.checks.book import Book
from seminarbook.checks.chapter import Chapter, Place
from seminarbook.problems import FAULTS, Problem, Severity, fault

Finding = tuple[Place, str, str] | tuple[Place, str, str, str]
ChapterRule = Callable[[Chapter, Book], Iterator[Finding]]

CHAPTER_RULES: dict[str, ChapterRule] = {}


def chapter_rule(
    title: str,
    severity: Severity = "error",
    *,
    harmless: bool = False,
) -> Callable[[ChapterRule], ChapterRule]:
    """Register a rule on chapters: it yields (place, what is wrong, what to do) and, if something
    named is missing, what it is.

    ``harmless``: a build has nothing to warn of where the rule finds something.
    """

    def register(rule: ChapterRule) -> ChapterRule:
        code = rule.__name__.replace("_", "-")
        why, _, how = inspect.getdoc(rule).partition("\n\n")  # type: ignore[union-attr]
        fault(code, title, why, how, severity, harmless=harmless)
        CHAPTER_RULES[code] = rule
        return rule

    return register


def check_chapter(
    chapter: Chapter, book: Book, severity: Severity | None = None
) -> Iterator[Problem]:
    """Everything that the rules find in a chapter, or only errors or advice."""
    for code, rule in CHAPTER_RULES.items():
        if severity and FAULTS[code].severity != severity:
            continue
        for place, message, advice, *missing in rule(chapter, book):
            at = chapter.path, place.line, place.column
            yield Problem(*at, code, message, advice, missing="".join(missing))
