"""A chart for TeX: the drawing for paper as a small PDF beside the book's source."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from seminarbook.sphinx_ext.drawings import kept_drawings

if TYPE_CHECKING:
    from sphinx.writers.latex import LaTeXTranslator

    from seminarbook.sphinx_ext.nodes import chart


def visit_chart(self: LaTeXTranslator, node: chart) -> None:
    """The drawing."""
    svg = kept_drawings(self.builder).paper_svg(node["chart"])
    name = _write(svg, Path(self.builder.outdir))
    self.body.append(
        f"\n\\centering\n\\noindent\\sphinxincludegraphics[width=\\linewidth]{{{name}}}\n"
    )


def _write(svg: str, folder: Path) -> str:
    """Write a drawing under a name made of its content, unless it is there already."""
    from seminarbook.sphinx_ext.paper.press import print_drawing

    name = f"chart-{hashlib.sha256(svg.encode()).hexdigest()[:16]}.pdf"
    if not (folder / name).exists():
        (folder / name).write_bytes(print_drawing(svg))
    return name
