"""The web site: every page, chart, link and file, and nothing from elsewhere."""

from __future__ import annotations

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
_LINKS_THAT_LOAD = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest"}
_SCHEMES_ELSEWHERE = {"http", "https"}


@dataclass(slots=True)
class _Page:
    """What one page holds and points to."""

    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    charts: int = 0
    faults: list[str] = field(default_factory=list)


def check_site(site: Path, expected: Expectation) -> tuple[str, ...]:
    """Every fault of the site, sorted; none means it may be published."""
    faults = list(_missing(site, expected))
    pages = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        page = pages[name] = _read(path)
        faults += [f"{name}: {fault}" for fault in page.faults]
        wanted = expected.pages.get(name)
        if wanted is not None and page.charts != wanted:
            faults.append(f"{name}: {page.charts} charts are drawn, {wanted} are expected")
    for name, page in pages.items():
        found = _dead_links(site, name, page, pages, expected.base)
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


def _read(path: Path) -> _Page:
    page = _Page()
    try:
        tree = html.fromstring(path.read_bytes())
    except (etree.ParserError, ValueError) as error:
        page.faults.append(f"cannot be read as HTML ({error})")
        return page
    if not path.read_bytes().rstrip().endswith(b"</html>"):
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
        if name == "span" and "problematic" in (element.get("class") or "").split():
            page.faults.append(f"shows a mark of a problem: {element.text_content()[:80]}")
        page.loads += _loaded(name, element)
    return page


def _offered_elsewhere(link: html.HtmlElement) -> bool:
    """Whether the link is an offer that nobody sees, since its file was not made."""
    holder = link.getparent()
    return holder is not None and "hidden" in holder.attrib and "data-file" in holder.attrib


def _loaded(name: str, element: html.HtmlElement) -> Iterator[str]:
    for tag, attribute in _LOADED:
        if name != tag or not element.get(attribute):
            continue
        if tag == "link" and not _LINKS_THAT_LOAD & set((element.get("rel") or "").split()):
            continue
        yield element.get(attribute)


def _dead_links(
    site: Path, name: str, page: _Page, pages: dict[str, _Page], base: str
) -> Iterator[str]:
    for address in (*page.links, *page.loads):
        parts = urlsplit(address)
        if parts.scheme or address.startswith("//"):
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
