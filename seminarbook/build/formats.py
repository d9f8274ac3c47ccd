"""Formats: how each output is made and verified, in a folder of its own under ``_build/work``."""

from __future__ import annotations

import io
import shutil

from sphinx.application import Sphinx
from sphinx.errors import SphinxError

from seminarbook.build.expected import Expected, expected_of
from seminarbook.build.project import Project
from seminarbook.build.report import Report
from seminarbook.build.sphinx_run import sentences, sphinx_app
from seminarbook.checks.consequences import unexplained
from seminarbook.problems import Problem, format_problem
from seminarbook.publish.citation_file import NAME, disagreements
from seminarbook.publish.package import CALENDAR, package_files, zipped
from seminarbook.sphinx_ext.pdf import PdfBuilder, paper
from seminarbook.sphinx_ext.scholarly.site import packed
from seminarbook.verify.data import check_data_zip
from seminarbook.verify.epub import check_epub


def make(
    project: Project, names: tuple[str, ...], report: Report, told: tuple[Problem, ...] = ()
) -> Expected | None:
    """Make the formats ``names`` in the work folder; None if a fault ended it.

    Of what ``told`` says, the web site is made all the same, for what only Sphinx finds.
    Everything rests on what Sphinx reads for the web site, and PDF and EPUB on chapters that
    are rendered for paper once.
    """
    shutil.rmtree(project.files, ignore_errors=True)
    project.files.mkdir(parents=True)
    try:
        kept = project.work / "settings.pickle"
        with sphinx_app(project, "html", project.work / "html", kept=kept) as (app, said):
            with report.step("Web site"):
                app.build()
                warnings = sentences(said.getvalue(), project.root)
                report.add(unexplained(warnings, told))
                _empty(said)
            expected = expected_of(app)
            if "data" in names and not report.faults:
                _make_data(project, report, app)
            if not report.faults:
                with paper(app, project.files) as press:
                    if "pdf" in names:
                        _make_pdf(project, report, press, said, expected)
                    if "epub" in names and not report.faults:
                        _make_epub(project, report, press, said, expected)
    except SphinxError as error:
        # What keeps Sphinx from reading on may be what was told already.
        if str(error) not in map(format_problem, told):
            report.add(unexplained([f"{error.category}: {error}"], told))
    return None if report.faults else expected


def _make_data(project: Project, report: Report, app: Sphinx) -> None:
    with report.step("Data package"):
        found = packed(app)
        if found is None:
            return
        book = found.whole.book
        files = package_files(found)
        archive = project.files / f"{book.file_name}-data.zip"
        archive.write_bytes(zipped(files, book.edition))
        (project.files / f"{book.file_name}.ics").write_bytes(files[CALENDAR])
        report.add(check_data_zip(archive))
        citation = project.root / NAME
        if citation.is_file():
            report.add(disagreements(citation.read_text(encoding="utf-8"), found.whole))


def _make_pdf(
    project: Project, report: Report, press: PdfBuilder, said: io.StringIO, expected: Expected
) -> None:
    from seminarbook.verify.pdf import check_pdf  # for a build of the web site alone, too slow

    with report.step("PDF of the book"):
        book = press.write_book()
        _hear(project, report, said)
        report.add(check_pdf(book, bookmarks=len(expected.charts), figures=expected.chart_count))
    with report.step("PDF of each chapter"):
        for path in press.write_chapters():
            report.add(check_pdf(path, bookmarks=1, figures=0))
        _hear(project, report, said)


def _make_epub(
    project: Project, report: Report, press: PdfBuilder, said: io.StringIO, expected: Expected
) -> None:
    with report.step("EPUB"):
        path = press.write_epub()
        _hear(project, report, said)
        report.add(check_epub(path, pages=len(expected.charts)))


def _hear(project: Project, report: Report, said: io.StringIO) -> None:
    """Note what Sphinx has warned of since the last time."""
    report.add(sentences(said.getvalue(), project.root))
    _empty(said)


def _empty(said: io.StringIO) -> None:
    said.seek(0)
    said.truncate()
