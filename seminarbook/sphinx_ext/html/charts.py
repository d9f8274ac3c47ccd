"""Charts for a screen: the drawing in the page, its numbers one key away, Plotly on request."""

from __future__ import annotations

import re
from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.osutil import relative_uri
from sphinx.writers.html5 import HTML5Translator

from seminarbook.sphinx_ext.drawings import kept_drawings
from seminarbook.sphinx_ext.html.chart_files import (
    BUNDLE,
    bundle_megabytes,
    chart_id,
    files_of,
)
from seminarbook.sphinx_ext.nodes import chart, chart_data

_VARIABLE = re.compile(r"var\(--chart-([\w-]+), (#\w+)\)")


def visit_chart(self: HTML5Translator, node: chart) -> None:
    """The drawing, as part of the page: it takes the page's colours and needs no request."""
    name = chart_id(node)
    svg = kept_drawings(self.builder).screen_svg(node["chart"], name)
    # The style sheet names every colour, so none needs a value to fall back on.
    drawing = _VARIABLE.sub(r"var(--chart-\1)", svg)
    self.body.append(f'<div class="chart-picture" id="{name}-picture">{drawing}</div>\n')


def visit_data(self: HTML5Translator, node: chart_data) -> None:
    """The table of the numbers, folded away."""
    self.body.append(
        '<div class="chart-more"><details class="chart-numbers">'
        "<summary>The numbers as a table</summary>\n"
    )


def depart_data(self: HTML5Translator, node: chart_data) -> None:
    """The table as a file, and the way to the interactive drawing."""
    docname = self.builder.current_docname
    here = self.builder.get_target_uri(docname)
    (drawing,) = node.parent.findall(chart)
    name = chart_id(drawing)
    files = files_of(docname, name)
    csv, script, bundle = (
        escape(relative_uri(here, address)) for address in (files.csv, files.script, BUNDLE)
    )
    title = escape(node["chart"].title)
    self.body.append(
        f'<p><a href="{csv}" download>Download these numbers'
        f'<span class="visually-hidden"> of “{title}”</span> (CSV)</a></p></details>\n'
        '<p class="chart-explore">'
        f'<button type="button" class="tool" data-chart="{name}" data-script="{script}" '
        f'data-bundle="{bundle}" data-title="{title}">Explore this chart'
        f'<span class="visually-hidden">: {title}</span></button> '
        f'<span role="status">Loads {bundle_megabytes()} MB.</span></p></div>\n'
    )


def leave(self: HTML5Translator, node: nodes.Element) -> None:
    """Nothing stands at the end of a drawing."""


def register(app: Sphinx) -> None:
    """Tell how the two nodes of charts look in a browser."""
    app.add_node(chart, override=True, html=(visit_chart, leave))
    app.add_node(chart_data, override=True, html=(visit_data, depart_data))
