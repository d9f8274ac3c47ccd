"""Rule: one function that finds one kind of fault in a chapter or in the book.

Its docstring is its documentation: a sentence, then a bad and a good example. The code that
authors see is the function's name.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator

from seminarbook.checks.book import Book
from seminarbook.checks.chapter import Chapter, Place
from seminarbook.problems import Problem, Severity, fault

Finding = tuple[Place, str, str]
ChapterRule = Callable[[Chapter, Book], Iterator[Finding]]

CHAPTER_RULES: dict[str, ChapterRule] = {}


def chapter_rule(title: str, severity: Severity = "error") -> Callable[[ChapterRule], ChapterRule]:
    """Register a rule on chapters: it yields (place, what is wrong, what to do)."""

    def register(rule: ChapterRule) -> ChapterRule:
        code = rule.__name__.replace("_", "-")
        why, _, how = inspect.getdoc(rule).partition("\n\n")  # type: ignore[union-attr]
        CHAPTER_RULES[fault(code, title, why, how, severity)] = rule
        return rule

    return register


def check_chapter(chapter: Chapter, book: Book) -> Iterator[Problem]:
    """Everything that the rules find in a chapter."""
    for code, rule in CHAPTER_RULES.items():
        for place, message, advice in rule(chapter, book):
            yield Problem(chapter.path, place.line, place.column, code, message, advice)
