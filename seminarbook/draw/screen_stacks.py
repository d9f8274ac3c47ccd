"""Stacked charts on the screen: a trace for each segment."""

from __future__ import annotations

from seminarbook.draw.traces import Plot, bars, escaped, whole_ticks
from seminarbook.views.values import StackChart


def stack_traces(chart: StackChart) -> Plot:
    """Counts with the number in each bar; a bar of nothing is left out, a row never."""
    traces = []
    for place, segment in enumerate(chart.segments):
        rows = [row for row, counts in enumerate(chart.counts) if counts[place]]
        counts = [chart.counts[row][place] for row in rows]
        words = [
            f"{chart.rows[row]}, {segment.label}: {count:,}"
            for row, count in zip(rows, counts, strict=True)
        ]
        traces.append(bars(segment.label, segment.colour, counts, rows, words))
    most = max((sum(counts) for counts in chart.counts), default=0)
    return Plot(
        tuple(traces),
        chart.rows,
        legend=True,
        xaxis={
            "title": {"text": escaped(chart.axis)},
            "rangemode": "tozero",
            "dtick": whole_ticks(most),
        },
    )
