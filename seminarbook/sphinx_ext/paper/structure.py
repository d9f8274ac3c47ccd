"""What a printed page means: the laid-out boxes gathered into one tree of marked content.

WeasyPrint can tag a PDF too, but page by page: a paragraph that runs over a page's end
becomes two, a table becomes two with its head read twice, and page numbers are spoken as
text. Here an element of the HTML is one node, however many pages it covers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from seminarbook.sphinx_ext.paper.fragments import Element, classes

TAGS = {
    "article": "Art",
    "section": "Sect",
    "nav": "Sect",
    "figure": "Div",
    "aside": "Div",
    "p": "P",
    "h1": "H1",
    "h2": "H2",
    "h3": "H3",
    "h4": "H4",
    "h5": "H5",
    "h6": "H6",
    "blockquote": "BlockQuote",
    "pre": "Code",
    "code": "Code",
    "ul": "L",
    "ol": "L",
    "dl": "L",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "caption": "Caption",
    "figcaption": "Caption",
    "img": "Figure",
}
# Nodes that hold blocks; text straight inside one is wrapped in a paragraph.
GROUPS = frozenset({"Document", "Art", "Sect", "Div", "BlockQuote", "TOC"})
INLINE = frozenset({"Link", "Code", "Span"})
HYPHEN, SOFT_HYPHEN = "-\N{WORD JOINER}", "\N{SOFT HYPHEN}"


@dataclass(frozen=True, slots=True)
class Content:
    """A piece of a page: its marked content, or an annotation on it."""

    page: Any
    mark: int = -1
    spot: Any = None


@dataclass(eq=False)
class Node:
    """An element of the structure tree."""

    tag: str
    parent: Node | None = None
    element: Element | None = None
    kids: list[Node | Content] = field(default_factory=list)
    extra: dict[str, Any] = field(default_factory=dict)

    def add(self, tag: str, element: Element | None = None) -> Node:
        """A new last child."""
        child = Node(tag, self, element)
        self.kids.append(child)
        return child

    def prune(self) -> bool:
        """Drop descendants that hold nothing; whether anything is left."""
        self.kids = [kid for kid in self.kids if isinstance(kid, Content) or kid.prune()]
        return bool(self.kids) or self.tag in ("TD", "TH")

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()


@dataclass
class Structure:
    """The tree of some pages, and the page numbers that are still to be written on them."""

    root: Node = field(default_factory=lambda: Node("Document"))
    awaited: list[tuple[Any, int, str]] = field(default_factory=list)
    _nodes: dict[Element | tuple[Element, str], Node] = field(default_factory=dict)
    _heads: dict[Element, Any] = field(default_factory=dict)
    _silent: set[int] = field(default_factory=set)
    _spoken: dict[int, str] = field(default_factory=dict)

    def add_page(
        self, page: Any, page_box: Any, marks: dict[Any, Any], spots: dict[Any, Any]
    ) -> None:
        """Add what is on a page.

        ``marks`` says which marked content each box became, ``spots`` which boxes are links.
        """
        self._page, self._marks, self._spots = page, marks, spots
        self._silent, self._spoken = set(), {}
        for child in page_box.children:
            if isinstance(child, boxes.MarginBox):
                self._silence(child)
            else:
                self._add(child, self.root)

    def mark(self, page: Any, stream: Any) -> None:
        """Turn what is not to be spoken into artefacts, and spell words that are broken."""
        for place, piece in enumerate(stream.stream):
            if not isinstance(piece, pydyf.Dictionary) or "MCID" not in piece:
                continue
            if piece["MCID"] in self._silent:
                stream.stream[place - 1 : place + 1] = [b"/Artifact", b"<</Type /Pagination>>"]
            elif spoken := self._spoken.get(piece["MCID"]):
                piece["ActualText"] = pydyf.String(spoken)

    def close(self) -> None:
        """Drop empty nodes, and every hold on boxes and elements, which can then be forgotten."""
        self.root.prune()
        for node in self.root.walk():
            node.element = None
        self._nodes, self._heads, self._marks, self._spots = {}, {}, {}, {}

    def _add(self, box: Any, node: Node) -> None:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        inner = self._node(box, node)
        if inner is None:
            self._silence(box)
            return
        if spot := self._spots.get(box):
            inner.kids.append(Content(self._page, spot=spot))
        if mark := self._marks.pop(box, None):
            holder = _paragraph(inner) if inner.tag in GROUPS else inner
            holder.kids.append(Content(self._page, mark["mcid"]))
            self._note_text(box, mark["mcid"])
        for child in box.children:
            self._add(child, inner)

    def _note_text(self, box: Any, mark: int) -> None:
        text = getattr(box, "text", "")
        if text.endswith(HYPHEN):
            self._spoken[mark] = text.removesuffix(HYPHEN) + SOFT_HYPHEN
        if awaited := box.element.get("data-awaits"):
            self.awaited.append((self._page, mark, awaited))

    def _silence(self, box: Any) -> None:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        if mark := self._marks.pop(box, None):
            self._silent.add(mark["mcid"])
        for child in box.children:
            self._silence(child)

    def _node(self, box: Any, node: Node) -> Node | None:
        """The node that a box belongs to, made if need be; None if it is not to be spoken."""
        element, name = box.element, box.element_tag or ""
        if element is None:
            return node
        tag, _, pseudo = name.partition("::")
        if pseudo:
            return self._pseudo(element, pseudo, node)
        if element is node.element:
            return node
        if element.get("aria-hidden") == "true" or (tag == "img" and not element.get("alt")):
            return None
        if tag == "thead" and self._heads.setdefault(element, self._page) != self._page:
            return None
        if element not in self._nodes:
            self._nodes[element] = self._make(element, tag, node, box)
        return self._nodes[element]

    def _pseudo(self, element: Element, pseudo: str, node: Node) -> Node:
        """A list item's bullet or number is its label; other pseudo-elements are plain text."""
        if pseudo != "marker":
            return node
        key = (element, pseudo)
        if key not in self._nodes:
            item = node.parent if node.tag == "LBody" and node.parent else node
            self._nodes[key] = Node("Lbl", item)
            item.kids.insert(0, self._nodes[key])
        return self._nodes[key]

    def _make(self, element: Element, tag: str, node: Node, box: Any) -> Node:
        if tag == "li":
            item = "TOCI" if node.tag == "TOC" else "LI"
            child = node.add(item, element if item == "TOCI" else None)
            return child if item == "TOCI" else child.add("LBody", element)
        if tag in ("dt", "dd"):
            last = node.kids[-1] if node.kids else None
            if not isinstance(last, Node) or last.tag != "LI" or (tag == "dt" and _has_body(last)):
                last = node.add("LI")
            return last.add("Lbl" if tag == "dt" else "LBody", element)
        kind = element.get("data-tag") or TAGS.get(tag, "")
        if tag == "a" and element.get("href"):
            kind = "Link"
        elif not kind and element.get("lang"):
            kind = "Span"
        if not kind:
            return node
        holder = _paragraph(node) if kind in INLINE and node.tag in GROUPS else node
        made = holder.add(kind, element)
        self._describe(made, element, box)
        return made

    def _describe(self, node: Node, element: Element, box: Any) -> None:
        if language := element.get("lang"):
            node.extra["Lang"] = language
        if node.tag == "Figure":
            node.extra["Alt"] = element.get("alt", "")
            left, top = box.content_box_x(), self._page.height - box.content_box_y()
            corners = (left, top - box.height, left + box.width, top)
            node.extra["BBox"] = tuple(round(corner * 0.75, 2) for corner in corners)
        elif node.tag == "Link":
            node.extra["Contents"] = _words(element) or element.get("href", "")
        elif node.tag == "TH":
            node.extra["Scope"] = "Row" if element.get("scope") == "row" else "Column"
        elif node.tag == "L":
            ordered = element.tag == "ol" and box.style["list_style_type"] != "none"
            node.extra["ListNumbering"] = "Decimal" if ordered else "None"
        for span in ("colspan", "rowspan"):
            if node.tag in ("TH", "TD") and (count := getattr(box, span)) != 1:
                node.extra[span] = count


def _words(link: Element) -> str:
    """What a link says, less the page number that may not be known yet."""
    if label := link.get("aria-label"):
        return label
    pieces = [link.text or ""]
    for child in link:
        if "page-number" not in classes(child):
            pieces += child.itertext()
        pieces.append(child.tail or "")
    return " ".join("".join(pieces).split())


def _has_body(item: Node) -> bool:
    return any(isinstance(kid, Node) and kid.tag == "LBody" for kid in item.kids)


def _paragraph(node: Node) -> Node:
    """The paragraph that text straight inside a group goes to: the last one, or a new one."""
    last = node.kids[-1] if node.kids else None
    if isinstance(last, Node) and last.tag == "P" and last.element is None:
        return last
    return node.add("P")
