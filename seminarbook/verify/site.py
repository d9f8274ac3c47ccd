"""The web site: every page, chart, link and file, and nothing from elsewhere.

Every page lists all chapters, so that links grow with the square of the book: what all pages of a
folder list is followed once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from seminarbook.verify.expectation import Expectation
from seminarbook.verify.page import Page, Places
from seminarbook.verify.reading import Reading
from seminarbook.verify.tree import File


def check_site(
    files: Mapping[str, File], expected: Expectation, reading: Reading
) -> tuple[str, ...]:
    """Every fault of the site that consists of these files, sorted; none means it may be
    published."""
    faults = list(_missing(files, expected))
    pages = {
        name: reading.page(file)
        for name, file in files.items()
        if file.suffix == ".html" and not file.oddity
    }
    dead = _Dead(files.keys(), {name: page.ids for name, page in pages.items()})
    for name, page in pages.items():
        faults += [f"{name}: {fault}" for fault in page.faults]
        charts = expected.pages.get(name, page.charts)
        if page.charts != charts:
            faults.append(f"{name}: {page.charts} charts are drawn, {charts} are expected")
        tables = expected.tables.get(name, page.tables)
        if page.tables != tables:
            faults.append(f"{name}: {page.tables} tables are shown, {tables} are expected")
        faults += [f"{name}: the link to {address} leads {end}" for address, end in dead.of(page)]
    return tuple(sorted(set(faults)))


class _Dead:
    """Addresses that lead nowhere; those of a menu are looked for once."""

    def __init__(self, files: Collection[str], ids: Mapping[str, Collection[str]]) -> None:
        self._files, self._ids = files, ids
        self._menus: dict[int, list[tuple[str, str]]] = {}

    def of(self, page: Page) -> Iterator[tuple[str, str]]:
        """Each dead address on the page, and where it leads instead."""
        menu = id(page.menu)
        if menu not in self._menus:
            self._menus[menu] = [*self._among(page.menu)]
        yield from self._menus[menu]
        yield from self._among(page.places)

    def _among(self, places: Places) -> Iterator[tuple[str, str]]:
        for address, (file, anchor) in places.items():
            if file not in self._files:
                yield address, "nowhere"
            elif anchor and file in self._ids and anchor not in self._ids[file]:
                yield address, "to a place that is not on that page"


def _missing(files: Mapping[str, File], expected: Expectation) -> Iterator[str]:
    for name in (*expected.pages, *expected.downloads):
        if name not in files:
            yield f"{name}: is missing"
    for name, file in files.items():
        if not file.size and file.path.name != ".nojekyll":
            yield f"{name}: is empty"
