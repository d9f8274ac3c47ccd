"""docutils and Sphinx: look first whether a document has what a transform is for.

Sphinx visits every node of each document for its blocks of code, and takes every paragraph apart
for its quotation marks, dashes and dots: a seventh of a rebuild after a change of one page. Most
documents have no code, and most paragraphs and cells nothing that would be set otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.addnodes import highlightlang
from sphinx.transforms import SphinxSmartQuotes
from sphinx.transforms.post_transforms.code import HighlightLanguageTransform

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# What smart quotes look for; a backslash takes a sign's meaning away.
_TYPED = re.compile(r"""['"`\\\x00]|--|\.\s?\.""")


class SparingSmartQuotes(SphinxSmartQuotes):
    """The same, but only for text that holds a sign which is set otherwise."""

    def apply(self, **kwargs: Any) -> None:
        """Show the transform only the text that concerns it."""
        document: Any = self.document
        typed: Any = _WithTypedText(document)
        self.document = typed
        try:
            super().apply(**kwargs)
        finally:
            self.document = document


class _WithTypedText:
    """A document as far as smart quotes look at one."""

    def __init__(self, document: nodes.document) -> None:
        self.settings, self.reporter = document.settings, document.reporter
        self._document = document

    def findall(self, kind: type[nodes.TextElement]) -> Iterator[nodes.TextElement]:
        for node in self._document.findall(kind):
            if _TYPED.search(node.astext()):
                yield node


class SparingHighlightLanguage(HighlightLanguageTransform):
    """The same, but only for documents with code."""

    def apply(self, **kwargs: Any) -> None:
        """Do it if there is any."""
        for kind in (nodes.literal_block, highlightlang):
            if next(iter(self.document.findall(kind)), None) is not None:
                super().apply(**kwargs)
                return


_SPARING: dict[type, type] = {
    SphinxSmartQuotes: SparingSmartQuotes,
    HighlightLanguageTransform: SparingHighlightLanguage,
}


def install(app: Sphinx) -> None:
    """Put both in the place of Sphinx's own."""
    for transforms in (app.registry.transforms, app.registry.post_transforms):
        transforms[:] = [_SPARING.get(one, one) for one in transforms]
