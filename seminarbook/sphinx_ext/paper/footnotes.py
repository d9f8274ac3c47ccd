"""The author's notes: taken out of the text, and for an e-reader listed at the chapter's end."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from seminarbook.sphinx_ext.paper.fragments import Chapter, Element, classes


def take_footnotes(body: Element) -> dict[str, Element]:
    """Take the author's notes out of a chapter: each one by its id, without its number."""
    found: dict[str, Element] = {}
    for parent, child in _pairs(body):
        if child.get("role") == "doc-footnote":
            if (label := child.find("span[@class='label']")) is not None:
                child.remove(label)
            found[child.get("id", "")] = child
            parent.remove(child)
        elif "footnotes" in classes(child) and child.tag == "hr":
            parent.remove(child)
    for parent, child in _pairs(body):
        if "footnote-list" in classes(child) and not len(child):
            parent.remove(child)
    return found


def list_footnotes(chapter: Chapter) -> None:
    """Number the author's notes in reading order, and list them at the chapter's end."""
    footnotes = take_footnotes(chapter.body)
    numbers: dict[str, int] = {}
    items: list[Element] = []
    for parent, child in _pairs(chapter.body):
        name = child.get("href", "")[1:] if child.tag == "a" else ""
        if name not in footnotes:
            continue
        if name not in numbers:
            numbers[name] = len(numbers) + 1
            item = ElementTree.Element("li", {"id": _id(chapter, numbers[name])})
            item.extend(list(footnotes[name]))
            items.append(item)
        call = ElementTree.Element("a", {"class": "note-call"})
        call.set("href", f"#{_id(chapter, numbers[name])}")
        call.text, call.tail = str(numbers[name]), child.tail
        parent.insert(list(parent).index(child), call)
        parent.remove(child)
    if items:
        section = ElementTree.SubElement(chapter.body, "section", {"class": "notes"})
        heading = {"class": "notes-title", "data-level": "2"}
        ElementTree.SubElement(section, "h2", heading).text = "Notes"
        ElementTree.SubElement(section, "ol").extend(items)


def _id(chapter: Chapter, number: int) -> str:
    return f"{chapter.place.anchor}--note-{number}"


def _pairs(body: Element) -> Iterator[tuple[Element, Element]]:
    """Each element with its parent, in reading order; changes meanwhile do no harm."""
    return iter([(parent, child) for parent in body.iter() for child in parent])
