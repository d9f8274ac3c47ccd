"""The cover as a picture of dots, for the shelves of e-readers, which show no SVG."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

from seminarbook.sphinx_ext.paper.cover import INK, PAPER, WIDTH, Dot, Label, Shape, Stroke
from seminarbook.sphinx_ext.paper.facts import Facts
from seminarbook.sphinx_ext.paper.typefaces import SANS, SERIF, face_file

SIZE = (1600, 2400)
MARGIN = 130
TEXT = SIZE[0] - 2 * MARGIN


def paint(facts: Facts, drawn: Sequence[Shape]) -> bytes:
    """The cover as PNG; the same bytes for the same words."""
    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, SIZE[0], 36), fill=INK)
    y = 260.0
    y = _lines(pen, y, facts.period, SANS, 400, 58, INK) + 60
    y = _lines(pen, y, facts.title, SANS, 600, 132, INK) + 50
    _lines(pen, y, facts.subtitle, SERIF, 400, 78, "#1a1a1a")
    _draw(pen, drawn, top=1640)
    _lines(pen, 2180, facts.author, SANS, 400, 50, "#1a1a1a")
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def _font(family: str, weight: int, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(face_file(family, weight)), size)


def _lines(
    pen: ImageDraw.ImageDraw, y: float, text: str, family: str, weight: int, size: int, colour: str
) -> float:
    """Set text from ``y`` down, broken where it does not fit, and return where it ends."""
    font = _font(family, weight, size)
    line = ""
    for word in [*text.split(), ""]:
        longer = f"{line} {word}".strip()
        if line and (not word or font.getlength(longer) > TEXT):
            pen.text((MARGIN, y), line, font=font, fill=colour)
            y += size * 1.2
            longer = word
        line = longer
    return y


def _draw(pen: ImageDraw.ImageDraw, drawn: Sequence[Shape], top: float) -> None:
    scale = TEXT / WIDTH
    font = _font(SANS, 400, 32)

    def at(x: float, y: float) -> tuple[float, float]:
        return MARGIN + x * scale, top + y * scale

    for shape in drawn:
        match shape:
            case Stroke(x1, y1, x2, y2):
                pen.line([at(x1, y1), at(x2, y2)], fill=INK, width=3)
            case Dot(x, y, radius, hollow):
                middle, size = at(x, y), radius * scale
                pen.circle(middle, size, fill=PAPER if hollow else INK, outline=INK, width=3)
            case Label(x, y, text, colour, middle):
                pen.text(at(x, y), text, font=font, fill=colour, anchor="ms" if middle else "ls")
