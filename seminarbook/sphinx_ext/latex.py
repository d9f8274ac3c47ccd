"""A chart for TeX: the drawing for paper as a small PDF beside the book's source."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from seminarbook.draw.paper import paper_svg
from seminarbook.sphinx_ext.paper.press import print_drawing

if TYPE_CHECKING:
    from sphinx.writers.latex import LaTeXTranslator

    from seminarbook.sphinx_ext.nodes import chart
    from seminarbook.views.values import Chart


def visit_chart(self: LaTeXTranslator, node: chart) -> None:
    """The drawing."""
    name = _write(node["chart"], Path(self.builder.outdir))
    self.body.append(
        f"\n\\centering\n\\noindent\\sphinxincludegraphics[width=\\linewidth]{{{name}}}\n"
    )


def _write(chart: Chart, folder: Path) -> str:
    """Write the drawing under a name made of its content, unless it is there already."""
    svg = paper_svg(chart)
    name = f"chart-{hashlib.sha256(svg.encode()).hexdigest()[:16]}.pdf"
    if not (folder / name).exists():
        (folder / name).write_bytes(print_drawing(svg))
    return name
