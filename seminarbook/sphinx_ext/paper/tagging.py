"""Writing the structure tree into a PDF, in place of the one WeasyPrint would write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pydyf
import weasyprint.pdf

from seminarbook.sphinx_ext.paper.structure import Content, Node

PRINTED = 4  # an annotation's flag: on paper as on the screen


@contextmanager
def our_tags(roots: Sequence[Node]) -> Iterator[None]:
    """Let WeasyPrint write these trees, one after the other, in place of its own."""

    def write_tags(pdf: Any, document: Any, version: Any, page_streams: Any) -> None:
        _write_tree(pdf, roots, document.pages)
        pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
        pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})

    theirs = weasyprint.pdf.add_tags
    weasyprint.pdf.add_tags = write_tags
    try:
        yield
    finally:
        weasyprint.pdf.add_tags = theirs


def _write_tree(pdf: Any, roots: Sequence[Node], sheets: Sequence[Any]) -> None:
    places = {sheet: number for number, sheet in enumerate(sheets)}
    pages = pdf.page_references
    tree = _add(pdf, {"Type": "/StructTreeRoot"})
    parents: list[list[Any]] = [[b"null"] * sheet.marks for sheet in sheets]
    annotations: list[tuple[Any, Any]] = []

    def write(node: Node, parent: Any, item: Any) -> None:
        item["P"] = parent.reference
        page = next((kid.page for kid in node.kids if isinstance(kid, Content)), None)
        if page is not None:
            item["Pg"] = pages[places[page]]
        _describe(item, node)
        for kid in node.kids:
            if isinstance(kid, Node):
                child = _add(pdf, {"Type": "/StructElem", "S": f"/{kid.tag}", "K": pydyf.Array()})
                item["K"].append(child.reference)
                write(kid, item, child)
            elif kid.spot is None:
                place = places[kid.page]
                item["K"].append(kid.mark if kid.page is page else _marked(kid, pages[place]))
                parents[place][kid.mark] = item.reference
            elif kid.spot.link_annotation is not None:
                annotation = kid.spot.link_annotation
                item["K"].append(_linked(annotation, node, pages[places[kid.page]]))
                annotations.append((annotation, item.reference))

    top = _add(pdf, {"Type": "/StructElem", "S": "/Document", "K": pydyf.Array()})
    whole = Node("Document", kids=[kid for root in roots for kid in root.kids])
    write(whole, tree, top)

    numbers = pydyf.Array()
    for number, references in enumerate(parents):
        numbers.extend([number, pydyf.Array(references)])
    for number, (annotation, reference) in enumerate(annotations, start=len(parents)):
        annotation["StructParent"] = number
        numbers.extend([number, reference])
    tree["K"] = pydyf.Array([top.reference])
    tree["ParentTree"] = _add(pdf, {"Nums": numbers}).reference
    tree["ParentTreeNextKey"] = len(parents) + len(annotations)
    pdf.catalog["StructTreeRoot"] = tree.reference


def _add(pdf: Any, values: dict[str, Any]) -> Any:
    item = pydyf.Dictionary(values)
    pdf.add_object(item)
    return item


def _marked(content: Content, page: bytes) -> Any:
    return pydyf.Dictionary({"Type": "/MCR", "Pg": page, "MCID": content.mark})


def _linked(annotation: Any, node: Node, page: bytes) -> Any:
    annotation["F"] = PRINTED
    if words := node.extra.get("Contents"):
        annotation["Contents"] = pydyf.String(words)
    return pydyf.Dictionary({"Type": "/OBJR", "Obj": annotation.reference, "Pg": page})


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
