"""Chapters as the pages of an EPUB."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit
from urllib.request import url2pathname
from xml.etree import ElementTree

from seminarbook.sphinx_ext.paper import front
from seminarbook.sphinx_ext.paper.container import Container, Entry
from seminarbook.sphinx_ext.paper.cover import shapes
from seminarbook.sphinx_ext.paper.facts import Facts
from seminarbook.sphinx_ext.paper.footnotes import list_footnotes
from seminarbook.sphinx_ext.paper.fragments import (
    SCHEME,
    Chapter,
    Element,
    classes,
    level_headings,
    links,
)
from seminarbook.sphinx_ext.paper.raster import paint
from seminarbook.sphinx_ext.paper.references import WebAddress

STYLE = Path(__file__).parents[2] / "static" / "paper" / "reader.css"
SVG = "{http://www.w3.org/2000/svg}"
# What a chapter is, if it holds such a thing: its class, epub:type and role.
KINDS = (
    ("glossary", "glossary", "doc-glossary"),
    ("bibliography", "bibliography", "doc-bibliography"),
)


def pack(facts: Facts, chapters: Sequence[Chapter], elsewhere: WebAddress, path: Path) -> None:
    """Write the book as an EPUB."""
    container = Container(facts)
    container.add("style.css", STYLE.read_bytes())
    container.add("images/cover.png", paint(facts, shapes(facts.moments)), "cover-image")
    container.add_page("cover.xhtml", _page(facts, facts.name, _cover(facts), "cover"))
    container.add_page(
        "imprint.xhtml", _page(facts, "About this edition", front.imprint(facts), "frontmatter")
    )
    container.landmarks += [
        ("cover", "Cover", "cover.xhtml"),
        ("toc", "Contents", "nav.xhtml"),
    ]
    names = {chapter.place.docname: f"{chapter.place.anchor}.xhtml" for chapter in chapters}
    for part, caption, group in front.parts(chapters):
        entries = [_add_chapter(container, chapter, names, elsewhere) for chapter in group]
        container.contents += [Entry(caption, "", tuple(entries))] if part else entries
    container.write(path)


def _add_chapter(
    container: Container, chapter: Chapter, names: dict[str, str], elsewhere: WebAddress
) -> Entry:
    body, name = chapter.body, names[chapter.place.docname]
    sections = front.sections(chapter)
    body.tag = "section"
    level_headings(body, 1)
    list_footnotes(chapter)
    _name_notes(body)
    for link in list(links(body)):
        _resolve(link, names, elsewhere)
    for image in body.iter("img"):
        image.set("src", _add_image(container, image.get("src", "")))
    kind, role = _kind(body)
    body.set("epub:type", kind)
    body.set("role", role)
    if not any(label == "Start of the book" for _, label, _ in container.landmarks):
        container.landmarks.append(("bodymatter", "Start of the book", name))
    if kind != "chapter":
        container.landmarks.append((kind, chapter.title, name))
    properties = "svg" if next(body.iter(f"{SVG}svg"), None) is not None else ""
    container.add_page(name, _page(container.facts, chapter.title, [body], ""), properties)
    return Entry(
        chapter.title,
        name,
        tuple(Entry(title, f"{name}#{anchor}") for anchor, title in sections),
    )


def _name_notes(body: Element) -> None:
    """Tell the reader's software what is a note, so that it can show one in place."""
    for element in body.iter():
        if "note-call" in classes(element):
            element.set("epub:type", "noteref")
            element.set("role", "doc-noteref")
        elif "notes" in classes(element) and element.tag == "section":
            element.set("epub:type", "endnotes")
            element.set("role", "doc-endnotes")


def _kind(body: Element) -> tuple[str, str]:
    for name, kind, role in KINDS:
        if any(name in classes(element) for element in body.iter()):
            return kind, role
    return "chapter", "doc-chapter"


def _resolve(link: Element, names: dict[str, str], elsewhere: WebAddress) -> None:
    href = link.get("href", "")
    if not href.startswith(SCHEME):
        return
    docname, _, name = href[len(SCHEME) :].partition("#")
    if docname in names:
        page = names[docname]
        anchor = f"{page.removesuffix('.xhtml')}--{name}"
        link.set("href", f"{page}#{anchor}" if name else page)
    elif address := elsewhere(docname, name):
        link.set("href", address)
    else:
        del link.attrib["href"]


def _add_image(container: Container, source: str) -> str:
    parts = urlsplit(source)
    if parts.scheme == "file":
        path = Path(url2pathname(parts.path))
        return container.add_image(path.name, path.read_bytes())
    if parts.scheme == "data":
        head, _, data = parts.path.partition(",")
        content = base64.b64decode(data) if head.endswith(";base64") else unquote_to_bytes(data)
        ending = ".svg" if "svg" in head else ".png"
        return container.add_image(f"picture{ending}", content)
    raise ValueError(f"a picture of the book is neither a file nor in the page: {source}")


def _cover(facts: Facts) -> list[Element]:
    section = ElementTree.Element("section", {"class": "cover", "epub:type": "cover"})
    alt = f"Cover: {facts.name}, {facts.period}"
    ElementTree.SubElement(section, "img", {"src": "images/cover.png", "alt": alt})
    return [section]


def _page(facts: Facts, title: str, elements: Sequence[Element], kind: str) -> str:
    root = ElementTree.Element(
        "html",
        {
            "xmlns": "http://www.w3.org/1999/xhtml",
            "xmlns:epub": "http://www.idpf.org/2007/ops",
            "lang": facts.language,
            "xml:lang": facts.language,
        },
    )
    head = ElementTree.SubElement(root, "head")
    ElementTree.SubElement(head, "title").text = title
    ElementTree.SubElement(head, "link", {"rel": "stylesheet", "href": "style.css"})
    body = ElementTree.SubElement(root, "body", {"epub:type": kind} if kind else {})
    body.extend(elements)
    for element in root.iter():
        for name in [name for name in element.attrib if name.startswith("data-")]:
            del element.attrib[name]
    text = ElementTree.tostring(root, encoding="unicode", short_empty_elements=True)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n{text}\n'
