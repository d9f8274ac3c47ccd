"""Formats: how each output is made and verified, in a folder of its own under ``_build/work``."""

from __future__ import annotations

import io
import shutil
from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

from seminarbook.build.expected import Expected, expected_of
from seminarbook.build.project import Project
from seminarbook.build.report import Report
from seminarbook.build.sphinx_run import sentences, sphinx_app
from seminarbook.verify.epub import check_epub
from seminarbook.verify.pdf import check_pdf

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def make(project: Project, names: tuple[str, ...], report: Report) -> Expected | None:
    """Make the formats ``names`` in the work folder; None if a fault ended it.

    Everything rests on what Sphinx reads for the web site: the PDFs are set by the same
    application, the EPUB by a second one that finds the documents read.
    """
    shutil.rmtree(project.files, ignore_errors=True)
    project.files.mkdir(parents=True)
    try:
        with sphinx_app(project, "html", project.work / "html") as (app, said):
            with report.step("Web site"):
                app.build()
                _hear(project, report, said)
            expected = expected_of(app)
            if "pdf" in names and not report.faults:
                _make_pdf(project, report, app, said, expected)
        if "epub" in names and not report.faults:
            _make_epub(project, report, expected)
    except SphinxError as error:
        report.add([f"{error.category}: {error}"])
    return None if report.faults else expected


def _make_pdf(
    project: Project, report: Report, app: Sphinx, said: io.StringIO, expected: Expected
) -> None:
    from seminarbook.sphinx_ext.paper.pango import pango_problem
    from seminarbook.sphinx_ext.pdf import write_book_pdf, write_chapter_pdfs

    if problem := pango_problem():
        report.lacking.append(problem)
        return
    with report.step("PDF of the book"):
        book = write_book_pdf(app, project.files)
        _hear(project, report, said)
        report.add(check_pdf(book, bookmarks=len(expected.charts), figures=expected.chart_count))
    with report.step("PDF of each chapter"):
        for path in write_chapter_pdfs(app, project.files):
            report.add(check_pdf(path, bookmarks=1, figures=0))
        _hear(project, report, said)


def _make_epub(project: Project, report: Report, expected: Expected) -> None:
    out = project.work / "epub"
    with report.step("EPUB"):
        with sphinx_app(project, "epub", out) as (app, said):
            app.build()
            _hear(project, report, said)
        for path in sorted(out.glob("*.epub")):
            report.add(check_epub(path, pages=len(expected.charts)))
            shutil.copy2(path, project.files)


def _hear(project: Project, report: Report, said: io.StringIO) -> None:
    """Note what Sphinx has warned of since the last time."""
    report.add(sentences(said.getvalue(), project.root))
    said.seek(0)
    said.truncate()
