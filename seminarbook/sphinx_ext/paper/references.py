"""Where links lead, told on paper: a page number within the book, a note beyond it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from seminarbook.sphinx_ext.paper.fragments import (
    Chapter,
    Element,
    classes,
    is_web,
    links,
    target,
    text_of,
)

# The classes of links by which an author points to a place in the book.
POINTERS = frozenset({"std-ref", "std-doc", "std-numref", "doc", "seminar"})
NO_BREAK = "\N{NO-BREAK SPACE}"


def show_pages(chapter: Chapter, anchors: dict[str, str]) -> None:
    """Let the first link to each place in another chapter say its page."""
    shown: set[str] = set()
    for link in list(links(chapter.body)):
        place = target(link, anchors)
        if place is None or place in shown or place.startswith(f"{chapter.place.anchor}--"):
            continue
        if POINTERS & set(classes(link)):
            shown.add(place)
            last = link[-1] if len(link) else None
            if last is None:
                link.text = f"{link.text or ''} "
            else:
                last.tail = f"{last.tail or ''} "
            number = {"class": "page-number", "data-page-of": place}
            ElementTree.SubElement(link, "span", number)


def write_pages(body: Element, pages: Mapping[str, int], expected: int) -> None:
    """Write the page numbers that are known; noughts where one will be written later."""
    for span in body.iter("span"):
        place = span.get("data-page-of")
        if place is None:
            continue
        if place in pages:
            number = str(pages[place])
        else:
            number = "0" * len(str(expected))
            span.set("data-awaits", place)
        span.text = f"(p.{NO_BREAK}{number})"


class Notes:
    """The notes of a chapter, printed at its end: web addresses, and the author's own notes.

    They stand there rather than at the foot of the page, where WeasyPrint 70 now and then
    prints them on the wrong one.
    """

    def __init__(self, chapter: Chapter, *, addresses: bool = True) -> None:
        self.addresses = addresses
        self.anchor = chapter.place.anchor
        self.body = chapter.body
        self.items: list[Element] = []
        self._numbers: dict[str, int] = {}

    def gather(self) -> None:
        """Number the author's notes and the addresses, in reading order, and add the list."""
        footnotes = self._take_footnotes()
        for parent, child in _pairs(self.body):
            if child.tag != "a":
                continue
            href = child.get("href", "")
            if href.startswith("#") and href[1:] in footnotes:
                self._call(parent, child, href, list(footnotes[href[1:]]))
                parent.remove(child)
            elif self.addresses and is_web(child) and _plain(href) != _plain(text_of(child)):
                self._call(parent, child, href, [_address(href)])
        if self.items:
            self._add_list()

    def _call(self, parent: Element, link: Element, key: str, content: list[Element]) -> None:
        """Put the number of a note behind a link; the same address has the same number."""
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            item = ElementTree.Element("li", {"id": self._id(self._numbers[key])})
            item.extend(content)
            self.items.append(item)
        number = self._numbers[key]
        call = ElementTree.Element("a", {"class": "note-call", "href": f"#{self._id(number)}"})
        call.text = str(number)
        call.tail, link.tail = link.tail, None
        parent.insert(list(parent).index(link) + 1, call)

    def _id(self, number: int) -> str:
        return f"{self.anchor}--note-{number}"

    def _take_footnotes(self) -> dict[str, list[Element]]:
        """Take the author's notes out of the chapter: their contents by id."""
        found: dict[str, list[Element]] = {}
        for parent, child in _pairs(self.body):
            if child.get("role") == "doc-footnote":
                label = child.find("span[@class='label']")
                found[child.get("id", "")] = [item for item in child if item is not label]
                parent.remove(child)
            elif "footnotes" in classes(child) and child.tag == "hr":
                parent.remove(child)
        for parent, child in _pairs(self.body):
            if "footnote-list" in classes(child) and not len(child):
                parent.remove(child)
        return found

    def _add_list(self) -> None:
        section = ElementTree.SubElement(self.body, "section", {"class": "notes"})
        heading = {"class": "notes-title", "data-level": "2"}
        title = next((item for item in self.body.iter() if item.get("data-level") == "1"), None)
        below = min(int(title.tag[1:]) + 1, 6) if title is not None else 2
        ElementTree.SubElement(section, f"h{below}", heading).text = "Notes"
        ElementTree.SubElement(section, "ol").extend(self.items)


def _pairs(body: Element) -> Iterator[tuple[Element, Element]]:
    """Each element with its parent, in reading order; changes meanwhile do no harm."""
    return iter([(parent, child) for parent in body.iter() for child in parent])


def _plain(address: str) -> str:
    return address.removeprefix("mailto:").split("://")[-1].removeprefix("www.").rstrip("/")


def _address(href: str) -> Element:
    paragraph = ElementTree.Element("p")
    ElementTree.SubElement(paragraph, "a", {"href": href}).text = href.removeprefix("mailto:")
    return paragraph
