"""How wide words are, and where to break them.

Widths are those of DejaVu Sans, which comes with matplotlib and is wider than the fonts pages
use: what fits here fits everywhere.
"""

from __future__ import annotations

import re
import unicodedata
import warnings
from functools import lru_cache
from typing import Literal

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextToPath

Weight = Literal["normal", "bold"]

SIZE = 15.0
LINE = SIZE * 1.35

_TEXT = TextToPath()


# Characters that XML cannot hold, in any form of writing.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(words: str) -> str:
    """The words, with a replacement character for each that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", words)


@lru_cache(maxsize=4096)
def measure(words: str, size: float = SIZE, weight: Weight = "normal") -> float:
    """The width of a line of words in pixels."""
    words = " ".join(words.split())
    # The font has no wide letters (Chinese, Japanese, Korean); they are as wide as high.
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in words)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "(?s)Glyph .* missing from")
        width, _, _ = _TEXT.get_text_width_height_descent(
            words, FontProperties(family="DejaVu Sans", size=size, weight=weight), ismath=False
        )
    return float(width) + wide * size * 0.4


def wrap(words: str, width: float, size: float = SIZE, weight: Weight = "normal") -> list[str]:
    """Break words into lines no wider than ``width``; a word that is too long is broken too."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size, weight) <= width:
            lines[-1] = longer
            continue
        while measure(word, size, weight) > width and len(word) > 1:
            fits = _fitting(word, width, size, weight)
            lines.append(word[:fits])
            word = word[fits:]
        lines.append(word)
    return lines or [""]


def _fitting(word: str, width: float, size: float, weight: Weight) -> int:
    for length in range(len(word) - 1, 1, -1):
        if measure(word[:length], size, weight) <= width:
            return length
    return 1
