"""Writing the structure tree into a PDF, in place of the one WeasyPrint would write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pydyf
import weasyprint.pdf

from seminarbook.sphinx_ext.paper.structure import Content, Node, Structure

PRINTED = 4  # an annotation's flag: on paper as on the screen


@contextmanager
def our_tags() -> Iterator[None]:
    """Let WeasyPrint hand the marked content of its pages to us."""
    theirs = weasyprint.pdf.add_tags
    weasyprint.pdf.add_tags = write_tags
    try:
        yield
    finally:
        weasyprint.pdf.add_tags = theirs


def write_tags(pdf: Any, document: Any, version: Any, page_streams: Sequence[Any]) -> None:
    """Build the structure of all pages and add it to the PDF."""
    structure = Structure()
    for number, (page, stream) in enumerate(zip(document.pages, page_streams, strict=True)):
        structure.add_page(number, page._page_box, stream._tags)
        if stream._tags:
            raise RuntimeError(f"page {number + 1} has content that is in no box")
    structure.root.prune()
    for number, stream in enumerate(page_streams):
        _mark_stream(stream, number, structure)
    _write_tree(pdf, structure.root, [len(_marks(stream)) for stream in page_streams])
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})


def _marks(stream: Any) -> dict[int, int]:
    """Where in a page's stream each marked content begins: its number, the place of its list."""
    return {
        piece["MCID"]: place
        for place, piece in enumerate(stream.stream)
        if isinstance(piece, pydyf.Dictionary) and "MCID" in piece
    }


def _mark_stream(stream: Any, page: int, structure: Structure) -> None:
    for mark, place in _marks(stream).items():
        if (page, mark) in structure.artefacts:
            stream.stream[place - 1] = b"/Artifact"
            stream.stream[place] = _Silent({"Type": "/Pagination", "MCID": mark})
        elif spoken := structure.spoken.get((page, mark)):
            stream.stream[place]["ActualText"] = pydyf.String(spoken)


class _Silent(pydyf.Dictionary):  # type: ignore[misc]
    """The property list of an artefact, which keeps its number from being used again."""

    @property
    def data(self) -> bytes:
        return b"<</Type /Pagination>>"


def _write_tree(pdf: Any, root: Node, counts: Sequence[int]) -> None:
    pages = pdf.page_references
    tree = _add(pdf, {"Type": "/StructTreeRoot"})
    parents: list[list[Any]] = [[b"null"] * count for count in counts]
    annotations: list[tuple[Any, Any]] = []
    objects = {node: _add(pdf, {"Type": "/StructElem"}) for node in root.walk()}
    for node, item in objects.items():
        item["S"] = f"/{node.tag}"
        item["P"] = objects[node.parent].reference if node.parent else tree.reference
        page = next((kid.page for kid in node.kids if isinstance(kid, Content)), None)
        if page is not None:
            item["Pg"] = pages[page]
        item["K"] = pydyf.Array()
        for kid in node.kids:
            if isinstance(kid, Node):
                item["K"].append(objects[kid].reference)
            elif kid.annotation is not None:
                item["K"].append(_annotation(kid, node, pages[kid.page]))
                annotations.append((kid.annotation, item.reference))
            else:
                item["K"].append(kid.mark if kid.page == page else _marked(kid, pages[kid.page]))
                parents[kid.page][kid.mark] = item.reference
        _describe(item, node)

    numbers = pydyf.Array()
    for number, references in enumerate(parents):
        numbers.extend([number, pydyf.Array(references)])
    for number, (annotation, reference) in enumerate(annotations, start=len(parents)):
        annotation["StructParent"] = number
        numbers.extend([number, reference])
    tree["K"] = pydyf.Array([objects[root].reference])
    tree["ParentTree"] = _add(pdf, {"Nums": numbers}).reference
    tree["ParentTreeNextKey"] = len(parents) + len(annotations)
    pdf.catalog["StructTreeRoot"] = tree.reference


def _add(pdf: Any, values: dict[str, Any]) -> Any:
    item = pydyf.Dictionary(values)
    pdf.add_object(item)
    return item


def _marked(content: Content, page: bytes) -> Any:
    return pydyf.Dictionary({"Type": "/MCR", "Pg": page, "MCID": content.mark})


def _annotation(content: Content, node: Node, page: bytes) -> Any:
    content.annotation["F"] = PRINTED
    if words := node.extra.get("Contents"):
        content.annotation["Contents"] = pydyf.String(words)
    return pydyf.Dictionary({"Type": "/OBJR", "Obj": content.annotation.reference, "Pg": page})


def _describe(item: Any, node: Node) -> None:
    for key in ("Alt", "Lang"):
        if key in node.extra:
            item[key] = pydyf.String(node.extra[key])
    owner, attributes = "", {}
    if "BBox" in node.extra:
        owner = "/Layout"
        attributes = {"BBox": pydyf.Array(node.extra["BBox"]), "Placement": "/Block"}
    elif "ListNumbering" in node.extra:
        owner, attributes = "/List", {"ListNumbering": f"/{node.extra['ListNumbering']}"}
    elif node.tag in ("TH", "TD"):
        owner = "/Table"
        if "Scope" in node.extra:
            attributes["Scope"] = f"/{node.extra['Scope']}"
        for key, name in (("colspan", "ColSpan"), ("rowspan", "RowSpan")):
            if key in node.extra:
                attributes[name] = node.extra[key]
    if attributes:
        item["A"] = pydyf.Dictionary({"O": owner, **attributes})
