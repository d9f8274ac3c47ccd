"""A chapter's HTML as a tree fit for print: unique ids, and headings and tables that add up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from seminarbook.sphinx_ext.paper.outline import Place

Element = ElementTree.Element

# A link to another document while the book is assembled: ``chapter:docname#id``.
SCHEME = "chapter:"
_HEADING = re.compile(r"h([1-6])")
# What an address begins with, and nobody says.
_UNSAID = re.compile(r"^(?:mailto:|tel:|doi:|https?://)?(?:www\.|doi\.org/)?")
_WEB = re.compile(r"(?:https?|mailto|tel|doi):")


def parse(fragment: str) -> Element:
    """The HTML of a document's body as one ``article`` element.

    Docutils writes well-formed XML; anything else is read as a browser would.
    """
    page = f"<article>{fragment}</article>"
    try:
        return ElementTree.fromstring(page)
    except ElementTree.ParseError:
        from lxml import etree, html

        return ElementTree.fromstring(etree.tostring(html.fragment_fromstring(page)))


@dataclass
class Chapter:
    """A document on paper: its place in the book, its title, and its body."""

    place: Place
    title: str
    body: Element


def classes(element: Element) -> list[str]:
    """The element's classes."""
    return element.get("class", "").split()


def add_class(element: Element, name: str) -> None:
    """Add a class to an element."""
    element.set("class", " ".join([*classes(element), name]))


def text_of(element: Element) -> str:
    """All text in the element, on one line."""
    return " ".join("".join(element.itertext()).split())


def prefix_ids(body: Element, place: Place) -> None:
    """Make ids and the links to them unique in the book."""
    prefix = f"{place.anchor}--"
    for element in body.iter():
        if element is not body and (name := element.get("id")):
            element.set("id", prefix + name)
        if (target := element.get("href", "")).startswith("#"):
            element.set("href", "#" + prefix + target[1:])


def name_headings(body: Element, place: Place, title: str) -> None:
    """Mark the chapter's title, and remember each heading's level in its own document."""
    for element in body.iter():
        if found := _HEADING.fullmatch(element.tag):
            if found[1] == "1":
                add_class(element, "chapter-title")
                element.set("data-title", title)
            element.set("data-level", found[1])
    level_headings(body, place.heading)


def level_headings(body: Element, first: int) -> None:
    """Begin the headings of a chapter at a level: the title's, which is 1 in a file of its own."""
    for element in body.iter():
        if level := element.get("data-level"):
            element.tag = f"h{min(int(level) + first - 1, 6)}"


def links(body: Element) -> Iterator[Element]:
    """Every link of a chapter, in reading order."""
    return (element for element in body.iter("a") if element.get("href"))


def target(href: str, anchors: Mapping[str, str]) -> str | None:
    """The name that a link points to within the book, or None if it leads to the web."""
    if href.startswith("#"):
        return href[1:]
    if href.startswith(SCHEME):
        docname, _, name = href[len(SCHEME) :].partition("#")
        if docname in anchors:
            return f"{anchors[docname]}--{name}" if name else anchors[docname]
    return None


def is_web(href: str) -> bool:
    """Whether a link leaves the book."""
    return bool(_WEB.match(href))


def shows_address(link: Element) -> bool:
    """Whether a link's words are its address, give or take what nobody says aloud."""
    return _plain(link.get("href", "")) == _plain(text_of(link))


def _plain(address: str) -> str:
    return _UNSAID.sub("", address.replace(" ", "")).rstrip("/")
