"""Sphinx: turn a plain title into HTML without a publisher of its own.

A page's context holds its title and those of the pages before, behind and above it, each made by
a whole docutils publisher with reader, transforms and writer. For a title of plain words the
result is these words, escaped.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.writers._html_base import HTMLTranslator
from sphinx.builders.html import StandaloneHTMLBuilder

if TYPE_CHECKING:
    from sphinx.application import Sphinx

Render = Callable[[nodes.Node | None], dict[str, str]]


def install(app: Sphinx) -> None:
    """Let the builder of this application render so."""
    if isinstance(app.builder, StandaloneHTMLBuilder):
        builder: Any = app.builder
        builder.render_partial = _rendering(builder.render_partial)


def _rendering(render: Render) -> Render:
    def render_partial(node: nodes.Node | None) -> dict[str, str]:
        """The HTML of a node; of a title, the one part that Sphinx uses."""
        if isinstance(node, nodes.title) and _is_plain(node):
            words = node.astext().translate(HTMLTranslator.special_characters)
            return {"title": words}
        return render(node)

    return render_partial


def _is_plain(title: nodes.title) -> bool:
    return bool(title.children) and all(type(child) is nodes.Text for child in title.children)
