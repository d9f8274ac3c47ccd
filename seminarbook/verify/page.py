"""A page of the site as it was written: what it holds and points to.

What is looked for is left to XPath, since every page lists all chapters. A page with the same
bytes as before holds the same: what was read of it can be kept for the next build.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urldefrag

from lxml import etree, html


def _xpath(path: str) -> etree.XPath:
    return etree.XPath(path, smart_strings=False)


_IDS = _xpath("//@id")
# An offer that nobody sees, since its file was not made, need not lead anywhere.
_LINKS = _xpath("//a[not(parent::*[@hidden and @data-file])]/@href")
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
    """What one page holds and points to."""

    ids: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    loads: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)
    charts: int = 0
    tables: int = 0
    faults: list[str] = field(default_factory=list)


class Reading:
    """Pages by the digest of their bytes, as they were read now or in an earlier build.

    ``kept`` is a file of our own, which is only there after a build with the same settings, code
    and packages.
    """

    def __init__(self, address: str, kept: Path | None) -> None:
        self._address, self._kept = address, kept
        self._before: dict[bytes, Page] = {}
        self._now: dict[bytes, Page] = {}
        if kept is not None and kept.is_file():
            self._before = pickle.loads(kept.read_bytes())

    def page(self, path: Path) -> Page:
        """The page in a file."""
        data = path.read_bytes()
        digest = hashlib.sha256(data).digest()
        page = self._now[digest] = self._before.get(digest) or _read(data, self._address)
        return page

    def keep(self) -> None:
        """Keep what was read for the next build."""
        if self._kept is not None and self._now.keys() != self._before.keys():
            # A build that is killed here leaves the file of the build before.
            aside = self._kept.with_suffix(".new")
            aside.write_bytes(pickle.dumps(self._now))
            os.replace(aside, self._kept)


def _read(data: bytes, address: str) -> Page:
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
    # Most addresses stand on every page, and are kept once.
    page.links.update(map(sys.intern, filter(None, _LINKS(tree))))
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


def _own(element: html.HtmlElement, address: str) -> set[str]:
    """The site's files that are named by their whole address, without a place on the page: in
    what is written for machines that is a name of the thing itself."""
    values = [str(element.get("href", "")), str(element.get("content", ""))]
    values += re.findall(r'"([^"]*)"', element.text or "")
    return {urldefrag(value).url for value in values if value.startswith(address)}
