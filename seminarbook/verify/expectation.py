"""Expectation: what a build of this book must have written."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Expectation:
    """``pages`` maps each page's file, relative to the site, to the number of its charts, and
    ``tables`` to that of its tables, if they are to be counted.

    ``downloads`` are further files that must be there; ``address`` is where the site is published.
    """

    pages: dict[str, int]
    downloads: frozenset[str] = field(default_factory=frozenset)
    tables: dict[str, int] = field(default_factory=dict)
    address: str = ""

    @property
    def base(self) -> str:
        """The path of the address, which a page that may be shown anywhere puts before links."""
        path = urlsplit(self.address).path
        return path if path.endswith("/") else f"{path}/"
