"""Timelines on the screen: a row for each event, its date as far as it is known."""

from __future__ import annotations

from seminarbook.draw.days import span
from seminarbook.draw.traces import Plot, points
from seminarbook.views.values import TimelineChart

_NAMES = {"seminar": "seminar", "post": "blog post"}


def timeline_traces(chart: TimelineChart) -> Plot:
    """A trace for each kind of event; a date known by its month only reaches over the month."""
    traces = []
    for kind in sorted({event.kind for event in chart.events}, key=_rank):
        placed = [(row, event) for row, event in enumerate(chart.events) if event.kind == kind]
        spans = [span(event.date) for _, event in placed]
        trace = points(
            _NAMES.get(kind, kind),
            f"event-{kind}",
            [first.isoformat() for first, _ in spans],
            [row for row, _ in placed],
            [f"{event.date.words()}: {event.label}" for _, event in placed],
            symbol="circle" if kind == "seminar" else "circle-open",
        )
        if any(first != last for first, last in spans):
            # Plotly measures along a line of time in milliseconds.
            lengths = [(last - first).days * 86_400_000 for first, last in spans]
            trace["error_x"] = {
                "type": "data",
                "symmetric": False,
                "array": lengths,
                "arrayminus": [0] * len(lengths),
                "thickness": 4,
                "width": 0,
                "color": trace["marker"]["color"],
            }
            trace["meta"]["paint"]["error_x.color"] = f"event-{kind}"
        traces.append(trace)
    return Plot(
        tuple(traces),
        tuple(f"{event.label.partition(':')[0]}, {event.date.words()}" for event in chart.events),
        legend=True,
        xaxis={"type": "date"},
    )


def _rank(kind: str) -> tuple[bool, str]:
    return kind != "seminar", kind
