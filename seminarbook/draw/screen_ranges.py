"""Range charts on the screen: what is sure as bars, what may be as outlines."""

from __future__ import annotations

from decimal import Decimal

from seminarbook.draw.traces import Plot, Trace, bars, escaped, points, whole_ticks
from seminarbook.model.quantity import Quantity
from seminarbook.views.values import RangeBar, RangeChart

_OPEN_BELOW = ("at most", "fewer than")


def range_traces(chart: RangeChart) -> Plot:
    """At most three traces: for sure, possibly, and not recorded; each bar with its words."""
    placed = list(enumerate(chart.bars))
    sure = [(row, bar) for row, bar in placed if _sure(bar.quantity)]
    possible = [(row, bar) for row, bar in placed if _possible(bar.quantity)]
    unknown = [(row, bar) for row, bar in placed if not bar.quantity.recorded]
    traces: list[Trace] = []
    if sure:
        # The words of a range stand at its upper end.
        words = ["" if _possible(bar.quantity) else bar.quantity.words() for _, bar in sure]
        lengths = [_number(bar.quantity.value) for _, bar in sure]
        traces.append(_worded(bars("for sure", "people", lengths, *_said(sure)), words))
    if possible:
        starts = [_number(bar.quantity.value) if _sure(bar.quantity) else 0 for _, bar in possible]
        lengths = [_extra(bar.quantity) for _, bar in possible]
        words = [bar.quantity.words() for _, bar in possible]
        trace = bars("possibly", "people", lengths, *_said(possible), base=starts, outline=True)
        traces.append(_worded(trace, words))
    if unknown:
        zeros = [0] * len(unknown)
        trace = points("not recorded", "muted", zeros, *_said(unknown), symbol="line-ew-open")
        trace |= {"mode": "markers+text", "textposition": "middle right"}
        traces.append(trace | {"text": [f" {bar.quantity.words()}" for _, bar in unknown]})
    longest = _longest(chart)
    return Plot(
        tuple(traces),
        tuple(bar.label for bar in chart.bars),
        legend=False,
        # Room at the right for the words.
        xaxis={
            "title": {"text": escaped(chart.axis)},
            "range": [0, longest * 1.4],
            "dtick": whole_ticks(longest),
        },
    )


def _sure(quantity: Quantity) -> bool:
    return quantity.recorded and quantity.qualifier not in _OPEN_BELOW


def _possible(quantity: Quantity) -> bool:
    return quantity.qualifier in (*_OPEN_BELOW, "between")


def _extra(quantity: Quantity) -> int | float:
    if quantity.upper is None or quantity.value is None:
        return _number(quantity.value)
    return _number(quantity.upper - quantity.value)


def _number(value: Decimal | None) -> int | float:
    """A number as JSON writes it; a recorded quantity always has one."""
    exact = value or Decimal(0)
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def _said(placed: list[tuple[int, RangeBar]]) -> tuple[list[int], list[str]]:
    return [row for row, _ in placed], [f"{bar.label}: {bar.quantity.words()}" for _, bar in placed]


def _worded(trace: Trace, words: list[str]) -> Trace:
    return trace | {"text": words, "textposition": "outside", "cliponaxis": False}


def _longest(chart: RangeChart) -> float:
    ends = [_number(bar.quantity.upper or bar.quantity.value) for bar in chart.bars]
    return float(max(ends, default=0) or 1)
