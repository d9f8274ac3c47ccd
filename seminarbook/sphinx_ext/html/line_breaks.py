"""Line breaks: where words of a page may be broken, and where not.

“Co-production” stays whole in a title, a citation keeps its year, and an address is broken
before a stroke or dot rather than anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from seminarbook.sphinx_ext.html.browser import is_book_html
from seminarbook.sphinx_ext.html.sources import CITED

WHOLE = "whole"
_NO_BREAK_SPACE = "\u00a0"
# A first part this short leaves a hole in a line of large letters when it is left there alone.
_SHORT_FIRST_PART = re.compile(r"(\b\w{1,3}-\w{3,12}\b)")
_BEFORE_THE_YEAR = re.compile(r" (?=(?:\d{4}[a-z]?|n\.d\.)$)")
_SHORT_ADDRESS = 30
_IN_AN_ADDRESS = re.compile(r"(?<![/:])(?=[/.?=&#_].)")


class BreakLinesWell(SphinxPostTransform):
    """Mark words that a title does not break, and places at which an address may be broken."""

    formats = ("html",)
    # When links have their words, and citations their mark.
    default_priority = 610

    def run(self, **kwargs: Any) -> None:
        """Look at titles and at links."""
        if not is_book_html(self.app):
            return
        for title in self.document.findall(_is_title):
            for text in list(title.findall(nodes.Text)):
                pieces = _SHORT_FIRST_PART.split(text.astext())
                if len(pieces) > 1:
                    _replace(text, [*map(_piece, pieces, range(len(pieces)))])
        for link in self.document.findall(nodes.reference):
            if CITED in link["classes"]:
                _keep_years(link)
            elif link.get("refuri") == link.astext() and len(link.astext()) > _SHORT_ADDRESS:
                _allow_breaks(link)


def _is_title(node: nodes.Node) -> bool:
    if not isinstance(node, nodes.Element):
        return False
    heads_section = isinstance(node, nodes.title) and isinstance(node.parent, nodes.section)
    return heads_section or "card-title" in node.get("classes", ())


def _piece(text: str, place: int) -> nodes.Node:
    """What the pattern found stands at odd places."""
    return nodes.inline("", text, classes=[WHOLE]) if place % 2 else nodes.Text(text)


def _keep_years(link: nodes.reference) -> None:
    for text in list(link.findall(nodes.Text)):
        words = text.astext()
        kept = _BEFORE_THE_YEAR.sub(_NO_BREAK_SPACE, words)
        if kept != words:
            _replace(text, [nodes.Text(kept)])


def _allow_breaks(link: nodes.reference) -> None:
    for text in list(link.findall(nodes.Text)):
        first, *others = _IN_AN_ADDRESS.split(text.astext())
        made: list[nodes.Node] = [nodes.Text(first)]
        for part in others:
            made += [nodes.raw("", "<wbr>", format="html"), nodes.Text(part)]
        _replace(text, made)


def _replace(text: nodes.Text, made: Iterable[nodes.Node]) -> None:
    text.parent.replace(text, [*made])
