"""Chart → a Plotly figure as plain data, drawn in the browser when a reader asks for it.

Colours are those of a light page. ``meta.paint`` of each trace and of the layout says which
attribute has which palette key, and ``layout.meta.palette`` gives each key's colour on a light
and on a dark page, so that the page's script can follow the reader's choice.
"""

from __future__ import annotations

import json
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from seminarbook.draw.palette import colour
from seminarbook.draw.screen_grids import grid_traces
from seminarbook.draw.screen_ranges import range_traces
from seminarbook.draw.screen_stacks import stack_traces
from seminarbook.draw.screen_timelines import timeline_traces
from seminarbook.draw.traces import Plot, escaped
from seminarbook.views.values import Chart, GridChart, RangeChart, StackChart

_ROW = 44
_KEY = 20
_LABEL = 22
_AROUND = 90
_LAYOUT_PAINT = {
    "font.color": "ink",
    "hoverlabel.font.color": "ink",
    "hoverlabel.bgcolor": "paper",
    "hoverlabel.bordercolor": "muted",
    "xaxis.gridcolor": "rule",
    "yaxis.gridcolor": "rule",
}


def plotly_figure(chart: Chart) -> dict[str, Any]:
    """The figure's ``data`` and ``layout``, of JSON's own types only."""
    plot = _plot(chart)
    figure = go.Figure(data=list(plot.traces), layout=_layout(plot), skip_invalid=False)
    # Through JSON, so that what is tested is what a browser gets: no tuples, no arrays.
    plain = json.loads(json.dumps(figure.to_plotly_json(), sort_keys=True))
    return {"data": plain["data"], "layout": plain["layout"]}


def plotly_json(chart: Chart) -> str:
    """The figure as compact JSON that can stand in a script element."""
    text = json.dumps(
        plotly_figure(chart), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    return text.replace("<", "\\u003c")


def _plot(chart: Chart) -> Plot:
    match chart.drawing:
        case RangeChart() as drawing:
            return range_traces(drawing)
        case StackChart() as drawing:
            return stack_traces(drawing)
        case GridChart() as drawing:
            return grid_traces(drawing)
        case drawing:
            return timeline_traces(drawing)


def _lines(words: str) -> str:
    """A row's words in short lines, so that the bars keep their room on a phone."""
    return "<br>".join(escaped(line) for line in wrap(words, _LABEL)) or " "


def _layout(plot: Plot) -> dict[str, Any]:
    keys = {key for trace in plot.traces for key in trace["meta"]["paint"].values()}
    keys |= set(_LAYOUT_PAINT.values())
    rule = colour("rule").light
    return {
        # Without this, Plotly adds its whole standard theme to each chart.
        "template": "none",
        "height": _AROUND + _ROW * max(len(plot.rows), 1) + _KEY * len(plot.traces) * plot.legend,
        "margin": {"l": 8, "r": 16, "t": 8, "b": 8},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"color": colour("ink").light, "size": 14},
        "hoverlabel": {
            "bgcolor": colour("paper").light,
            "bordercolor": colour("muted").light,
            "font": {"color": colour("ink").light},
        },
        "barmode": "stack",
        "dragmode": False,
        "showlegend": plot.legend,
        "legend": {
            "orientation": "h",
            "y": 1,
            "yanchor": "bottom",
            "x": 0,
            "traceorder": "normal",
            "maxheight": 1,
        },
        "xaxis": {
            "automargin": True,
            "gridcolor": rule,
            "zeroline": False,
            "fixedrange": True,
            **plot.xaxis,
        },
        "yaxis": {
            "automargin": True,
            "ticklabelstandoff": 6,
            "gridcolor": rule,
            "zeroline": False,
            "fixedrange": True,
            # Rows by number: two rows may have the same words.
            "tickmode": "array",
            "tickvals": list(range(len(plot.rows))),
            "ticktext": [_lines(row) for row in plot.rows],
            "range": [len(plot.rows) - 0.5, -0.5],
        },
        "meta": {
            "paint": _LAYOUT_PAINT,
            "palette": {
                "light": {key: colour(key).light for key in sorted(keys)},
                "dark": {key: colour(key).dark for key in sorted(keys)},
            },
        },
    }
