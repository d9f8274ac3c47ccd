"""The cover's drawing: the seminars as marks along their years."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 1580, 420
LEFT, RIGHT, AXIS = 20, 1560, 250


@dataclass(frozen=True, slots=True)
class Moment:
    """A seminar on the line: its number and the year, month and day known of it."""

    number: int
    year: int
    month: int | None = None
    day: int | None = None

    @property
    def fraction(self) -> float:
        """The year and how much of it had passed; the middle of what is not known."""
        month = self.month or 7
        length = calendar.monthrange(self.year, month)[1]
        day = self.day or length / 2
        return self.year + (month - 1 + (day - 0.5) / length) / 12


def draw(moments: Sequence[Moment]) -> str:
    """An SVG drawing of the moments; nothing if there are none."""
    if not moments:
        return ""
    first = min(moment.year for moment in moments)
    last = max(moment.year for moment in moments) + 1

    def across(when: float) -> float:
        return LEFT + (RIGHT - LEFT) * (when - first) / (last - first)

    pieces = [f'<path d="M{LEFT} {AXIS}H{RIGHT}" stroke="#1b4a57" stroke-width="2"/>']
    for year in range(first, last):
        for month in range(12):
            at, size = across(year + month / 12), 26 if month == 0 else 10
            pieces.append(f'<path d="M{at:.1f} {AXIS}v{size}" stroke="#1b4a57" stroke-width="2"/>')
        pieces.append(
            f'<text x="{across(year) + 12:.1f}" y="{AXIS + 62}" font-size="34" '
            f'fill="#1b4a57">{year}</text>'
        )
    for moment in moments:
        at = across(moment.fraction)
        hollow = moment.day is None
        pieces.append(
            f'<path d="M{at:.1f} {AXIS}V{AXIS - 120}" stroke="#1b4a57" stroke-width="2"/>'
            f'<circle cx="{at:.1f}" cy="{AXIS - 154}" r="34" stroke="#1b4a57" stroke-width="3" '
            f'fill="{"#ffffff" if hollow else "#1b4a57"}"/>'
            f'<text x="{at:.1f}" y="{AXIS - 142}" font-size="34" text-anchor="middle" '
            f'fill="{"#1b4a57" if hollow else "#ffffff"}">{escape(str(moment.number))}</text>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="Book Sans">{"".join(pieces)}</svg>'
    )
