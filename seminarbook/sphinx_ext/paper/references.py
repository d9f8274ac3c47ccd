"""Where links lead, told on paper: a page number within the book, an address beyond it."""

from __future__ import annotations

from xml.etree import ElementTree

from seminarbook.sphinx_ext.paper.fragments import (
    Chapter,
    Element,
    add_class,
    classes,
    is_web,
    links,
    target,
    text_of,
)

# What a link's inner span is called when its author points to a place in the book.
POINTERS = frozenset({"std-ref", "std-doc", "std-numref", "doc", "seminar"})


def show_pages(chapter: Chapter, anchors: dict[str, str]) -> None:
    """Let the first link to each place in another chapter say its page."""
    shown: set[str] = set()
    for link in links(chapter.body):
        place = target(link, anchors)
        if place is None or place in shown or place.startswith(f"{chapter.place.anchor}--"):
            continue
        names = {name for element in link.iter() for name in classes(element)}
        if names & POINTERS:
            shown.add(place)
            add_class(link, "with-page")


def note_addresses(chapter: Chapter) -> None:
    """Print the address of each link to the web once, at the foot of its page."""
    printed: set[str] = set()
    for parent in list(chapter.body.iter()):
        for link in list(parent):
            address = link.get("href", "")
            if link.tag != "a" or not is_web(link) or address in printed:
                continue
            printed.add(address)
            if _plain(address) != _plain(text_of(link)):
                link.tail, tail = None, link.tail
                note = _note(address)
                note.tail = tail
                parent.insert(list(parent).index(link) + 1, note)


def _plain(address: str) -> str:
    return address.removeprefix("mailto:").split("://")[-1].removeprefix("www.").rstrip("/")


def _note(address: str) -> Element:
    note = ElementTree.Element("span", {"class": "address"})
    link = ElementTree.SubElement(note, "a", {"href": address})
    link.text = address
    return note
