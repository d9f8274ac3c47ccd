"""Chart → static SVG: with fixed colours for paper, or with CSS variables for a page."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from seminarbook.draw.grids import draw_grid
from seminarbook.draw.lettering import SIZE, writable
from seminarbook.draw.palette import colour
from seminarbook.draw.ranges import draw_range
from seminarbook.draw.sheet import PAPER_WIDTH, SCREEN_WIDTH, Sheet
from seminarbook.draw.stacks import draw_stack
from seminarbook.draw.svg import rewrite
from seminarbook.draw.timelines import draw_timeline
from seminarbook.views.values import Chart, GridChart, RangeChart, StackChart


def paper_svg(chart: Chart) -> str:
    """A drawing with fixed colours, for PDF and EPUB, as a file or among others in a page."""
    return _svg(
        chart,
        PAPER_WIDTH,
        prefix=f"{chart.name}-{hashlib.sha256(repr(chart).encode()).hexdigest()[:8]}",
        paint=lambda key: colour(key).light,
        attributes={
            "xmlns:xlink": "http://www.w3.org/1999/xlink",
            "font-family": "'Source Sans Pro', 'Source Sans 3', Helvetica, Arial, sans-serif",
        },
        # Readers of books keep to SVG 1.1.
        link="xlink:href",
        outlines=True,
    )


def screen_svg(chart: Chart, id_prefix: str) -> str:
    """A drawing to put in a page: colours are CSS variables, ids begin with ``id_prefix``."""
    return _svg(
        chart,
        SCREEN_WIDTH,
        prefix=id_prefix,
        paint=lambda key: f"var(--chart-{key}, {colour(key).light})",
        attributes={"class": "chart-drawing"},
    )


def _svg(
    chart: Chart,
    width: float,
    *,
    prefix: str,
    paint: Callable[[str], str],
    attributes: dict[str, str],
    link: str = "href",
    outlines: bool = False,
) -> str:
    sheet = Sheet(width, outlines=outlines)
    height = _draw(sheet, chart)
    if not height:
        sheet.text(0, SIZE, chart.table.empty, key="muted")
        height = SIZE * 1.5
    colours = {stand_in: paint(key) for stand_in, key in sheet.stand_ins.items()}
    return rewrite(
        sheet.svg(height, chart.name),
        lambda stand_in: colours.get(stand_in, stand_in),
        prefix=prefix,
        title=writable(chart.title),
        description=writable(f"{chart.finding} {chart.description}"),
        size=(width, height),
        attributes={
            "role": "img",
            "aria-labelledby": f"{prefix}-title",
            "aria-describedby": f"{prefix}-desc",
            **attributes,
        },
        link=link,
    )


def _draw(sheet: Sheet, chart: Chart) -> float:
    match chart.drawing:
        case RangeChart() as drawing:
            return draw_range(sheet, drawing)
        case StackChart() as drawing:
            return draw_stack(sheet, drawing)
        case GridChart() as drawing:
            return draw_grid(sheet, drawing) if drawing.rows else 0.0
        case drawing:
            return draw_timeline(sheet, drawing)
