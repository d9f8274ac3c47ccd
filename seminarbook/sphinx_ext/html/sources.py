"""Links by what they lead to, marked for the style sheet; a long list of sources is folded."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

from seminarbook.sphinx_ext.html.browser import is_book_html

CITED = "cited"
_SOURCES_IN_A_LINE = 6


class folded(nodes.General, nodes.Element):
    """A line of many sources, behind a summary that says how many."""


class MarkLinks(SphinxPostTransform):
    """Mark links to people, numbers and sources, so that they look quieter; fold long lists."""

    formats = ("html",)
    default_priority = 600

    def run(self, **kwargs: Any) -> None:
        """A link within the book whose title tells its source is a citation.

        The style sheet could find out for itself what a link holds, but that costs a browser
        more time than everything else in it.
        """
        if not is_book_html(self.app):
            return
        for link in self.document.findall(nodes.reference):
            if link.get("internal") and link.get("reftitle"):
                link["classes"].append(CITED)
            shown = link.next_node(nodes.inline)
            kinds = shown["classes"] if shown is not None else ()
            link["classes"] += [f"to-{kind}" for kind in ("person", "figure") if kind in kinds]
        for line in list(self.document.findall(nodes.paragraph)):
            count = len(list(line.findall(nodes.reference)))
            if "source" in line["classes"] and count > _SOURCES_IN_A_LINE:
                fold = folded("", count=count)
                line.replace_self(fold)
                fold += line


def visit_folded(self: HTML5Translator, node: folded) -> None:
    """Opened and closed by the browser itself."""
    self.body.append(f'<details class="sources"><summary>{node["count"]} sources</summary>\n')


def depart_folded(self: HTML5Translator, node: folded) -> None:
    """The end of the line."""
    self.body.append("</details>\n")


def register(app: Sphinx) -> None:
    """Register the folded line and what marks and folds."""
    app.add_node(folded, html=(visit_folded, depart_folded))
    app.add_post_transform(MarkLinks)
