"""A lighter tree: elements that say nothing on paper cost time and tags."""

from __future__ import annotations

from seminarbook.sphinx_ext.paper.fragments import Element, classes

# Elements that hold exactly one paragraph, which is then no paragraph of its own.
SINGLE = frozenset({"td", "th", "dd", "dt", "li"})


def tidy(body: Element) -> None:
    """Drop what only a screen uses, and unwrap what wraps one thing."""
    for element in list(body.iter()):
        element.attrib.pop("title", None)
        if element.get("role") == "doc-biblioentry":  # deprecated, and its parent is a list
            element.set("role", "listitem")
        _drop(element, ("script", "style", "button"))
        _drop_colons(element)
        _unwrap_tables(element)
        if element.tag in SINGLE:
            _unwrap_paragraph(element)
        elif element.tag == "a":
            _unwrap_span(element)


def _drop(parent: Element, tags: tuple[str, ...]) -> None:
    for place in reversed(range(len(parent))):
        child = parent[place]
        if child.tag in tags:
            _append_text(parent, place, child.tail or "")
            parent.remove(child)


def _unwrap_tables(parent: Element) -> None:
    """Take out what the theme puts around tables, which repeats their ids."""
    for place, child in enumerate(parent):
        if "table-wrapper" in classes(child) and len(child) == 1:
            child[0].tail = child.tail
            parent[place] = child[0]


def _drop_colons(parent: Element) -> None:
    """The colon after a label, which print sets apart by its place."""
    for child in parent.findall("span[@class='colon']"):
        parent.remove(child)


def _unwrap_paragraph(element: Element) -> None:
    paragraphs = [child for child in element if child.tag == "p"]
    if len(element) != 1 or not paragraphs or (element.text or "").strip():
        return
    (inner,) = paragraphs
    element.text = inner.text
    element.remove(inner)
    element.extend(inner)
    if names := classes(inner):
        element.set("class", " ".join([*classes(element), *names]))


def _unwrap_span(link: Element) -> None:
    """The span inside a link: its classes go to the link."""
    while len(link) == 1 and link[0].tag == "span" and not (link.text or "").strip():
        inner = link[0]
        if (inner.tail or "").strip() or inner.get("id"):
            return
        link.text = inner.text
        link.remove(inner)
        link.extend(inner)
        link.set("class", " ".join([*classes(link), *classes(inner)]))


def _append_text(parent: Element, place: int, text: str) -> None:
    """Hand text to what stands before a child that is about to go."""
    if place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
