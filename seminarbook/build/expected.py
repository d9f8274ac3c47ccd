"""Expected: what the outputs must hold, counted in what Sphinx has read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from seminarbook.verify.expectation import Expectation

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# What every site has besides its chapters.
_ALWAYS = {"index.html", "404.html", "search.html", "humans.txt", "objects.inv", ".nojekyll"}


@dataclass(frozen=True, slots=True)
class Expected:
    """``charts`` and ``tables`` map each page's file on the web to how many it has; ``address``
    is where the site is published, ``front`` and ``chapters`` are the addresses of its pages."""

    charts: dict[str, int]
    tables: dict[str, int]
    address: str
    front: str
    chapters: frozenset[str]

    @property
    def chart_count(self) -> int:
        """Charts in the whole book."""
        return sum(self.charts.values())

    def of_site(self) -> Expectation:
        """What the web site must hold."""
        files = _ALWAYS | ({"robots.txt"} if self.address else set())
        return Expectation(self.charts, frozenset(files), self.tables)


def expected_of(app: Sphinx) -> Expected:
    """Count the charts and tables of every page that was read."""
    from seminarbook.sphinx_ext.book import domain_of
    from seminarbook.sphinx_ext.scholarly.catalogue import catalogue_of

    charts, tables = {}, {}
    shown: dict[str, tuple[int, int]] = domain_of(app.env).data["shown"]
    for docname in sorted(app.env.all_docs):
        page = f"{app.builder.get_target_uri(docname)}"
        charts[page], tables[page] = shown[docname]
    catalogue = catalogue_of(app)
    return Expected(
        charts=charts,
        tables=tables,
        address=catalogue.book.address,
        front=catalogue.book.front,
        chapters=frozenset(work.address for work in catalogue.chapters.values()),
    )
