"""The cover: title, dates, and the seminars as marks along their years."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass

from seminarbook.sphinx_ext.paper.typefaces import SANS

WIDTH, HEIGHT = 1580, 330
LEFT, RIGHT, AXIS = 36, 1544, 250
INK, PAPER = "#1b4a57", "#ffffff"


@dataclass(frozen=True, slots=True)
class Moment:
    """A seminar on the line: its number and what is known of its year, month and day."""

    number: int
    year: int
    month: int | None = None
    day: int | None = None

    @property
    def fraction(self) -> float:
        """The year and how much of it had passed; the middle of what is not known."""
        if self.month is None:
            return self.year + 0.5
        length = calendar.monthrange(self.year, self.month)[1]
        passed = (self.day - 0.5) / length if self.day else 0.5
        return self.year + (self.month - 1 + passed) / 12


@dataclass(frozen=True, slots=True)
class Stroke:
    """An upright or level line."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A seminar's mark; hollow if its day is not known."""

    x: float
    y: float
    radius: float
    hollow: bool


@dataclass(frozen=True, slots=True)
class Label:
    """A word; ``middle`` if it is centred on its place."""

    x: float
    y: float
    text: str
    colour: str = INK
    middle: bool = False


Shape = Stroke | Dot | Label


def shapes(moments: Sequence[Moment]) -> list[Shape]:
    """The drawing: years and months along a line, a numbered mark for each seminar."""
    if not moments:
        return []
    first = min(moment.year for moment in moments)
    last = max(moment.year for moment in moments) + 1

    def across(when: float) -> float:
        return round(LEFT + (RIGHT - LEFT) * (when - first) / (last - first), 1)

    drawn: list[Shape] = [Stroke(LEFT, AXIS, RIGHT, AXIS)]
    for year in range(first, last):
        for month in range(12):
            x = across(year + month / 12)
            drawn.append(Stroke(x, AXIS, x, AXIS + (26 if month == 0 else 10)))
        drawn.append(Label(across(year) + 12, AXIS + 58, str(year)))
    for moment in moments:
        x, hollow = across(moment.fraction), moment.day is None
        drawn.append(Stroke(x, AXIS, x, AXIS - 120))
        drawn.append(Dot(x, AXIS - 154, 34, hollow))
        colour = INK if hollow else PAPER
        drawn.append(Label(x, AXIS - 142, str(moment.number), colour, middle=True))
    return drawn


def as_svg(drawn: Sequence[Shape]) -> str:
    """The drawing as SVG; nothing if there is nothing to draw."""
    if not drawn:
        return ""
    pieces = []
    for shape in drawn:
        match shape:
            case Stroke(x1, y1, x2, y2):
                pieces.append(f'<path d="M{x1} {y1}L{x2} {y2}" stroke="{INK}" stroke-width="2"/>')
            case Dot(x, y, radius, hollow):
                fill = PAPER if hollow else INK
                pieces.append(
                    f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{fill}" stroke="{INK}" '
                    'stroke-width="3"/>'
                )
            case Label(x, y, text, colour, middle):
                anchor = ' text-anchor="middle"' if middle else ""
                pieces.append(
                    f'<text x="{x}" y="{y}" font-size="34" fill="{colour}"{anchor}>{text}</text>'
                )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="{SANS}">{"".join(pieces)}</svg>'
    )
