"""The web site: every page, chart, link and file, and nothing from elsewhere.

Every page lists all chapters, so that links grow with the square of the book: what all pages of a
folder list is followed once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote, urldefrag, urlsplit

from seminarbook.verify.expectation import Expectation
from seminarbook.verify.page import Page
from seminarbook.verify.reading import Reading
from seminarbook.verify.tree import File

_SCHEMES_ELSEWHERE = {"http", "https"}
_Place = tuple[str, str, str]  # an address, the file it leads to, the place in it


def check_site(
    files: Mapping[str, File], expected: Expectation, reading: Reading
) -> tuple[str, ...]:
    """Every fault of the site that consists of these files, sorted; none means it may be
    published."""
    faults = list(_missing(files, expected))
    links = _Links(files.keys(), expected.base)
    places: dict[str, list[tuple[str, str, str]]] = {}
    ids: dict[str, set[str]] = {}
    for name, file in files.items():
        if file.is_link or file.suffix != ".html":
            continue
        page = reading.page(file)
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


def _missing(files: Mapping[str, File], expected: Expectation) -> Iterator[str]:
    for name in (*expected.pages, *expected.downloads):
        if name not in files:
            yield f"{name}: is missing"
    for name, file in files.items():
        if not file.size and file.path.name != ".nojekyll":
            yield f"{name}: is empty"


class _Links:
    """Where links lead, each followed once for a folder of pages, and so the menu of chapters."""

    def __init__(self, files: Iterable[str], base: str) -> None:
        self._files, self._base = set(files), base
        self._places: defaultdict[str, dict[str, _Place]] = defaultdict(dict)
        self._menus: dict[tuple[str, frozenset[str]], list[_Place]] = {}

    def of(self, name: str, page: Page) -> Iterator[_Place]:
        """Each address on the page that may be wrong: with the file it leads to, blank if there is
        none, and the place in it."""
        menu = name.rpartition("/")[0], page.menu
        if menu not in self._menus:
            self._menus[menu] = [*self._followed(name, page.menu)]
        yield from self._menus[menu]
        elsewhere = (address for address in page.links | page.loads if _leaves(address))
        yield from self._followed(name, (page.links | page.loads).difference(elsewhere) | page.own)

    def _followed(self, name: str, addresses: Iterable[str]) -> Iterator[_Place]:
        places = self._places[name.rpartition("/")[0]]
        for address in addresses:
            if address.startswith("#"):
                yield address, name, unquote(address[1:])
                continue
            if address not in places:
                where, anchor = urldefrag(address)
                places[address] = address, self._target(name, where), unquote(anchor)
            _, target, anchor = places[address]
            if anchor or not target:
                yield places[address]

    def _target(self, name: str, where: str) -> str:
        path = unquote(urlsplit(where).path)
        path = f"/{path.removeprefix(self._base)}" if path.startswith(self._base) else path
        target = _resolve(name, path)
        if target.endswith("/") or not target:
            target += "index.html"
        return target if target in self._files else ""


def _leaves(address: str) -> bool:
    return bool(urlsplit(address).scheme) or address.startswith("//")


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
