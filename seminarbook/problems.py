"""Problem: the one way anything is reported to an author.

Readers, checks and directives return or yield problems; nobody prints.
One function, :func:`format_problem`, turns a problem into a line of text; what each code
means is declared in :mod:`seminarbook.faults`.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from seminarbook.faults import FAULTS, Fault, Severity, fault

__all__ = [
    "FAULTS",
    "Fault",
    "Few",
    "Problem",
    "Severity",
    "explain",
    "fault",
    "format_problem",
    "gathered",
    "nearest",
    "nearest_name",
    "quoted",
    "sort",
]

MOST_OF_A_KIND = 500
_LONGEST_SHOWN = 60
_MANY = 3  # so many places do not name by mistake what is missing: it was renamed or removed


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault at one place.

    ``path`` is relative to the project's root, ``line`` and ``column`` count from 1
    (0 where the fault has no line or no column), ``field`` is the name of a CSV column.
    ``missing`` is what is named here and stands nowhere, like ``people:ann-example``.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    advice: str = ""
    field: str = ""
    missing: str = ""

    @property
    def severity(self) -> Severity:
        """``error`` stops a build, ``advice`` never does."""
        return FAULTS[self.code].severity


class Few:
    """Problems as they are found: of each kind in each file the first hundreds, then a count.

    One slip can go through a whole file; told a hundred thousand times it would hide the others.
    """

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self._listed: list[Problem] = []
        self._counts: Counter[tuple[str, str]] = Counter()
        self._more: Counter[tuple[str, str]] = Counter()
        self._lines: dict[tuple[str, str], int] = {}
        for problem in problems:
            self.add(problem)

    def passed_over(self, path: str, code: str, line: int) -> bool:
        """Whether there are so many of a kind that one more is only counted, which is done here.

        Asking first saves whoever would find words for it.
        """
        if self._counts[path, code] < MOST_OF_A_KIND:
            return False
        self.leave_out(path, code, line)
        return True

    def leave_out(self, path: str, code: str, line: int) -> None:
        """Count one more of a kind without listing it."""
        self._more[path, code] += 1
        self._lines.setdefault((path, code), line)

    def add(self, problem: Problem) -> None:
        """Take one more."""
        if not self.passed_over(problem.path, problem.code, problem.line):
            self._counts[problem.path, problem.code] += 1
            self._listed.append(problem)

    def __iter__(self) -> Iterator[Problem]:
        yield from self._listed
        for (path, code), more in self._more.items():
            message = f"There are {more:,} more of this kind in the file, which are not listed."
            advice = "Mend the listed ones first: perhaps one slip made them all."
            yield Problem(path, self._lines[path, code], 0, code, message, advice)


def sort(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by file and line, each once."""
    return tuple(sorted(set(problems)))


def gathered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems as they are told: each cause once, at the first of its places.

    A row or a label that is renamed or removed is missed wherever the book names it. Telling
    all these places would bury what else is wrong.
    """
    groups: dict[object, list[Problem]] = {}
    for problem in sort(problems):
        groups.setdefault(problem.missing or problem, []).append(problem)
    told: list[Problem] = []
    for group in groups.values():
        told += [_of_many(group)] if len(group) >= _MANY else group
    return sort(told)


def _of_many(group: list[Problem]) -> Problem:
    first, *others = group
    files = len({problem.path for problem in group})
    where = f", {files} files in all" if files > 1 else ""
    return replace(first, advice=f"{first.advice} So in {len(others)} more places{where}.".strip())


def format_problem(problem: Problem) -> str:
    """``path:line:column: message advice [code]``, leaving out a place that is unknown.

    A chapter may hold what turns a text round or steers a terminal; here it is a blank.
    """
    place = str(PurePosixPath(problem.path))
    if problem.line:
        place += f":{problem.line}"
        if problem.column:
            place += f":{problem.column}"
    subject = f"column “{problem.field}”: " if problem.field else ""
    advice = f" {problem.advice}" if problem.advice else ""
    return _printable(f"{place}: {subject}{problem.message}{advice} [{problem.code}]")


def explain(code: str) -> str:
    """What a code means, why the rule exists and how to put it right, as a paragraph each.

    ``KeyError`` if there is no such code.
    """
    found = FAULTS[code]
    weight = "" if found.severity == "error" else " (advice: it never stops a build)"
    # A rule shows a bad and a good example, which say what to do by themselves.
    how = found.how if found.how.startswith("Bad:") else f"What to do: {found.how}"
    return f"{found.code}: {found.title}{weight}.\n\nWhy: {found.why}\n\n{how}\n"


def nearest(value: str, allowed: Collection[str]) -> str:
    """A sentence that offers the allowed value most like ``value``, or an empty text."""
    best = nearest_name(value, allowed)
    return f"Did you mean “{best}”?" if best else ""


def nearest_name(value: str, allowed: Collection[str]) -> str:
    """The allowed value most like ``value``, or an empty text if none is much like it."""
    if value in allowed:
        return value
    folded = {name.casefold(): name for name in sorted(allowed)}
    matches = difflib.get_close_matches(value.casefold(), folded, n=1)
    return folded[matches[0]] if matches else ""


def quoted(value: str) -> str:
    """A value as a message shows it: in quotes, on one line, not longer than a glance."""
    shown = _printable(value[: _LONGEST_SHOWN + 1])
    if len(shown) > _LONGEST_SHOWN:
        shown = shown[:_LONGEST_SHOWN].rstrip() + "…"
    return f"“{shown}”"


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)
