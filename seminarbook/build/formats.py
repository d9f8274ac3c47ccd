"""Formats: how each output is made and verified."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

from seminarbook.build.project import Project
from seminarbook.build.report import Report
from seminarbook.build.sphinx_run import run
from seminarbook.verify.expectation import Expectation
from seminarbook.verify.site import check_site

if TYPE_CHECKING:
    from sphinx.application import Sphinx

Format = Callable[[Project, Report], None]


def build_html(project: Project, report: Report) -> None:
    """The web site, into ``work/html``."""
    site = project.work / "html"
    expected: list[Expectation] = []
    with report.step("Web site"):
        _run(project, report, "html", lambda app: expected.append(expectation_of(app)))
    if not report.faults:
        with report.step("Checking every page and link"):
            report.add(check_site(site, expected[0]))


def _run(
    project: Project, report: Report, builder: str, then: Callable[[Sphinx], None] | None = None
) -> None:
    """One builder into ``work/<builder>``; a warning, or an error of Sphinx, is a fault."""
    try:
        report.add(run(project, builder, project.work / builder, then=then).warnings)
    except SphinxError as error:
        report.add([f"{error.category}: {error}"])


def expectation_of(app: Sphinx) -> Expectation:
    """What the site must hold, from what Sphinx has read."""
    raise NotImplementedError


FORMATS: dict[str, Format] = {"html": build_html}
