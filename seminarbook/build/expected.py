"""Expected: what the outputs must hold, counted in what Sphinx has read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from seminarbook.verify.expectation import Expectation

if TYPE_CHECKING:
    from sphinx.application import Sphinx


@dataclass(frozen=True, slots=True)
class Expected:
    """``charts`` maps each page's file on the web to the number of its charts; ``base`` is the path
    of the address at which the site is published."""

    charts: dict[str, int]
    base: str

    @property
    def chart_count(self) -> int:
        """Charts in the whole book."""
        return sum(self.charts.values())

    def of_site(self) -> Expectation:
        """What the web site must hold."""
        return Expectation({"index.html": 0, **self.charts}, base=self.base)


def expected_of(app: Sphinx) -> Expected:
    """Count the charts of every page that was read."""
    from seminarbook.sphinx_ext.nodes import chart

    charts = {}
    for docname in sorted(app.env.all_docs):
        doctree = app.env.get_doctree(docname)
        page = f"{app.builder.get_target_uri(docname)}"
        charts[page] = sum(1 for _ in doctree.findall(chart))
    base = urlsplit(str(app.config.html_baseurl)).path
    return Expected(charts, base if base.endswith("/") else f"{base}/")
