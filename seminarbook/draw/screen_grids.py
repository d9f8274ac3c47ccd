"""Grids on the screen: a trace for each state, with a mark of its own shape."""

from __future__ import annotations

from seminarbook.draw.traces import Plot, escaped, points
from seminarbook.views.values import GridChart

_SYMBOLS = {
    "filled": "circle",
    "half": "circle-open-dot",
    "ring": "circle-open",
    "cross": "x",
    "dash": "line-ew-open",
}


def grid_traces(chart: GridChart) -> Plot:
    """Every cell is a mark, also the cells of which nothing is known."""
    traces = []
    for state in chart.states:
        cells = [
            (row, column)
            for row, states in enumerate(chart.cells)
            for column, key in enumerate(states)
            if key == state.key
        ]
        words = [
            f"{chart.rows[row]}, {chart.across.lower()} {chart.columns[column]}: {state.label}"
            for row, column in cells
        ]
        traces.append(
            points(
                state.label,
                f"state-{state.key}",
                [column for _, column in cells],
                [row for row, _ in cells],
                words,
                symbol=_SYMBOLS[state.shape],
            )
        )
    return Plot(
        tuple(traces),
        chart.rows,
        legend=True,
        xaxis={
            "title": {"text": escaped(chart.across)},
            "tickmode": "array",
            "tickvals": list(range(len(chart.columns))),
            "ticktext": [escaped(column) for column in chart.columns],
            "range": [-0.5, len(chart.columns) - 0.5],
        },
    )
