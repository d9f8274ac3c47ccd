"""Binding: front matter, body and index, set one after the other and printed as one file.

The body is set first, with pages counted from 1. Only then are page numbers known, so the
contents and the index of people are set after it, each once; nothing is laid out twice to
find out where it lands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

from seminarbook.sphinx_ext.paper import front, people
from seminarbook.sphinx_ext.paper.cover import as_svg, shapes
from seminarbook.sphinx_ext.paper.facts import Facts
from seminarbook.sphinx_ext.paper.fragments import Chapter, Element, level_headings, resolve
from seminarbook.sphinx_ext.paper.press import Press
from seminarbook.sphinx_ext.paper.references import Notes, show_pages

WebAddress = Callable[[str, str], str]


def bind_book(
    press: Press, facts: Facts, chapters: Sequence[Chapter], elsewhere: WebAddress, path: Path
) -> None:
    """Print the whole book."""
    anchors = {chapter.place.docname: chapter.place.anchor for chapter in chapters}
    entries = people.entries(chapters)
    mentions = people.mark_mentions(chapters, entries, anchors)
    for chapter in chapters:
        show_pages(chapter, anchors)
        resolve(chapter.body, anchors, elsewhere)
        Notes(chapter).gather()

    body = press.set_type(_to_recto(_body(chapters)), facts.name, **facts.metadata())
    text_pages = body.pages[:-1]
    pages = _page_numbers(text_pages)

    back_pages: list[Any] = []
    extra = []
    if entries:
        extra = [(people.ANCHOR, people.TITLE)]
        index = people.index(entries, mentions, pages)
        back_pages = press.set_type([_start_at(len(text_pages)), *index], facts.name).pages
        pages = pages | {
            name: number + len(text_pages) for name, number in _page_numbers(back_pages).items()
        }

    contents = front.contents(chapters, extra, pages)
    opening = [*front.cover(facts, _drawing(facts)), *front.imprint(facts), *contents]
    front_pages = press.set_type(_to_recto(opening), facts.name).pages[:-1]
    whole = body.copy([*front_pages, *text_pages, *back_pages])
    press.print(whole, path, front_pages=len(front_pages))


def bind_chapter(
    press: Press, facts: Facts, chapter: Chapter, elsewhere: WebAddress, path: Path
) -> None:
    """Print one chapter as a file of its own."""
    anchors = {chapter.place.docname: chapter.place.anchor}
    level_headings(chapter.body, 1)
    resolve(chapter.body, anchors, elsewhere)
    Notes(chapter).gather()
    title = f"{chapter.title} – {facts.title}"
    document = press.set_type([chapter.body], title, **facts.metadata())
    press.print(document, path)


def _body(chapters: Sequence[Chapter]) -> list[Element]:
    elements: list[Element] = []
    for part, caption, group in front.parts(chapters):
        if part:
            elements += front.part_title(part, caption, group)
        elements += [chapter.body for chapter in group]
    return elements


def _to_recto(elements: Sequence[Element]) -> list[Element]:
    """The elements and one page more, which begins on the right and is thrown away.

    What is left has an even number of pages, so that whatever follows begins on the right.
    """
    return [*elements, ElementTree.Element("div", {"class": "thrown-away"})]


def _start_at(pages_before: int) -> Element:
    style = ElementTree.Element("style")
    style.text = f"html {{ counter-reset: page {pages_before} }}"
    return style


def _page_numbers(pages: Sequence[Any]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for number, page in enumerate(pages, start=1):
        for anchor in page.anchors:
            numbers.setdefault(anchor, number)
    return numbers


def _drawing(facts: Facts) -> str:
    svg = as_svg(shapes(facts.moments))
    return f"data:image/svg+xml,{quote(svg)}" if svg else ""
