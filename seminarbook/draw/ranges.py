"""Range charts: how many, and how sure."""

from __future__ import annotations

from seminarbook.draw.lettering import LINE, SIZE, measure, wrap
from seminarbook.draw.sheet import Sheet
from seminarbook.model.quantity import Quantity
from seminarbook.views.values import RangeChart

_BAR = 16
_GAP = 14
# Room at the right for the arrow of "at least" and the open end of "about".
_ROOM = 22


def draw_range(sheet: Sheet, chart: RangeChart) -> float:
    """Each label with its number in words, and a bar under them; returns the height used."""
    ends = [
        float(end)
        for bar in chart.bars
        for end in (bar.quantity.value, bar.quantity.upper)
        if end is not None
    ]
    scale = (sheet.width - _ROOM) / max(max(ends, default=0), 1)
    y = 0.0
    for bar in chart.bars:
        words = bar.quantity.words()
        known = bar.quantity.recorded
        lines = wrap(bar.label, sheet.width - measure(words, weight="bold") - SIZE)
        for place, line in enumerate(lines):
            sheet.text(0, y + SIZE + place * LINE, line)
        sheet.text(
            sheet.width,
            y + SIZE,
            words,
            anchor="right",
            weight="bold" if known else "normal",
            key="ink" if known else "muted",
        )
        y += len(lines) * LINE + 3
        _draw_quantity(sheet, bar.quantity, y, scale)
        y += _BAR + _GAP
    return max(y - _GAP + 2, 0)


def _draw_quantity(sheet: Sheet, quantity: Quantity, y: float, scale: float) -> None:
    if quantity.value is None:
        middle = y + _BAR / 2
        sheet.line([0, sheet.width], [middle, middle], "muted", dashed=True)
        return
    # A bar of no length would look like no bar: zero that was counted is a thin line.
    end = max(float(quantity.value) * scale, 2)
    match quantity.qualifier:
        case "about":
            sheet.rect(0, y, max(end - 7, 2), _BAR, "people")
            for place in (-5, 0, 5):
                sheet.rect(end + place, y, 2, _BAR, "people")
        case "at least":
            sheet.rect(0, y, end, _BAR, "people")
            middle = y + _BAR / 2
            sheet.line([end + 2, end + 18], [middle, middle], "people", width=2)
            sheet.line(
                [end + 12, end + 18, end + 12], [middle - 5, middle, middle + 5], "people", width=2
            )
        case "at most" | "fewer than":
            sheet.box(0, y, end, _BAR, "people")
        case "between" if quantity.upper is not None:
            sheet.rect(0, y, end, _BAR, "people")
            sheet.box(end, y, float(quantity.upper) * scale - end, _BAR, "people")
        case _:
            sheet.rect(0, y, end, _BAR, "people")
