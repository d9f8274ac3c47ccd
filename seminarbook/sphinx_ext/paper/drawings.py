"""Charts on paper: a drawing with its words in place of the node, the numbers below it."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from docutils import nodes

from seminarbook.draw.cache import Drawings
from seminarbook.sphinx_ext.nodes import chart, chart_data


def draw_charts(doctree: nodes.document, drawings: Drawings) -> None:
    """Replace the charts of a document by pictures, and let their tables stand openly."""
    for drawing in list(doctree.findall(chart)):
        drawn = drawing["chart"]
        drawing.replace_self(_picture(drawings.paper_svg(drawn), drawn.description))
    for numbers in list(doctree.findall(chart_data)):
        numbers.replace_self(nodes.container("", *numbers.children, classes=["chart-numbers"]))


def _picture(svg: str, words: str) -> nodes.raw:
    """An image that holds its drawing: no file to name, and none left behind."""
    source = f"data:image/svg+xml,{quote(svg)}"
    return nodes.raw("", f'<img src="{source}" alt="{escape(words)}" />', format="html")
