"""Tidy: put right in pages what other extensions leave amiss."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx


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


def with_reachable_code(body: str) -> str:
    """Blocks of code that can be reached by keyboard, since they scroll where they are wide."""
    return body.replace('<div class="highlight"><pre>', '<div class="highlight"><pre tabindex="0">')
