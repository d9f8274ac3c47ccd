"""A chart for TeX: the drawing for paper as a small PDF beside the book's source."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from seminarbook.draw.paper import paper_svg
from seminarbook.sphinx_ext.paper import typefaces
from seminarbook.sphinx_ext.paper.pango import pango_problem

if TYPE_CHECKING:
    from sphinx.writers.latex import LaTeXTranslator

    from seminarbook.sphinx_ext.nodes import chart
    from seminarbook.views.values import Chart

_FAMILY = re.compile(r'font-family="[^"]*"')
_VIEW_BOX = re.compile(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"')


def visit_chart(self: LaTeXTranslator, node: chart) -> None:
    """The drawing; its description in words where no PDF can be made on this machine."""
    if pango_problem():
        self.body.append(f"\n{self.encode(node['chart'].description)}\\par\n")
        return
    name = _write(node["chart"], Path(self.builder.outdir))
    self.body.append(
        f"\n\\centering\n\\noindent\\sphinxincludegraphics[width=\\linewidth]{{{name}}}\n"
    )


def _write(chart: Chart, folder: Path) -> str:
    """Write the drawing under a name made of its content, unless it is there already."""
    svg = paper_svg(chart)
    name = f"chart-{hashlib.sha256(svg.encode()).hexdigest()[:16]}.pdf"
    if not (folder / name).exists():
        (folder / name).write_bytes(_pdf(svg))
    return name


def _pdf(svg: str) -> bytes:
    """A PDF of one page, as large as the drawing, that brings its font with it."""
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    width, height = _VIEW_BOX.search(svg).groups()  # type: ignore[union-attr]  # all have one
    rules = [
        *typefaces.rules(),
        "svg { display: block }",
        f"@page {{ size: {width}px {height}px; margin: 0 }}",
    ]
    style = weasyprint.CSS(string="\n".join(rules), font_config=fonts)
    drawing = _FAMILY.sub('font-family="Book Sans"', svg)
    page = weasyprint.HTML(string=f"<!DOCTYPE html>{drawing}")
    return bytes(page.write_pdf(stylesheets=[style], font_config=fonts, pdf_identifier=False))
