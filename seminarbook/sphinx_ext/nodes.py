"""The nodes of our own, and how they look where there is no screen.

``chart`` stands for a drawing, ``chart_data`` holds the table of the drawing's numbers. Both
carry the :class:`~seminarbook.views.values.Chart` as ``node["chart"]``. How a browser shows
these two is told in :mod:`seminarbook.sphinx_ext.html`.

``person_entry`` is a term that says in HTML under which name it is filed, ``offers`` a list
of files that a page on the web shows only once the files are there: see
:mod:`seminarbook.build.assembly`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.osutil import relative_uri

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator
    from sphinx.writers.latex import LaTeXTranslator
    from sphinx.writers.manpage import ManualPageTranslator
    from sphinx.writers.texinfo import TexinfoTranslator
    from sphinx.writers.text import TextTranslator

FILES = "files"  # the site's folder of files to take away


class chart(nodes.General, nodes.Element):
    """A drawing."""


class chart_data(nodes.General, nodes.Element):
    """The numbers behind a drawing: its only child is a table."""


class person_entry(nodes.term):
    """The name of a person in the index; ``sort_name`` is the name it is filed under."""


class offers(nodes.General, nodes.Element):
    """Files to take away: ``files`` are pairs of a file's name and its label."""


def register(app: Sphinx) -> None:
    """Register the nodes; every builder finds a way to write each of them."""
    nothing, skip = (_nothing, _nothing), (_skip, _nothing)
    app.add_node(
        chart,
        latex=(_visit_latex, _nothing),
        text=(_visit_text, _nothing),
        man=(_visit_man, _nothing),
        texinfo=(_visit_texinfo, _nothing),
    )
    app.add_node(chart_data, latex=nothing, text=nothing, man=nothing, texinfo=nothing)
    # Other builders write it as the term that it is.
    app.add_node(person_entry, html=(_visit_person, _depart_person))
    app.add_node(
        offers, html=(_visit_offers, _nothing), latex=skip, text=skip, man=skip, texinfo=skip
    )


def _nothing(self: Any, node: nodes.Element) -> None:
    """Nothing of its own: children are written where they stand."""


def _skip(self: Any, node: nodes.Element) -> None:
    raise nodes.SkipNode


def _visit_latex(self: LaTeXTranslator, node: chart) -> None:
    from seminarbook.sphinx_ext.latex import visit_chart

    visit_chart(self, node)


def _visit_text(self: TextTranslator, node: chart) -> None:
    self.new_state(0)
    self.add_text(f"[Chart: {node['chart'].description}]")
    self.end_state()


def _visit_man(self: ManualPageTranslator, node: chart) -> None:
    self.body.append(f"\n[Chart: {self.deunicode(node['chart'].description)}]\n")


def _visit_texinfo(self: TexinfoTranslator, node: chart) -> None:
    self.body.append(f"\n[Chart: {self.escape(node['chart'].description)}]\n")


def _visit_person(self: HTML5Translator, node: person_entry) -> None:
    self.body.append(self.starttag(node, "dt", "", **{"data-sort-name": node["sort_name"]}))


def _depart_person(self: HTML5Translator, node: person_entry) -> None:
    self.body.append("</dt>\n")


def _visit_offers(self: HTML5Translator, node: offers) -> None:
    if self.builder.embedded:  # a book in one file has no site around it
        raise nodes.SkipNode
    here = self.builder.get_target_uri(self.builder.current_docname)
    self.body.append(self.starttag(node, "ul"))
    for file, label in node["files"]:
        name, address = self.attval(file), self.attval(relative_uri(here, f"{FILES}/{file}"))
        self.body.append(
            f'<li hidden="" data-file="{name}"><a href="{address}">{self.encode(label)}</a> '
            f'<span data-size="{name}"></span></li>\n'
        )
    self.body.append("</ul>\n")
    raise nodes.SkipNode
