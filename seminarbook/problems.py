"""Problem: the one way anything is reported to an author.

Readers, checks and directives return or yield problems; nobody prints.
One function, :func:`format_problem`, turns a problem into a line of text.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

Severity = Literal["error", "advice"]


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of problem: a stable code, and why the rule exists."""

    code: str
    title: str
    why: str
    how: str
    severity: Severity = "error"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault at one place.

    ``path`` is relative to the project's root, ``line`` and ``column`` count from 1
    (0 where the fault has no line or no column), ``field`` is the name of a CSV column.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    advice: str = ""
    field: str = ""

    @property
    def severity(self) -> Severity:
        """``error`` stops a build, ``advice`` never does."""
        return FAULTS[self.code].severity


FAULTS: dict[str, Fault] = {}


def fault(code: str, title: str, why: str, how: str, severity: Severity = "error") -> str:
    """Add a kind of problem to the catalogue and return its code."""
    if code in FAULTS:
        raise ValueError(f"fault code {code!r} is declared twice")
    FAULTS[code] = Fault(code, title, why, how, severity)
    return code


def format_problem(problem: Problem) -> str:
    """``path:line:column: message advice [code]``, leaving out a place that is unknown."""
    place = str(PurePosixPath(problem.path))
    if problem.line:
        place += f":{problem.line}"
        if problem.column:
            place += f":{problem.column}"
    subject = f"column “{problem.field}”: " if problem.field else ""
    advice = f" {problem.advice}" if problem.advice else ""
    return f"{place}: {subject}{problem.message}{advice} [{problem.code}]"


def nearest(value: str, allowed: Iterable[str]) -> str:
    """A sentence that offers the allowed value most like ``value``, or an empty text."""
    folded = {name.casefold(): name for name in sorted(allowed)}
    matches = difflib.get_close_matches(value.casefold(), folded, n=1, cutoff=0.5)
    return f"Did you mean “{folded[matches[0]]}”?" if matches else ""
