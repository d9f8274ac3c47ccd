"""Expectation: what a build of this book must have written."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Expectation:
    """``pages`` maps each page's file, relative to the site, to the number of its charts, and
    ``tables`` to that of its tables, if they are to be counted.

    ``downloads`` are further files that must be there.
    """

    pages: dict[str, int]
    downloads: frozenset[str] = field(default_factory=frozenset)
    tables: dict[str, int] = field(default_factory=dict)
