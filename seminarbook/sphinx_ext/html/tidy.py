"""Tidy: put right in pages what other extensions leave amiss."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from seminarbook.sphinx_ext.html.browser import is_book_html


def remove_thebe(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Remove the settings of live code cells, which this book has none of.

    ``sphinx-thebe`` adds them to every page as inline scripts, and cannot be switched off.
    """
    for node in list(doctree.findall(nodes.raw)):
        if "thebe" in node.astext() or "kernelName" in node.astext():
            node.parent.remove(node)


def as_list_items(body: str) -> str:
    """The list of sources with the roles that a list needs.

    docutils writes entries of a bibliography straight into a list, where only items may be.
    """
    return body.replace('role="doc-biblioentry"', 'role="listitem"')


class MarkCitations(SphinxPostTransform):
    """Mark links to sources, so that they can look quieter and open at their place."""

    formats = ("html",)
    default_priority = 600

    def run(self, **kwargs: Any) -> None:
        """A link within the book whose title tells its source is a citation."""
        if not is_book_html(self.app):
            return
        for link in self.document.findall(nodes.reference):
            if link.get("internal") and link.get("reftitle"):
                link["classes"].append("cited")
