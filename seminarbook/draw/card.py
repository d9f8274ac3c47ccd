"""Card: the picture that stands for a page where its address is shared."""

from __future__ import annotations

import io
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
_MARGIN, _BAND = 80, 28
_BLACK, _WHITE = 0, 255
# The card is drawn in greys, of which sixteen are kept and coloured: a picture of one ink is
# small and quickly made.
_SHADES = 16
_INK, _PAPER = (27, 74, 87), (255, 255, 255)
_RUNS = 3  # zlib's run lengths: for a card smaller than its best effort, in half the time
_TITLE_SIZES = (76, 64, 54, 46)
_TITLE_ROOM = 310
_LONGEST = 600  # characters; more would not fit in any case


@dataclass(frozen=True, slots=True)
class Card:
    """What is written on a card; ``line`` is the small text at its foot."""

    title: str
    book: str
    line: str = ""

    @property
    def alt(self) -> str:
        """The card in words."""
        words = f"The words “{self.title}” on a white card, from {self.book}"
        return f"{words}. {self.line}." if self.line else f"{words}."


@dataclass(frozen=True, slots=True)
class Faces:
    """The files of the two fonts."""

    serif: Path
    sans: Path


def card_png(card: Card, faces: Faces) -> bytes:
    """The card as PNG: the same bytes for the same words."""
    image = Image.new("L", (WIDTH, HEIGHT), _WHITE)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, WIDTH, _BAND), fill=_BLACK)
    small = _font(faces.sans, 30)
    pen.text((_MARGIN, _MARGIN + 20), _lines(card.book, small)[0], font=small, fill=_BLACK)
    font, lines = _fitting(card.title, faces.serif)
    y = 165.0
    for line in lines:
        pen.text((_MARGIN, y), line, font=font, fill=_BLACK)
        y += font.size * 1.18
    foot = HEIGHT - 104
    pen.line((_MARGIN, foot - 26, WIDTH - _MARGIN, foot - 26), fill=_BLACK, width=3)
    if card.line:
        pen.text((_MARGIN, foot), _lines(card.line, small)[0], font=small, fill=_BLACK)
    return _coloured(image)


def _coloured(image: Image.Image) -> bytes:
    step = 256 // _SHADES
    shades = image.point([grey // step for grey in range(256)])
    indexed = Image.frombytes("P", image.size, shades.tobytes())
    palette = [
        ink + (paper - ink) * shade // (_SHADES - 1)
        for shade in range(_SHADES)
        for ink, paper in zip(_INK, _PAPER, strict=True)
    ]
    indexed.putpalette(palette)
    file = io.BytesIO()
    indexed.save(file, "PNG", compress_level=1, compress_type=_RUNS)
    return file.getvalue()


@lru_cache(maxsize=16)
def _font(face: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(face), size)


def _fitting(title: str, face: Path) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest size at which the title fits; at the smallest it loses its end."""
    for size in _TITLE_SIZES:
        font = _font(face, size)
        lines = _lines(title, font)
        room = int(_TITLE_ROOM // (size * 1.18))
        if len(lines) <= room:
            return font, lines
    return font, [*lines[: room - 1], f"{lines[room - 1][:-2].rstrip(' ,;:')}…"]


def _lines(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """The text broken between words, and within a word that is wider than the card."""
    text = text[:_LONGEST]
    width = WIDTH - 2 * _MARGIN
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if font.getlength(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        while font.getlength(word) > width:
            ends = [font.getlength(word[:end]) for end in range(1, len(word) + 1)]
            kept = max(1, bisect_right(ends, width))
            lines.append(word[:kept])
            word = word[kept:]
        line = word
    return [*lines, line] if line or not lines else lines
