"""Outlines: words drawn as shapes, for print, where several characters make up one letter.

Of each letter a PDF must say which character it stands for, so that it can be heard and copied.
In a drawing Typst cannot say so where a mark has a place of its own (ọ́), letters join to another
shape (क्ष), or a sign is put together from several (👍🏽), and refuses the whole file. What a
drawing says is said again in its description and its table.
"""

from __future__ import annotations

import unicodedata
import warnings

import numpy as np
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.textpath import TextPath

from seminarbook.draw.lettering import Weight, measure

_PARTS_OF_SIGNS = (*range(0x1F1E6, 0x1F200), *range(0x1F3FB, 0x1F400))
_PARTS = {"Mn", "Mc", "Me", "Cf"}


def is_joined(words: str) -> bool:
    """Whether any of the characters is only a part of a letter or sign."""
    return not words.isascii() and any(
        unicodedata.category(sign) in _PARTS or ord(sign) in _PARTS_OF_SIGNS for sign in words
    )


def outline(x: float, y: float, words: str, size: float, weight: Weight, anchor: str) -> Path:
    """The shape of the words on the base line ``y``, in pixels from the top left."""
    with warnings.catch_warnings():
        # What no font has is drawn as the sign of its script.
        warnings.filterwarnings("ignore", "(?s)Glyph .* missing from")
        font = FontProperties(family="DejaVu Sans", weight=weight)
        drawn = TextPath((0, 0), words, size=size, prop=font, usetex=False)
    before = {"left": 0.0, "center": 0.5, "right": 1.0}[anchor] * measure(words, size, weight)
    place = np.array((x - before, y))
    return Path(place + drawn.vertices * (1, -1), drawn.codes)
