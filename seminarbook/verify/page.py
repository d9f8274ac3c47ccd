"""A page of the site as it was written: what it holds and points to.

Every page lists all chapters, so what is looked for is left to XPath, and a list is kept once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urldefrag

from lxml import etree, html


def _xpath(path: str) -> etree.XPath:
    return etree.XPath(path, smart_strings=False)


_IDS = _xpath("//@id")
# An offer that nobody sees, since its file was not made, need not lead anywhere.
_LINKS = _xpath("//a[not(parent::*[@hidden and @data-file])]/@href")
_MENU = _xpath("//nav//a/@href[not(starts-with(., '#'))]")
# What a browser fetches by itself, as opposed to what a reader follows; and what our own scripts
# fetch when a reader asks for it: a chart's numbers and the library.
_LOADED = _xpath(
    "//script/@src | //img/@src | //iframe/@src | //source/@src | //audio/@src | //video/@src"
    " | //embed/@src | //object/@data | //@data-script | //@data-bundle"
)
_HEAD_LINKS = _xpath("//link[@href]")
_FOR_MACHINES = _xpath("//link | //meta | //script")
_DRAWINGS = _xpath("//svg[contains(concat(' ', normalize-space(@class), ' '), ' chart-drawing ')]")
_TABLES = _xpath("count(//table)")
_PROBLEMS = _xpath("//span[contains(concat(' ', normalize-space(@class), ' '), ' problematic ')]")
_LINKS_THAT_LOAD = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest"}


@dataclass(slots=True)
class Page:
    """What one page holds and points to; ``menu`` are the links that other pages have as well."""

    ids: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    menu: frozenset[str] = frozenset()
    loads: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)
    charts: int = 0
    tables: int = 0
    faults: list[str] = field(default_factory=list)


def read_page(data: bytes, address: str) -> Page:
    """What a page with these bytes holds, on a site at ``address``."""
    page = Page()
    try:
        tree = html.document_fromstring(data.decode("utf-8"), ensure_head_body=True)
    except (etree.ParserError, ValueError) as error:
        page.faults.append(f"cannot be read as HTML ({error})")
        return page
    if not data.rstrip().endswith(b"</html>"):
        page.faults.append("ends before its end: it was cut off")
    for identifier in filter(None, _IDS(tree)):
        if identifier in page.ids:
            page.faults.append(f"the id “{identifier}” stands twice")
        page.ids.add(identifier)
    links = frozenset(filter(None, _LINKS(tree)))
    page.menu = _one_of(links.intersection(link for link in _MENU(tree) if ":" not in link))
    page.links.update(links - page.menu)
    page.loads.update(filter(None, _LOADED(tree)))
    page.loads.update(
        link.get("href")
        for link in _HEAD_LINKS(tree)
        if link.get("href") and _LINKS_THAT_LOAD & set((link.get("rel") or "").split())
    )
    page.charts = len(_DRAWINGS(tree))
    page.tables = int(_TABLES(tree))
    for mark in _PROBLEMS(tree):
        page.faults.append(f"shows a mark of a problem: {mark.text_content()[:80]}")
    if address:
        for element in _FOR_MACHINES(tree):
            page.own |= _own(element, address)
    return page


@lru_cache(maxsize=64)
def _one_of(menu: frozenset[str]) -> frozenset[str]:
    """The first of several equal menus: all pages of a folder list the same chapters."""
    return menu


def _own(element: html.HtmlElement, address: str) -> set[str]:
    """The site's files that are named by their whole address, without a place on the page: in
    what is written for machines that is a name of the thing itself."""
    values = [str(element.get("href", "")), str(element.get("content", ""))]
    values += re.findall(r'"([^"]*)"', element.text or "")
    return {urldefrag(value).url for value in values if value.startswith(address)}
