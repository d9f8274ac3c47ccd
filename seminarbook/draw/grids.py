"""Grids of states: a mark of its own shape for each state."""

from __future__ import annotations

from seminarbook.draw.lettering import LINE, SIZE, measure, wrap
from seminarbook.draw.sheet import Sheet
from seminarbook.views.values import GridChart

_LABELS_AT_MOST = 170
_COLUMN_AT_LEAST = 26.0
_COLUMN_AT_MOST = 60.0
_ROW = 32.0


def draw_grid(sheet: Sheet, chart: GridChart) -> float:
    """The key, then the grid in as many blocks as its columns need; returns the height used."""
    shapes = {state.key: state.shape for state in chart.states}

    def mark(x: float, y: float, key: str) -> None:
        sheet.marks([x + SIZE * 0.5], [y - SIZE * 0.35], shapes[key], f"state-{key}")

    y = sheet.flow(SIZE, [(state.key, state.label) for state in chart.states], mark)
    left = min(max((measure(label) for label in chart.rows), default=0), _LABELS_AT_MOST) + SIZE
    fitting = max(int((sheet.width - left) // _COLUMN_AT_LEAST), 1)
    for start in range(0, len(chart.columns), fitting):
        y += SIZE if start else 0
        y = _block(sheet, chart, range(start, min(start + fitting, len(chart.columns))), left, y)
    return y


def _block(sheet: Sheet, chart: GridChart, places: range, left: float, y: float) -> float:
    shapes = {state.key: state.shape for state in chart.states}
    step = min((sheet.width - left) / len(places), _COLUMN_AT_MOST)
    xs = {place: left + (index + 0.5) * step for index, place in enumerate(places)}
    heads = {place: wrap(chart.columns[place], step - 2) for place in places}
    sheet.text(0, y + SIZE * 0.6, chart.across, key="muted")
    for place, lines in heads.items():
        for number, line in enumerate(lines):
            base = y + SIZE * 0.6 + number * LINE
            sheet.text(xs[place], base, line, key="muted", anchor="center")
    y += max(len(lines) for lines in heads.values()) * LINE
    points: dict[str, tuple[list[float], list[float]]] = {key: ([], []) for key in shapes}
    for label, cells in zip(chart.rows, chart.cells, strict=True):
        lines = wrap(label, left - SIZE)
        height = max(_ROW, len(lines) * LINE + 8)
        sheet.line([0, left + step * len(places)], [y, y], "rule")
        middle = y + height / 2
        first = middle + SIZE * 0.36 - (len(lines) - 1) * LINE / 2
        for number, line in enumerate(lines):
            sheet.text(0, first + number * LINE, line)
        for place in places:
            points[cells[place]][0].append(xs[place])
            points[cells[place]][1].append(middle)
        y += height
    for key, (right, down) in points.items():
        if right:
            sheet.marks(right, down, shapes[key], f"state-{key}")
    return y + 4
