"""Flesch reading ease of a text, counted by the readability library."""

from __future__ import annotations

import re
import string
import warnings
from functools import cache, lru_cache
from typing import Any

_FEWEST_WORDS = 40
_SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+|\n{2,}")
_WORD = re.compile(r"[\w’'-]+")


@lru_cache(maxsize=4096)
def reading_ease(text: str) -> float | None:
    """About 0 (hard) to 100 (easy); None for a text too short to say (under 40 words).

    Of the library's many measures only the three that this one rests on are taken: all of them
    together took longer than every other check.
    """
    sentences = [_WORD.findall(part) for part in _SENTENCE_END.split(text)]
    sentences = [sentence for sentence in sentences if sentence]
    words = [word for sentence in sentences for word in sentence]
    # Like the library, count no word of nothing but punctuation.
    spoken = [word for word in words if word.strip(string.punctuation)]
    if len(words) < _FEWEST_WORDS or not spoken:
        return None
    syllables = sum(map(_syllables, spoken))
    return float(_library().FleschReadingEase(syllables, len(spoken), len(sentences)))


@cache
def _syllables(word: str) -> int:
    return int(_library().LANGDATA["en"]["syllables"](word))


@cache
def _library() -> Any:
    with warnings.catch_warnings():
        # Its tables for other languages hold escapes that newer Pythons warn of.
        warnings.simplefilter("ignore")
        import readability
    return readability
