"""Expectation: what a build of this book must have written."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Expectation:
    """``pages`` maps each page's file, relative to the site, to the number of its charts.

    ``downloads`` are further files that must be there; ``base`` is the path under which the site
    is published, which a page that may be shown at any address puts before its links.
    """

    pages: dict[str, int]
    downloads: frozenset[str] = field(default_factory=frozenset)
    base: str = "/"
