"""WantedWords: many words and names, looked for in text all at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

_WORD = re.compile(r"\w+")


M = TypeVar("M")


@dataclass(frozen=True)
class WantedWords(Generic[M]):
    """What each word means to whoever looks for it."""

    meaning: Mapping[str, M]
    fold: bool = False  # upper case or lower case is all the same; the words are folded

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds each of them as a whole word, the longest first."""
        flags = re.IGNORECASE if self.fold else 0
        return re.compile(rf"\b(?:{any_of(self.meaning) or '(?!)'})(?!\w)", flags)

    def may_stand_in(self, text: str) -> bool:
        """Whether there is reason to look; a set of words answers faster than a long pattern."""
        words = _WORD.findall(text.casefold() if self.fold else text)
        return not self._beginnings.isdisjoint(words)

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(word for text in self.meaning for word in _WORD.findall(text)[:1])


def any_of(texts: Iterable[str]) -> str:
    """A pattern for any of the texts, the longest first."""
    return "|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True))
