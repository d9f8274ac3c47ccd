"""Outputs: what a cell shows, as the values that every output of the book can draw."""

from __future__ import annotations

import base64
import struct
from collections.abc import Iterator
from typing import Any

from seminarbook.notebooks.reading import DATA_TYPE
from seminarbook.views.charts.stacks import stack_table
from seminarbook.views.phrases import counted, listed
from seminarbook.views.values import Chart, Column, Segment, StackChart, Table

_PLOTLY = "application/vnd.plotly.v1+json"
_SIZES = {"i1": 1, "i2": 2, "i4": 4, "i8": 8, "u1": 1, "u2": 2, "u4": 4, "u8": 8}


class NotDrawable(Exception):
    """An output that the book has no way to draw: what is wrong, and what would do."""


def shown(cell: Any, name: str) -> Iterator[Table | Chart | str]:
    """Everything a cell shows, in order: tables, charts and plain text."""
    for number, output in enumerate(cell.outputs, start=1):
        here = f"{name}-{number}"
        data = output.get("data", {})
        if output.output_type == "stream":
            yield "".join(output.text).rstrip("\n")
        elif _PLOTLY in data:
            yield _chart(data[_PLOTLY], here)
        elif DATA_TYPE in data:
            yield _table(data[DATA_TYPE], here, cell.metadata.get("caption", ""))
        elif "text/plain" in data:
            yield "".join(data["text/plain"])


def _table(data: Any, name: str, caption: str) -> Table:
    """A data frame; its index stands first, and heads the rows."""
    key = data["schema"].get("primaryKey", [])
    fields = data["schema"]["fields"]
    # A frame that was given no index has numbers for one, which mean nothing to a reader.
    hidden = {"index"} if key == ["index"] else set()
    chosen = [field for field in fields if field["name"] not in hidden]
    columns = tuple(
        Column(
            str(field["name"]),
            str(field["name"]),
            header=place == 0,
            numeric=field["type"] in ("integer", "number"),
        )
        for place, field in enumerate(chosen)
    )
    rows = tuple(
        tuple((_text(row.get(field["name"])),) for field in chosen) for row in data["data"]
    )
    if not caption:
        raise NotDrawable("A table needs a caption. Add “:caption:” to the code cell.")
    return Table(name=name, caption=caption, columns=columns, rows=rows)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:g}"
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def _chart(figure: Any, name: str) -> Chart:
    """A bar chart of whole numbers; its subtitle is what the chart says in a sentence."""
    layout, traces = figure["layout"], figure["data"]
    title = layout.get("title", {})
    finding = title.get("subtitle", {}).get("text", "")
    if not title.get("text") or not finding:
        message = "A chart needs a title, and a subtitle that says what it shows."
        raise NotDrawable(f"{message} Add “title=” and “subtitle=” to the figure.")
    if not traces or any(trace.get("type") != "bar" for trace in traces):
        raise NotDrawable("The book can draw only bar charts. Show other figures as tables.")
    lying = traces[0].get("orientation") == "h"
    labels, numbers = ("y", "x") if lying else ("x", "y")
    rows = list(dict.fromkeys(str(one) for trace in traces for one in _values(trace[labels])))
    segments = tuple(_segment(trace, place) for place, trace in enumerate(traces))
    counts = {row: [0] * len(traces) for row in rows}
    for place, trace in enumerate(traces):
        for label, number in zip(_values(trace[labels]), _values(trace[numbers]), strict=True):
            if number != int(number):
                raise NotDrawable("The book draws bars of whole numbers only.")
            counts[str(label)][place] += int(number)
    order = [str(one) for one in _values(layout.get(f"{labels}axis", {}).get("categoryarray", ()))]
    if order:
        # Plotly's upright axis begins at the foot of the page.
        rows = order[::-1] if lying else order
    axis = layout.get(f"{numbers}axis", {}).get("title", {}).get("text", "number")
    row_name = layout.get(f"{labels}axis", {}).get("title", {}).get("text", "")
    drawing = StackChart(
        rows=tuple(rows),
        segments=segments,
        counts=tuple(tuple(counts.get(row, [0] * len(traces))) for row in rows),
        axis=axis,
    )
    parts = listed([segment.label for segment in segments])
    divided = f", divided into {parts}" if len(segments) > 1 else ""
    return Chart(
        name=name,
        title=title["text"],
        finding=finding,
        description=f"A bar for each of {counted(len(rows), 'row', 'rows')}: {axis}{divided}.",
        drawing=drawing,
        table=stack_table(name, title["text"], row_name, drawing, (), empty="Nothing is shown."),
    )


def _segment(trace: Any, place: int) -> Segment:
    """A part of every bar."""
    label = trace.get("name") or "number"
    return Segment(f"part-{place}", label, f"spare-{place}")


def _values(values: Any) -> list[Any]:
    """A column of a figure, which Plotly packs where it holds numbers."""
    if not isinstance(values, dict):
        return list(values)
    kind, data = values["dtype"], base64.b64decode(values["bdata"])
    if kind in _SIZES:
        size = _SIZES[kind]
        parts = (data[start : start + size] for start in range(0, len(data), size))
        return [int.from_bytes(part, "little", signed=kind[0] == "i") for part in parts]
    code = {"f4": "f", "f8": "d"}[kind]
    return [one for (one,) in struct.iter_unpack(f"<{code}", data)]
