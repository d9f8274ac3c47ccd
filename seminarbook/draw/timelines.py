"""Timelines: a strip of time on the left, on which each line has its mark, and words beside it."""

from __future__ import annotations

from datetime import date

from seminarbook.draw.days import span
from seminarbook.draw.lettering import LINE, SIZE, wrap
from seminarbook.draw.sheet import Sheet
from seminarbook.views.values import TimelineChart

# The strip's part of the width, and the least room from one year to the next.
_STRIP = 0.275
_YEAR = 44.0
_BEFORE_TEXT = 18
_GAP = 8.0
_SHAPES = {"seminar": "filled"}


def draw_timeline(sheet: Sheet, chart: TimelineChart) -> float:
    """Years along the top of the strip, then a line for each event; returns the height used."""
    if not chart.events:
        return 0.0
    spans = [span(event.date) for event in chart.events]
    start = date(min(first.year for first, _ in spans), 1, 1)
    end = date(max(last.year for _, last in spans), 12, 31)
    days = (end - start).days + 1
    strip = sheet.width * _STRIP
    beside = strip + _BEFORE_TEXT

    def across(day: date) -> float:
        return 6 + (strip - 12) * (day - start).days / days

    years = _spaced([(across(date(year, 1, 1)), year) for year in range(start.year, end.year + 1)])
    for x, year in years:
        sheet.text(x, SIZE, str(year), key="muted")
    top = y = SIZE + 10
    lines = [wrap(event.label, sheet.width - beside) for event in chart.events]
    bottom = top + sum((len(words) + 1) * LINE + _GAP for words in lines) - _GAP
    for x in (*(x for x, _ in years), strip - 6):
        sheet.line([x, x], [top, bottom], "rule")
    for event, (first, last), words in zip(chart.events, spans, lines, strict=True):
        sheet.text(beside, y + SIZE, event.date.words(), key="muted")
        for number, line in enumerate(words):
            sheet.text(beside, y + SIZE + (number + 1) * LINE, line)
        middle = y + SIZE * 0.65
        shape = _SHAPES.get(event.kind, "ring")
        if first == last:
            sheet.marks([across(first)], [middle], shape, f"event-{event.kind}", size=11)
        else:
            left, width = across(first), max(across(last) - across(first), 6)
            sheet.rect(left, middle - 4, width, 8, f"event-{event.kind}")
        y += (len(words) + 1) * LINE + _GAP
    return bottom


def _spaced(years: list[tuple[float, int]]) -> list[tuple[float, int]]:
    """As many years as there is room for, the first always."""
    kept: list[tuple[float, int]] = []
    for x, year in years:
        if not kept or x >= kept[-1][0] + _YEAR:
            kept.append((x, year))
    return kept
