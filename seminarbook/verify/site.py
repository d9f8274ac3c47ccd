"""The web site: every page, chart, link and file, and nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from lxml import etree, html

from seminarbook.verify.expectation import Expectation

# What a browser fetches by itself, as opposed to what a reader follows.
_LOADED = {
    ("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("audio", "src"),
    ("video", "src"), ("embed", "src"), ("object", "data"), ("link", "href"),
}  # fmt: skip
# What our own scripts fetch when a reader asks for it: a chart's numbers and the library.
_FETCHED = ("data-script", "data-bundle")
_FOR_MACHINES = {"link", "meta", "script"}
_LINKS_THAT_LOAD = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest"}
_SCHEMES_ELSEWHERE = {"http", "https"}


@dataclass(slots=True)
class _Page:
    """What one page holds and points to."""

    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    own: set[str] = field(default_factory=set)
    charts: int = 0
    tables: int = 0
    faults: list[str] = field(default_factory=list)


def check_site(site: Path, expected: Expectation) -> tuple[str, ...]:
    """Every fault of the site, sorted; none means it may be published."""
    faults = list(_missing(site, expected))
    pages = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        page = pages[name] = _read(path, expected.address)
        faults += [f"{name}: {fault}" for fault in page.faults]
        charts = expected.pages.get(name, page.charts)
        if page.charts != charts:
            faults.append(f"{name}: {page.charts} charts are drawn, {charts} are expected")
        tables = expected.tables.get(name, page.tables)
        if page.tables != tables:
            faults.append(f"{name}: {page.tables} tables are shown, {tables} are expected")
    for name, page in pages.items():
        found = _dead_links(site, name, page, pages, expected)
        faults += [f"{name}: {fault}" for fault in found]
        faults += [
            f"{name}: loads {address} from another site"
            for address in page.loads
            if urlsplit(address).scheme in _SCHEMES_ELSEWHERE or address.startswith("//")
        ]
    return tuple(sorted(set(faults)))


def _missing(site: Path, expected: Expectation) -> Iterator[str]:
    for name in (*expected.pages, *expected.downloads):
        if not (site / name).is_file():
            yield f"{name}: is missing"
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.stat().st_size == 0 and path.name != ".nojekyll":
            yield f"{path.relative_to(site).as_posix()}: is empty"


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
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        name = element.tag.rpartition("}")[2]
        identifier = element.get("id")
        if identifier:
            if identifier in page.ids:
                page.faults.append(f"the id “{identifier}” stands twice")
            page.ids.add(identifier)
        if name == "a" and element.get("href") and not _offered_elsewhere(element):
            page.links.append(element.get("href"))
        if name == "svg" and "chart-drawing" in (element.get("class") or "").split():
            page.charts += 1
        page.tables += name == "table"
        if name == "span" and "problematic" in (element.get("class") or "").split():
            page.faults.append(f"shows a mark of a problem: {element.text_content()[:80]}")
        page.loads += _loaded(name, element)
        if address and name in _FOR_MACHINES:
            page.own |= _own(element, address)
    return page


def _own(element: html.HtmlElement, address: str) -> set[str]:
    """The site's files that are named by their whole address, without a place on the page: in
    what is written for machines that is a name of the thing itself."""
    values = [str(element.get("href", "")), str(element.get("content", ""))]
    values += re.findall(r'"([^"]*)"', element.text or "")
    return {urldefrag(value).url for value in values if value.startswith(address)}


def _offered_elsewhere(link: html.HtmlElement) -> bool:
    """Whether the link is an offer that nobody sees, since its file was not made."""
    holder = link.getparent()
    return holder is not None and "hidden" in holder.attrib and "data-file" in holder.attrib


def _loaded(name: str, element: html.HtmlElement) -> Iterator[str]:
    yield from filter(None, map(element.get, _FETCHED))
    for tag, attribute in _LOADED:
        if name != tag or not element.get(attribute):
            continue
        if tag == "link" and not _LINKS_THAT_LOAD & set((element.get("rel") or "").split()):
            continue
        yield element.get(attribute)


def _dead_links(
    site: Path, name: str, page: _Page, pages: dict[str, _Page], expected: Expectation
) -> Iterator[str]:
    base = expected.base
    for address in (*page.links, *page.loads, *page.own):
        own = address in page.own
        if not own and (urlsplit(address).scheme or address.startswith("//")):
            continue
        where, anchor = urldefrag(address)
        path = unquote(urlsplit(where).path)
        path = f"/{path.removeprefix(base)}" if path.startswith(base) else path
        target = _resolve(name, path) if where else name
        if target.endswith("/") or not target:
            target += "index.html"
        if not (site / target).is_file():
            yield f"the link to {address} leads nowhere"
        elif anchor and target in pages and unquote(anchor) not in pages[target].ids:
            yield f"the link to {address} leads to a place that is not on that page"


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
