"""Stacked bars, each with its numbers in words beneath: no colour needs to be looked up."""

from __future__ import annotations

from seminarbook.draw.lettering import LINE, SIZE, measure, wrap
from seminarbook.draw.sheet import Sheet
from seminarbook.views.values import StackChart

_BAR = 18
_GAP = 16
_BETWEEN = 1.5


def draw_stack(sheet: Sheet, chart: StackChart) -> float:
    """Label and sum, bar, numbers in words, for each row; returns the height used."""
    scale = (
        sheet.width / max((sum(row) for row in chart.counts), default=0)
        if any(map(sum, chart.counts))
        else 0.0
    )

    def swatch(x: float, y: float, key: str) -> None:
        sheet.rect(x, y - SIZE * 0.75, SIZE * 0.85, SIZE * 0.85, key)

    y = 0.0
    for row, (label, counts) in enumerate(zip(chart.rows, chart.counts, strict=True)):
        total = f"{chart.sum_of(row):,}"
        lines = wrap(label, sheet.width - measure(total, weight="bold") - SIZE, weight="bold")
        for place, line in enumerate(lines):
            sheet.text(0, y + SIZE + place * LINE, line, weight="bold")
        y += len(lines) * LINE + 3
        if not sum(counts):
            sheet.text(0, y + SIZE, chart.none, key="muted")
            y += LINE + _GAP
            continue
        base = y - 3 - LINE * len(lines) + SIZE
        sheet.text(sheet.width, base, total, weight="bold", anchor="right")
        _bar(sheet, chart, counts, y, scale)
        if len(chart.segments) == 1:
            # The sum has said it already.
            y += _BAR + _GAP
            continue
        y += _BAR + SIZE + 7
        items = [
            (segment.colour, f"{segment.label}: {count:,}")
            for segment, count in zip(chart.segments, counts, strict=True)
            if count
        ]
        y = sheet.flow(y, items, swatch) - SIZE + _GAP - 5
    return max(y - _GAP + 8, 0)


def _bar(sheet: Sheet, chart: StackChart, counts: tuple[int, ...], y: float, scale: float) -> None:
    x = 0.0
    for segment, count in zip(chart.segments, counts, strict=True):
        if count:
            width = count * scale
            sheet.rect(x, y, width - min(_BETWEEN, width / 4), _BAR, segment.colour)
            x += width
