"""Chart → figure: the drawing, a caption with the finding, the sources, the numbers."""

from __future__ import annotations

from docutils import nodes

from seminarbook.sphinx_ext.inlines import InlineWriter
from seminarbook.sphinx_ext.nodes import chart as chart_node
from seminarbook.sphinx_ext.nodes import chart_data
from seminarbook.sphinx_ext.tables import plain_table, source_line
from seminarbook.views.values import Chart


def chart_block(chart: Chart, write: InlineWriter) -> tuple[nodes.container, nodes.figure]:
    """The figure with its numbers in one container, and the figure itself, to be named.

    The numbers stand beside the figure, not in it: LaTeX lets a figure float, and a long
    table cannot float with it.
    """
    figure = nodes.figure("", classes=["chart", f"chart-{chart.name}"])
    figure += chart_node("", chart=chart)
    title = chart.title if chart.title.endswith((".", "?", "!")) else f"{chart.title}."
    caption = nodes.caption("", "", nodes.strong("", title), nodes.Text(f" {chart.finding}"))
    figure += caption
    if chart.sources:
        figure += nodes.legend("", *source_line(chart.sources, write))
    numbers = chart_data("", plain_table(chart.table, write), chart=chart)
    block = nodes.container("", figure, numbers, classes=["chart-block"])
    return block, figure
