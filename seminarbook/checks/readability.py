"""Flesch reading ease of a text, counted by the readability library."""

from __future__ import annotations

import re
import warnings
from typing import Any

_FEWEST_WORDS = 40
_SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+|\n{2,}")
_WORD = re.compile(r"[\w’'-]+")


def reading_ease(text: str) -> float | None:
    """About 0 (hard) to 100 (easy); None for a text too short to say (under 40 words)."""
    # One sentence a line, words parted by spaces, is what the library reads.
    sentences = [" ".join(_WORD.findall(part)) for part in _SENTENCE_END.split(text)]
    plain = "\n".join(sentence for sentence in sentences if sentence)
    if len(plain.split()) < _FEWEST_WORDS:
        return None
    return float(_measures(plain)["readability grades"]["FleschReadingEase"])


def _measures(plain: str) -> Any:
    with warnings.catch_warnings():
        # Its tables for other languages hold escapes that newer Pythons warn of.
        warnings.simplefilter("ignore")
        import readability
    return readability.getmeasures(plain, lang="en")
