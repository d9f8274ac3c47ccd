"""Suggestions: the known name most like a wrong one, at a bounded cost."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from seminarbook.problems import nearest_name

_MOST_NAMES = 2_000
_MOST_SEARCHES = 50
_FEW_NAMES = 12
_LONGEST_NAME = 200


def kebab(text: str) -> str:
    """The id that a text would give: small letters, digits and single hyphens."""
    plain = unicodedata.normalize("NFKD", text.replace("'", "")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:80].strip("-")


class Suggestions:
    """Finds the nearest of some names.

    A search compares a value with every name. A file full of wrong values would make that cost
    grow with the square of its length, so after some searches only a different spelling of the
    same id is still found.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        self._left = _MOST_SEARCHES if len(self._names) <= _MOST_NAMES else 0
        self._found: dict[str, str] = {}

    def advice(self, value: str, otherwise: str) -> str:
        """A sentence that offers the nearest name; the names, if few; or ``otherwise``."""
        if best := self.best(value):
            return f"Did you mean “{best}”?"
        if 0 < len(self._names) <= _FEW_NAMES:
            return f"It can be: {', '.join(sorted(self._names))}."
        return otherwise

    def best(self, value: str) -> str:
        """The nearest name, or an empty text."""
        if value not in self._found:
            self._found[value] = self._search(value)
        return self._found[value]

    def _search(self, value: str) -> str:
        if (plain := kebab(value)) in self._names:
            return plain
        if not self._left or len(value) > _LONGEST_NAME:
            return ""
        self._left -= 1
        return nearest_name(value, self._names)
