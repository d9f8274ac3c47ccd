"""The web site: every page, chart, link and file, and nothing from elsewhere.

Every page lists all chapters, so that links grow with the square of the book. What is looked for
on a page is therefore left to XPath, and an address that leads somewhere is followed once for
each folder of pages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from lxml import etree, html

from seminarbook.verify.expectation import Expectation


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
_SCHEMES_ELSEWHERE = {"http", "https"}


@dataclass(slots=True)
class _Page:
    """What one page holds and points to."""

    ids: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    loads: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)
    charts: int = 0
    tables: int = 0
    faults: list[str] = field(default_factory=list)


def check_site(site: Path, expected: Expectation) -> tuple[str, ...]:
    """Every fault of the site, sorted; none means it may be published."""
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    faults = list(_missing(files, expected))
    links = _Links(files.keys(), expected.base)
    places: dict[str, list[tuple[str, str, str]]] = {}
    ids: dict[str, set[str]] = {}
    for name in sorted(name for name in files if name.endswith(".html")):
        page = _read(files[name], expected.address)
        faults += [f"{name}: {fault}" for fault in page.faults]
        charts = expected.pages.get(name, page.charts)
        if page.charts != charts:
            faults.append(f"{name}: {page.charts} charts are drawn, {charts} are expected")
        tables = expected.tables.get(name, page.tables)
        if page.tables != tables:
            faults.append(f"{name}: {page.tables} tables are shown, {tables} are expected")
        faults += [
            f"{name}: loads {address} from another site"
            for address in page.loads
            if urlsplit(address).scheme in _SCHEMES_ELSEWHERE or address.startswith("//")
        ]
        ids[name] = page.ids
        places[name] = []
        for address, target, anchor in links.of(name, page):
            if not target:
                faults.append(f"{name}: the link to {address} leads nowhere")
            elif anchor:
                places[name].append((address, target, anchor))
    for name, found in places.items():
        faults += [
            f"{name}: the link to {address} leads to a place that is not on that page"
            for address, target, anchor in found
            if target in ids and anchor not in ids[target]
        ]
    return tuple(sorted(set(faults)))


def _missing(files: dict[str, Path], expected: Expectation) -> Iterator[str]:
    for name in (*expected.pages, *expected.downloads):
        if name not in files:
            yield f"{name}: is missing"
    for name, path in files.items():
        if path.stat().st_size == 0 and path.name != ".nojekyll":
            yield f"{name}: is empty"


def _read(path: Path, address: str) -> _Page:
    page = _Page()
    data = path.read_bytes()
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
    page.links.update(filter(None, _LINKS(tree)))
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


class _Links:
    """Where links lead; those that are known to lead to a whole file are not followed again."""

    def __init__(self, files: Iterable[str], base: str) -> None:
        self._files, self._base = set(files), base
        self._good: defaultdict[str, set[str]] = defaultdict(set)

    def of(self, name: str, page: _Page) -> Iterator[tuple[str, str, str]]:
        """Each address on the page that is not known to be good: with the file it leads to, blank
        if there is none, and the place in it."""
        good = self._good[name.rpartition("/")[0]]
        for address in (page.links | page.loads | page.own) - good:
            if address not in page.own and (urlsplit(address).scheme or address.startswith("//")):
                continue
            where, anchor = urldefrag(address)
            target = self._target(name, where)
            if target and where and not anchor:
                good.add(address)
            yield address, target, unquote(anchor)

    def _target(self, name: str, where: str) -> str:
        path = unquote(urlsplit(where).path)
        path = f"/{path.removeprefix(self._base)}" if path.startswith(self._base) else path
        target = _resolve(name, path) if where else name
        if target.endswith("/") or not target:
            target += "index.html"
        return target if target in self._files else ""


def _resolve(page: str, path: str) -> str:
    """``path`` as written on ``page``, relative to the site's root."""
    parts = [] if path.startswith("/") else page.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return "(outside the site)"
            parts.pop()
        elif part not in (".", ""):
            parts.append(part)
    return "/".join(parts) + ("/" if path.endswith("/") and parts else "")
