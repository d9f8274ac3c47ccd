"""The order of the book: parts and chapters as the table of contents lists them."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx import addnodes
from sphinx.environment import BuildEnvironment


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document stands in the book.

    ``depth`` counts the documents above it in the same part; ``part`` is 0 for documents
    that stand outside the parts, and ``caption`` is then empty.
    """

    docname: str
    part: int = 0
    caption: str = ""
    depth: int = 0

    @property
    def name(self) -> str:
        """The last piece of the document's name: what its own file is called after."""
        return self.docname.rsplit("/", 1)[-1]

    @property
    def anchor(self) -> str:
        """An id for the document, unique in the book."""
        return self.docname.replace("/", "-")

    @property
    def heading(self) -> int:
        """The level of the document's title: a part's title is above its chapters'."""
        return min(1 + bool(self.part) + self.depth, 6)


def reading_order(env: BuildEnvironment) -> tuple[Place, ...]:
    """Every document of the book once, in the order of the contents."""
    root = str(env.config.root_doc)
    places = [Place(root)]
    seen = {root}

    def add(docname: str, part: int, caption: str, depth: int) -> None:
        if docname in seen or docname not in env.all_docs:
            return
        seen.add(docname)
        places.append(Place(docname, part, caption, depth))
        for child in env.toctree_includes.get(docname, ()):
            add(child, part, caption, depth + 1)

    part = 0
    for toctree in env.tocs[root].findall(addnodes.toctree):
        caption = toctree.get("caption") or ""
        part += bool(caption)
        for docname in toctree["includefiles"]:
            add(docname, part if caption else 0, caption, 0)
    return tuple(places)
