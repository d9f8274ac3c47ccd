"""Where links lead on paper: a page of this file, a page of the whole book, or the web."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from seminarbook.sphinx_ext.paper.fragments import SCHEME, is_web, target
from seminarbook.sphinx_ext.paper.manuscript import Manuscript, Node

# Web address of a document, and of a name in it; nothing if the book has none.
WebAddress = Callable[[str, str], str]
# The classes of links by which an author points to a place in the book.
POINTERS = frozenset({"std-ref", "std-doc", "std-numref", "doc", "seminar"})
LISTED = "chapter"  # one of a list of chapters


@dataclass
class References:
    """Leads the links of chapters.

    ``anchors`` are the names of all documents of the book, ``names`` those of every place that
    is in this file, by every name it has. ``pages`` are the pages of the whole book, for a file
    that holds only some of it.
    """

    anchors: Mapping[str, str]
    names: Mapping[str, str]
    elsewhere: WebAddress
    pages: Mapping[str, int] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)

    def lead(self, manuscript: Manuscript) -> list[Node]:
        """The chapter's nodes with every link led to a name in this file, or to the web.

        The first pointer to each place in another chapter also says its page, as does each in
        a list of chapters. Links that lead nowhere are only text, and are listed in ``lost``.
        """
        shown: set[str] = set()
        own = set(manuscript.names)

        def led(node: Node) -> Node:
            if isinstance(node, str):
                return node
            made = dict(node)
            for part in ("c", "caption", "note"):
                if part in made:
                    made[part] = [led(kid) for kid in made[part]]
            if made["t"] == "link":
                self._lead(made, own, shown)
            return made

        return [led(node) for node in manuscript.nodes]

    def _lead(self, link: dict[str, Any], own: set[str], shown: set[str]) -> None:
        href = link.pop("href")
        place = target(href, self.anchors)
        if place is not None and place in self.names:
            link["to"] = self.names[place]
        elif is_web(href):
            link["url"] = href
        elif href.startswith(SCHEME):
            docname, _, name = href[len(SCHEME) :].partition("#")
            if address := self.elsewhere(docname, name):
                link["url"] = address
        if "to" not in link and "url" not in link:
            link["t"] = "span"
            if place is None:
                self.lost.append(href)
        kinds = set(link.get("k", ()))
        if place is None or place in own or not POINTERS & kinds:
            return
        if place in shown and LISTED not in kinds:
            return
        shown.add(place)
        if place in self.pages:
            link["page"] = self.pages[place]
        elif "to" in link:
            link["page"] = True
