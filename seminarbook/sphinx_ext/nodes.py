"""The two nodes of our own, and how they look where there is no screen.

``chart`` stands for a drawing, ``chart_data`` holds the table of the drawing's numbers. Both
carry the :class:`~seminarbook.views.values.Chart` as ``node["chart"]``. How a browser shows
them is told in :mod:`seminarbook.sphinx_ext.html`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.latex import LaTeXTranslator
    from sphinx.writers.manpage import ManualPageTranslator
    from sphinx.writers.texinfo import TexinfoTranslator
    from sphinx.writers.text import TextTranslator


class chart(nodes.General, nodes.Element):
    """A drawing."""


class chart_data(nodes.General, nodes.Element):
    """The numbers behind a drawing: its only child is a table."""


def register(app: Sphinx) -> None:
    """Register both nodes for the builders without a screen; HTML is added by its module."""
    app.add_node(
        chart,
        html=(_nothing, _nothing),
        latex=(_visit_latex, _nothing),
        text=(_visit_text, _nothing),
        man=(_visit_man, _nothing),
        texinfo=(_visit_texinfo, _nothing),
    )
    app.add_node(
        chart_data,
        html=(_nothing, _nothing),
        latex=(_nothing, _nothing),
        text=(_nothing, _nothing),
        man=(_nothing, _nothing),
        texinfo=(_nothing, _nothing),
    )


def _nothing(self: Any, node: nodes.Element) -> None:
    """Nothing of its own: children are written where they stand."""


def _visit_latex(self: LaTeXTranslator, node: chart) -> None:
    self.body.append(f"\n\\noindent {self.encode(node['chart'].description)}\\par\n")


def _visit_text(self: TextTranslator, node: chart) -> None:
    self.new_state(0)
    self.add_text(f"[Chart: {node['chart'].description}]")
    self.end_state()


def _visit_man(self: ManualPageTranslator, node: chart) -> None:
    self.body.append(f"\n[Chart: {self.deunicode(node['chart'].description)}]\n")


def _visit_texinfo(self: TexinfoTranslator, node: chart) -> None:
    self.body.append(f"\n[Chart: {self.escape(node['chart'].description)}]\n")
