"""A page of the site as it was written: what it holds and points to.

Every page lists all chapters, so what is looked for is left to XPath, and a list is kept once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urldefrag

from lxml import etree, html

from seminarbook.verify.links import Place, base_of, leaves, place_of


def _xpath(path: str) -> etree.XPath:
    return etree.XPath(path, smart_strings=False)


_IDS = _xpath("//@id")
# An offer that nobody sees, since its file was not made, need not lead anywhere.
_LINKS = _xpath("//a[not(parent::*[@hidden and @data-file])]/@href")
_MENU = _xpath("//nav//a/@href[not(starts-with(., '#')) and . != '']")
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
_ELSEWHERE = re.compile(r"(https?:)?//", re.IGNORECASE)
_LINKS_THAT_LOAD = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest"}


Places = Mapping[str, Place]


@dataclass(slots=True)
class Page:
    """What one page holds, and where it leads: each address as it is written, with its place.

    ``menu`` is what all pages of a folder list, and is kept once for all of them.
    """

    ids: set[str] = field(default_factory=set)
    places: Places = field(default_factory=dict)
    menu: Places = field(default_factory=dict)
    charts: int = 0
    tables: int = 0
    faults: list[str] = field(default_factory=list)


def read_page(data: bytes, name: str, address: str) -> Page:
    """What a page with these bytes and this name holds, on a site at ``address``."""
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
    page.charts = len(_DRAWINGS(tree))
    page.tables = int(_TABLES(tree))
    for mark in _PROBLEMS(tree):
        page.faults.append(f"shows a mark of a problem: {mark.text_content()[:80]}")
    loaded = set(_loaded(tree))
    page.faults += [f"loads {one} from another site" for one in loaded if _ELSEWHERE.match(one)]
    menu = frozenset(link for link in _MENU(tree) if not leaves(link))
    offered = frozenset(filter(None, _LINKS(tree)))
    base = base_of(address)
    page.menu = _places(menu & offered, name.rpartition("/")[0], base)
    followed = {one for one in (offered - menu) | loaded if not leaves(one)}
    page.places = {one: place_of(one, name, base) for one in sorted(followed | _own(tree, address))}
    return page


def _loaded(tree: html.HtmlElement) -> Iterator[str]:
    yield from filter(None, _LOADED(tree))
    for link in _HEAD_LINKS(tree):
        if link.get("href") and _LINKS_THAT_LOAD & set((link.get("rel") or "").split()):
            yield link.get("href")


@lru_cache(maxsize=64)
def _places(addresses: frozenset[str], folder: str, base: str) -> Places:
    return {one: place_of(one, f"{folder}/" if folder else "", base) for one in sorted(addresses)}


def _own(tree: html.HtmlElement, address: str) -> set[str]:
    """The site's files that are named by their whole address, without a place on the page: in
    what is written for machines that is a name of the thing itself."""
    values: list[str] = []
    for element in _FOR_MACHINES(tree) if address else ():
        values += (element.get("href", ""), element.get("content", ""))
        values += re.findall(r'"([^"]*)"', element.text or "")
    return {urldefrag(value).url for value in values if value.startswith(address)}
