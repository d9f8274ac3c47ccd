"""The web site: every page, chart, link and file, and nothing from elsewhere.

Every page lists all chapters, so that links grow with the square of the book: an address that
leads somewhere is followed once for each folder of pages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from seminarbook.verify.expectation import Expectation
from seminarbook.verify.page import Page, Reading

_SCHEMES_ELSEWHERE = {"http", "https"}


def check_site(site: Path, expected: Expectation, kept: Path | None = None) -> tuple[str, ...]:
    """Every fault of the site, sorted; none means it may be published.

    ``kept`` is where what was read of each page is kept for the next time.
    """
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    faults = list(_missing(files, expected))
    reading = Reading(expected.address, kept)
    links = _Links(files.keys(), expected.base)
    places: dict[str, list[tuple[str, str, str]]] = {}
    ids: dict[str, set[str]] = {}
    for name in sorted(name for name in files if name.endswith(".html")):
        page = reading.page(files[name])
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
    reading.keep()
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


class _Links:
    """Where links lead; those that are known to lead to a whole file are not followed again."""

    def __init__(self, files: Iterable[str], base: str) -> None:
        self._files, self._base = set(files), base
        self._good: defaultdict[str, set[str]] = defaultdict(set)
        self._places: defaultdict[str, dict[str, tuple[str, str]]] = defaultdict(dict)

    def of(self, name: str, page: Page) -> Iterator[tuple[str, str, str]]:
        """Each address on the page that is not known to be good: with the file it leads to, blank
        if there is none, and the place in it."""
        folder = name.rpartition("/")[0]
        good, places = self._good[folder], self._places[folder]
        for address in (page.links | page.loads | page.own) - good:
            if address.startswith("#"):
                yield address, name, unquote(address[1:])
                continue
            if address not in page.own and (urlsplit(address).scheme or address.startswith("//")):
                continue
            if address not in places:
                where, anchor = urldefrag(address)
                places[address] = self._target(name, where), unquote(anchor)
            target, anchor = places[address]
            if target and not anchor:
                good.add(address)
            yield address, target, anchor

    def _target(self, name: str, where: str) -> str:
        path = unquote(urlsplit(where).path)
        path = f"/{path.removeprefix(self._base)}" if path.startswith(self._base) else path
        target = _resolve(name, path)
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
