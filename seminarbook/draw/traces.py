"""Plot: the traces of an interactive chart, before Plotly has seen them."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from seminarbook.draw.palette import Texture, colour, name_of

Trace = dict[str, Any]

_TICKS_AT_MOST = 6
CLEAR = "rgba(0,0,0,0)"
_PATTERNS: dict[Texture, str] = {
    "rising": "/",
    "falling": "\\",
    "lines": "-",
    "upright": "|",
    "crossed": "x",
    "grid": "+",
}


@dataclass(frozen=True, slots=True)
class Plot:
    """Traces, the words of the rows from top to bottom, and what is special about the x axis."""

    traces: tuple[Trace, ...]
    rows: tuple[str, ...]
    legend: bool
    xaxis: dict[str, Any] = field(default_factory=dict)


def escaped(words: str) -> str:
    """Words that Plotly shows as they are: it reads some HTML in its texts."""
    return html.escape(words, quote=False)


def whole_ticks(most: float) -> int:
    """A step between whole numbers that makes at most six marks up to ``most``."""
    step = 1
    for step in (factor * 10**power for power in range(10) for factor in (1, 2, 5)):
        if most / step <= _TICKS_AT_MOST:
            break
    return step


def bars(
    name: str,
    key: str,
    lengths: Sequence[int | float],
    rows: Sequence[int],
    words: Sequence[str],
    *,
    base: Sequence[int | float] | None = None,
    outline: bool = False,
) -> Trace:
    """Horizontal bars in one colour; an outline says that there may be as many."""
    key = name_of(key)
    look = colour(key)
    open_ = outline or look.texture == "open"
    hollow = open_ or look.texture == "dashed"
    marker: dict[str, Any] = {
        "color": CLEAR if hollow else look.light,
        "line": {"color": look.light, "width": 1.5 if hollow else 0},
    }
    paint = {"marker.line.color": key}
    if hollow and not open_:
        marker["pattern"] = {"shape": "/", "fgcolor": look.light, "size": 7, "solidity": 0.15}
        paint["marker.pattern.fgcolor"] = key
    if not hollow:
        paint["marker.color"] = key
        if look.texture in _PATTERNS:
            marker["pattern"] = {
                "shape": _PATTERNS[look.texture],
                "fgcolor": colour("paper").light,
                "size": 7,
                "fillmode": "overlay",
            }
            paint["marker.pattern.fgcolor"] = "paper"
    return {
        "type": "bar",
        "orientation": "h",
        "name": escaped(name),
        "x": list(lengths),
        "y": list(rows),
        "customdata": [escaped(line) for line in words],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": marker,
        "meta": {"paint": paint},
        **({} if base is None else {"base": list(base)}),
    }


def points(
    name: str,
    key: str,
    xs: Sequence[Any],
    rows: Sequence[int],
    words: Sequence[str],
    *,
    symbol: str,
    size: int = 13,
) -> Trace:
    """Marks of one kind."""
    key = name_of(key)
    ink = colour(key).light
    return {
        "type": "scatter",
        "mode": "markers",
        "name": escaped(name),
        "x": list(xs),
        "y": list(rows),
        "customdata": [escaped(line) for line in words],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {
            "symbol": symbol,
            "size": size,
            "color": ink,
            "line": {"color": ink, "width": 2},
        },
        "meta": {"paint": {"marker.color": key, "marker.line.color": key}},
    }
