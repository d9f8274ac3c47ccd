"""Hyphens in titles: “co-production” is not broken after its first syllable."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from seminarbook.sphinx_ext.html.browser import is_book_html

WHOLE = "whole"
# A first part this short leaves a hole in a line of large letters when it is left there alone.
_SHORT_FIRST_PART = re.compile(r"(\b\w{1,3}-\w{3,12}\b)")


class KeepTitlesWhole(SphinxPostTransform):
    """Mark words that a title does not break at their hyphen."""

    formats = ("html",)
    # When links have their words.
    default_priority = 600

    def run(self, **kwargs: Any) -> None:
        """Mark them in headings, and in the titles of cards."""
        if not is_book_html(self.app):
            return
        for title in self.document.findall(_is_title):
            for text in list(title.findall(nodes.Text)):
                pieces = _SHORT_FIRST_PART.split(text.astext())
                if len(pieces) > 1:
                    text.parent.replace(text, [*map(_piece, pieces, range(len(pieces)))])


def _is_title(node: nodes.Node) -> bool:
    if not isinstance(node, nodes.Element):
        return False
    heads_section = isinstance(node, nodes.title) and isinstance(node.parent, nodes.section)
    return heads_section or "card-title" in node.get("classes", ())


def _piece(text: str, place: int) -> nodes.Node:
    """What the pattern found stands at odd places."""
    return nodes.inline("", text, classes=[WHOLE]) if place % 2 else nodes.Text(text)
