"""A fault on a page: a warning at the author's line, and a notice in the page that shows where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging

from seminarbook.faults.pages import FAULTY_DATA, PEOPLE_INDEX_TWICE
from seminarbook.problems import Problem
from seminarbook.sphinx_ext.book import domain_of
from seminarbook.views.requests import RequestError

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

WARNING_TYPE = "seminarbook"

_logger = logging.getLogger(__name__)


def warn_of_data(problem: Problem) -> None:
    """Report a fault of a data file at its own place."""
    # Sphinx would take a place without a line for the name of a document.
    place = f"{problem.path}:{problem.line}" if problem.line else None
    subject = f"column “{problem.field}”: " if problem.field else ""
    subject = subject if place else f"{problem.path}: {subject}"
    text = " ".join(part for part in (problem.message, problem.advice) if part)
    # Advice never stops a build, and a build stops at warnings.
    log = _logger.warning if problem.severity == "error" else _logger.info
    log("%s%s", subject, text, location=place, type=WARNING_TYPE, subtype=problem.code)


def warn_of_page(env: BuildEnvironment, line: int, error: RequestError, wording: str = "") -> None:
    """Report a fault of the page that is being read, and see to it that it is read again.

    docutils tells the line where a paragraph begins: ``wording`` is looked for from there on.
    A fault of the data is told once, where it is: the page shows its notice, and is read again
    when the answer is another.
    """
    if error.code == FAULTY_DATA:
        return
    domain_of(env).troubled.add(env.docname)
    _warn(env, env.docname, line, error, wording)


def warn_of_second_index(env: BuildEnvironment) -> None:
    """Report every index of people but the first: a mention of a person links to one place."""
    first, *others = [*sorted(domain_of(env).people), ""]
    for docname in filter(None, others):
        message = f"The index of people stands in “{first}” already."
        error = RequestError(PEOPLE_INDEX_TWICE, message, "Remove one of the two.")
        _warn(env, docname, 1, error, "{people-index}")


def _warn(
    env: BuildEnvironment, docname: str, line: int, error: RequestError, wording: str
) -> None:
    if wording:
        line = _line_of(wording, Path(env.doc2path(docname)), line)
    text = " ".join(part for part in (error.message, error.advice) if part)
    place = (docname, line)
    _logger.warning("%s", text, location=place, type=WARNING_TYPE, subtype=error.code)


def block_notice(error: RequestError) -> nodes.admonition:
    """What stands in the page in place of a table or chart."""
    notice = nodes.admonition("", classes=["problem"])
    notice += nodes.title("", "Something is missing here")
    notice += nodes.paragraph("", error.message)
    return notice


def inline_notice(text: str) -> nodes.inline:
    """What stands in a sentence in place of a name or number."""
    return nodes.inline("", f"[missing: {text}]", classes=["problem"])


def _line_of(wording: str, source: Path, line: int) -> int:
    lines = source.read_text(encoding="utf-8").splitlines()
    for number, text in enumerate(lines[line - 1 :], start=line):
        if wording in text:
            return number
    return line
