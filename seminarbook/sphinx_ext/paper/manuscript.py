"""The manuscript: a chapter's tree as plain data, which the typesetter reads.

A node is a text, or a mapping: ``t`` says what it is, ``c`` what is in it, ``id`` by what name
links find it, ``k`` which classes it has. Nothing in it is ever read as a command, so a text can
say anything.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit
from urllib.request import url2pathname

from seminarbook.sphinx_ext.paper.columns import layout_of
from seminarbook.sphinx_ext.paper.footnotes import take_footnotes
from seminarbook.sphinx_ext.paper.fragments import (
    Chapter,
    Element,
    classes,
    is_web,
    shows_address,
    text_of,
)
from seminarbook.sphinx_ext.paper.outline import Place

Node = str | dict[str, Any]

BLOCKS = {
    "p": "p", "div": "div", "section": "div", "article": "div", "aside": "div", "nav": "div",
    "ul": "list", "ol": "enum", "dl": "terms", "table": "table", "figure": "figure",
    "blockquote": "quote", "pre": "code", "hr": "rule", "figcaption": "div",
    "h1": "heading", "h2": "heading", "h3": "heading",
    "h4": "heading", "h5": "heading", "h6": "heading",
}  # fmt: skip
INLINES = {
    "em": "em", "i": "em", "cite": "em", "strong": "strong", "b": "strong", "code": "raw",
    "kbd": "raw", "samp": "raw", "sup": "sup", "sub": "sub", "br": "break",
}  # fmt: skip
# What only a screen has a use for.
HIDDEN = frozenset({"toctree-wrapper", "label"})
# A cell with more letters than this may be cut where a page ends.
LONG_CELL = 1200
_SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass
class Manuscript:
    """A chapter ready to be set, and every name in it: to the node that carries it."""

    chapter: Chapter
    nodes: list[Node]
    names: dict[str, str]
    pictures: dict[str, Path] = field(default_factory=dict)


def write(chapter: Chapter) -> Manuscript:
    """Write the manuscript of a chapter; links still name what the author meant."""
    writer = _Writer(chapter)
    nodes = writer.blocks(chapter.body)
    return Manuscript(chapter, nodes, writer.names, writer.pictures)


def as_nodes(elements: list[Element]) -> list[Node]:
    """Elements that belong to no chapter; their links must lead to the web."""
    body = Element("div")
    body.extend(elements)
    nodes = write(Chapter(Place(""), "", body)).nodes
    for node in walk(nodes):
        if node["t"] == "link":
            node["url"] = node.pop("href")
    return nodes


def walk(nodes: list[Node]) -> Iterator[dict[str, Any]]:
    """Every node that is not mere text, in reading order."""
    for node in nodes:
        if isinstance(node, dict):
            yield node
            for part in ("c", "caption", "note"):
                yield from walk(node.get(part, []))


def names_in(nodes: list[Any]) -> set[str]:
    """Every name that a link can lead to; notes have theirs for themselves."""
    return {node["id"] for node in walk(nodes) if "id" in node and node["t"] != "note"}


def keep_names(nodes: list[Any], wanted: Collection[str]) -> None:
    """Take away all other names, of which most are led to by nothing: each costs the typesetter."""
    for node in walk(nodes):
        for part in ("c", "caption", "note"):
            if part in node:
                node[part] = [kid for kid in node[part] if not _idle(kid, wanted)]
        if node["t"] != "note" and node.get("id") not in wanted:
            node.pop("id", None)


def _idle(node: Node, wanted: Collection[str]) -> bool:
    return isinstance(node, dict) and node["t"] == "anchor" and node["id"] not in wanted


class _Writer:
    def __init__(self, chapter: Chapter) -> None:
        self.names: dict[str, str] = {}
        self.pictures: dict[str, Path] = {}
        self._anchor = chapter.place.anchor
        self._waiting: list[str] = []
        self._notes: set[str] = set()
        self._spaced = True
        self._footnotes = {
            name: self._content(note) for name, note in take_footnotes(chapter.body).items()
        }

    def blocks(self, parent: Element, *, column: bool = False) -> list[Node]:
        """What is in an element, with text that stands by itself as paragraphs."""
        made: list[Node] = []
        line: list[Node] = []

        def close() -> None:
            if kept := self._closed(line):
                made.append(self._named({"t": "p", "c": kept}))
            line.clear()
            self._spaced = True

        self._spaced = True
        line += self._text(parent.text)
        for child in parent:
            if not self._hidden(child):
                if child.tag in BLOCKS:
                    close()
                    made += self._block(child, column=column)
                    self._spaced = True
                else:
                    line += self._inline(child)
            line += self._text(child.tail)
        close()
        return made

    def _content(self, parent: Element) -> list[Node]:
        """What is in an element that is a paragraph unless it holds blocks."""
        if any(child.tag in BLOCKS for child in parent):
            return self.blocks(parent)
        self._spaced = True
        return self._closed(self._line(parent))

    def _block(self, element: Element, *, column: bool) -> list[Node]:
        self._wait(element)
        kind = BLOCKS[element.tag]
        if kind == "div":
            inside = element.tag in ("section", "article")
            parts = self.blocks(element, column=inside)
            if inside or not (names := classes(element)):
                return parts
            node: dict[str, Any] = {"t": "div", "c": parts, "k": names}
            # A page is turned for a table and what is said of it, and not for a drawing.
            inner = list(walk(parts))
            if any(part.get("turned") or part.get("whole") is False for part in inner):
                drawn = any(part["t"] == "figure" for part in inner)
                node |= {"whole": False} if drawn else {"turned": True}
        elif kind == "code":
            node = self._named({"t": "code", "text": "".join(element.itertext()).rstrip("\n")})
        elif kind in ("list", "enum"):
            node = {"t": kind, "c": [self._item(child) for child in element if child.tag == "li"]}
        elif kind == "terms":
            node = {"t": kind, "c": self._terms(element)}
        elif kind == "table":
            node = self._table(element)
        elif kind == "figure":
            node = self._figure(element)
        elif kind == "heading":
            node = self._heading(element)
        else:
            node = self._named({"t": kind})
            node["c"] = self.blocks(element) if kind == "quote" else self._content(element)
        if names := classes(element):
            node["k"] = names
        if column:
            node["column"] = True
        return [node]

    def _heading(self, element: Element) -> dict[str, Any]:
        level = int(element.tag[1:])
        node = {
            "t": "heading",
            "level": level,
            "depth": int(element.get("data-level", level)),
            "title": element.get("data-title") or text_of(element),
        }
        if "chapter-title" in classes(element):
            self._waiting.insert(0, self._anchor)
        return self._named(node) | {"c": self._content(element)}

    def _item(self, element: Element) -> Node:
        self._wait(element)
        return self._named({"t": "item", "k": classes(element)}) | {"c": self._content(element)}

    def _terms(self, element: Element) -> list[Node]:
        """Terms and what is said of them, in turn; terms in a row share what is said of them."""
        made: list[Node] = []
        term: dict[str, Any] | None = None
        for child in element:
            self._wait(child)
            if child.tag == "dt" and term is None:
                term = self._named({"t": "term"}) | {"c": self._content(child)}
            elif child.tag == "dt" and term is not None:
                term["c"] += [", ", *self._content(child)]
            elif child.tag == "dd" and term is not None:
                made += [term, {"t": "said", "c": _begun(self._content(child))}]
                term = None
            elif child.tag == "dd" and made and isinstance(made[-1], dict):
                made[-1]["c"] = [*_as_blocks(made[-1]["c"]), *_as_blocks(self._content(child))]
        return made

    def _table(self, element: Element) -> dict[str, Any]:
        layout = layout_of(element)
        node = self._named({
            "t": "table", "columns": layout.columns, "width": layout.width, "size": layout.size,
        })  # fmt: skip
        if layout.size == "turned":
            node["turned"] = True
        caption = element.find("caption")
        node["caption"] = self._content(caption) if caption is not None else []
        head = [cell for row in element.iterfind("thead/tr") for cell in row]
        rows = [
            *element.iterfind("tbody/tr"),
            *element.iterfind("tr"),
            *element.iterfind("tfoot/tr"),
        ]
        node["head"] = len(head)
        node["rows"] = [int(cell.tag == "th") for row in rows for cell in row]
        cells = [self._cell(cell) for cell in head]
        # A head is said once and shown on every page: what links need can stand on one only.
        node["repeated"] = not any(
            "id" in part or part["t"] in ("link", "note", "again") for part in walk(cells)
        )
        node["c"] = cells + [self._cell(cell) for row in rows for cell in row]
        return node

    def _cell(self, element: Element) -> Node:
        self._wait(element)
        node: dict[str, Any] = self._named({"t": "cell"})
        for span in ("colspan", "rowspan"):
            if (count := int(element.get(span, "1"))) > 1:
                node[span] = count
        if element.tag == "th":
            node["strong"] = True
        if "numeric" in classes(element):
            node["numeric"] = True
        if len(text_of(element)) > LONG_CELL:
            node["long"] = True
        return node | {"c": self._content(element)}

    def _figure(self, element: Element) -> dict[str, Any]:
        node = self._named({"t": "figure"})
        caption = element.find("figcaption")
        node["caption"] = self.blocks(caption) if caption is not None else []
        if caption is not None:
            element.remove(caption)
        return node | {"c": self._content(element)}

    def _line(self, parent: Element) -> list[Node]:
        made = self._text(parent.text)
        for child in parent:
            if not self._hidden(child):
                made += self._inline(child)
            made += self._text(child.tail)
        return made

    def _inline(self, element: Element) -> list[Node]:
        self._wait(element)
        if element.tag == "img":
            self._spaced = False
            return [self._named(self._image(element))]
        if element.tag == "br":
            self._spaced = True
            return [{"t": "break"}]
        if element.tag == "a" and element.get("href"):
            return self._link(element)
        node: dict[str, Any] = {"t": INLINES.get(element.tag, "span")}
        if names := classes(element):
            node["k"] = names
        if language := element.get("lang"):
            node["lang"] = language
        before = self._anchors()
        node["c"] = self._line(element)
        plain = node["t"] == "span" and len(node) == 2
        return [*before, *(node["c"] if plain else [node])]

    def _link(self, element: Element) -> list[Node]:
        href = element.get("href", "")
        if href[1:] in self._footnotes:
            return [self._note(href[1:], self._footnotes[href[1:]])]
        before = self._anchors()
        node: dict[str, Any] = {"t": "link", "href": href, "k": classes(element)}
        node["c"] = self._line(element)
        made: list[Node] = [*before, node]
        if is_web(href) and not shows_address(element):
            shown = {"t": "link", "href": href, "c": [href.removeprefix("mailto:")]}
            made.append(self._note(f"{self._anchor}--to-{href}", [shown]))
        return made

    def _note(self, key: str, content: list[Node]) -> Node:
        """A note at the foot of the page; the second time only its number."""
        if key in self._notes:
            return {"t": "again", "to": key}
        self._notes.add(key)
        return {"t": "note", "id": key, "note": content}

    def _image(self, element: Element) -> dict[str, Any]:
        node = {"t": "image", "alt": element.get("alt", "")}
        parts = urlsplit(element.get("src", ""))
        if parts.scheme == "data":
            node["svg"] = unquote_to_bytes(parts.path.partition(",")[2]).decode()
        else:
            path = Path(url2pathname(parts.path))
            node["file"] = f"{len(self.pictures)}-{self._anchor}{path.suffix}"
            self.pictures[node["file"]] = path
        return node

    def _text(self, text: str | None) -> list[Node]:
        """Text as it is read: every run of spaces is one, and none begins a line."""
        said = _SPACE.sub(" ", text or "")
        if self._spaced:
            said = said.removeprefix(" ")
        if said:
            self._spaced = said.endswith(" ")
        return [said] if said else []

    def _closed(self, line: list[Node]) -> list[Node]:
        """A line without the space at its end, and with every name that came after all else."""
        if line and isinstance(line[-1], str):
            line = [*line[:-1], *filter(None, [line[-1].rstrip(" ")])]
        return [*self._anchors(), *line] if line else []

    def _hidden(self, element: Element) -> bool:
        return bool(HIDDEN & set(classes(element)))

    def _wait(self, element: Element) -> None:
        """Let an element's name wait for the next node that can carry it."""
        if name := element.get("id"):
            self._waiting.append(name)

    def _named(self, node: dict[str, Any]) -> dict[str, Any]:
        """Give a node the names that wait: links to any of them lead to it."""
        if self._waiting:
            node["id"] = self._waiting[0]
            self.names |= dict.fromkeys(self._waiting, self._waiting[0])
            self._waiting.clear()
        return node

    def _anchors(self) -> list[Node]:
        return [self._named({"t": "anchor"})] if self._waiting else []


def _begun(content: list[Node]) -> list[Node]:
    """Content that goes on after other text: its first paragraph is no paragraph of its own."""
    first = content[0] if content else ""
    if isinstance(first, dict) and first["t"] == "p" and "id" not in first:
        return [*first["c"], *content[1:]]
    return content


def _as_blocks(content: list[Node]) -> list[Node]:
    blocks = set(BLOCKS.values())
    if any(isinstance(node, dict) and node["t"] in blocks for node in content):
        return content
    return [{"t": "p", "c": content}]
