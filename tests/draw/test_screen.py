"""Interactive drawings show the numbers of their chart, and nothing but plain data."""

from __future__ import annotations

import html
import json
from typing import Any

import pytest
from hypothesis import given
from invented import series as any_series
from properties import examples
from worlds import charts_of, world

from seminarbook.draw.days import span
from seminarbook.draw.palette import PALETTE
from seminarbook.draw.screen import plotly_figure, plotly_json
from seminarbook.model.series import Series
from seminarbook.views.prose import plain
from seminarbook.views.registry import CHARTS
from seminarbook.views.values import Chart, GridChart, RangeChart, StackChart, TimelineChart

THOROUGH = examples(25, shrink=False)


def said(trace: dict[str, Any]) -> dict[int, str]:
    """What a trace says of each row when a reader points at it."""
    words = (html.unescape(line) for line in trace["customdata"])
    return dict(zip(trace["y"], words, strict=True))


def assert_shows_its_table(chart: Chart) -> None:
    figure = plotly_figure(chart)
    traces = figure["data"]
    assert {trace["type"] for trace in traces} <= {"bar", "scatter"}, "the basic bundle has these"
    rows = [[plain(cell) for cell in row] for row in chart.table.rows]
    match chart.drawing:
        case RangeChart(bars=bars):
            ends: dict[int, float] = {}
            words: dict[int, str] = {}
            for trace in traces:
                words |= said(trace)
                starts = trace.get("base", [0] * len(trace["x"]))
                for row, start, length in zip(trace["y"], starts, trace["x"], strict=True):
                    ends[row] = max(ends.get(row, 0), start + length)
            assert [words[n] for n in range(len(rows))] == [f"{a}: {b}" for a, b in rows]
            numbers = [bar.quantity.upper or bar.quantity.value or 0 for bar in bars]
            assert [ends[n] for n in range(len(rows))] == pytest.approx(list(map(float, numbers)))
        case StackChart(segments=segments):
            heads = [column.key for column in chart.table.columns]
            shown = {
                (n, segment.key): count
                for segment, trace in zip(segments, traces, strict=True)
                for n, count in zip(trace["y"], trace["x"], strict=True)
            }
            for n, row in enumerate(rows):
                number = dict(zip(heads, row, strict=True))
                for segment in segments:
                    assert f"{shown.get((n, segment.key), 0):,}" == number[segment.key]
        case GridChart(states=states):
            shown_states = {
                (column, row): state.label
                for state, trace in zip(states, traces, strict=True)
                for column, row in zip(trace["x"], trace["y"], strict=True)
            }
            table = {(n, m): cell for n, row in enumerate(rows) for m, cell in enumerate(row[1:])}
            assert shown_states == table
        case TimelineChart(events=events):
            dates = {n: x for trace in traces for n, x in zip(trace["y"], trace["x"], strict=True)}
            words = {n: line for trace in traces for n, line in said(trace).items()}
            assert [words[n] for n in range(len(rows))] == [f"{a}: {b}" for a, b in rows]
            assert [dates[n] for n in range(len(rows))] == [
                span(event.date)[0].isoformat() for event in events
            ]


@pytest.mark.parametrize("name", ["real", "toy", "empty"])
def test_every_chart_shows_its_table(name: str) -> None:
    for chart in charts_of(world(name)):
        assert_shows_its_table(chart)


@THOROUGH
@given(any_series())
def test_any_chart_shows_its_table(series: Series) -> None:
    for chart in charts_of(series):
        assert_shows_its_table(chart)


def test_what_is_not_recorded_is_no_bar() -> None:
    figure = plotly_figure(CHARTS["attendance"].make(world("real"), None))
    unknown = next(trace for trace in figure["data"] if trace["name"] == "not recorded")
    assert unknown["type"] == "scatter"
    assert len(unknown["y"]) == 6
    (bars,) = (trace for trace in figure["data"] if trace["type"] == "bar")
    assert (bars["y"], bars["x"], bars["text"]) == ([5], [35], ["about 35"])


def test_colours_follow_the_page() -> None:
    """Every colour drawn is named, and each name has a light and a dark value."""
    for chart in charts_of(world("toy")):
        figure = plotly_figure(chart)
        palette = figure["layout"]["meta"]["palette"]
        for part in (*figure["data"], figure["layout"]):
            for path, key in part["meta"]["paint"].items():
                value: Any = part
                for step in path.split("."):
                    value = value[step]
                assert value == PALETTE[key].light == palette["light"][key]
                assert palette["dark"][key] == PALETTE[key].dark


def test_no_template_and_no_white_sheet() -> None:
    layout = plotly_figure(CHARTS["roles"].make(world("toy"), None))["layout"]
    assert layout["paper_bgcolor"] == layout["plot_bgcolor"] == "rgba(0,0,0,0)"
    assert len(json.dumps(layout["template"])) < 100, "the usual template is 7 KB in every chart"
    assert max(len(plotly_json(chart)) for chart in charts_of(world("real"))) < 9000


def test_hostile_text_stays_text() -> None:
    text = plotly_json(CHARTS["takeaways"].make(world("toy"), None))
    assert "<" not in text, "it may stand in a script element"
    figure = json.loads(text)
    words = [*figure["layout"]["yaxis"]["ticktext"]]
    words += [line for trace in figure["data"] for line in (trace["name"], *trace["customdata"])]
    # Plotly reads some HTML in its texts, so that text has to be escaped for it too.
    assert any("&lt;script&gt;" in line for line in words)
    assert not [line for line in words if "<" in line.replace("<br>", "")]


def test_text_is_the_same_every_time() -> None:
    chart = CHARTS["roles"].make(world("real"), None)
    assert plotly_json(chart) == plotly_json(chart)
