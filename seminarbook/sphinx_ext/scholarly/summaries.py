"""Summaries: the first words of each page, and the seminars that its head tells of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.environment.collectors import EnvironmentCollector

from seminarbook.publish.description import description_of
from seminarbook.sphinx_ext.book import domain_of
from seminarbook.views.requests import Request

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

EVENTS = Request("events")


class SummaryCollector(EnvironmentCollector):
    """Keeps the first words of each document, for as long as the document stays as it is."""

    def clear_doc(self, app: Sphinx, env: BuildEnvironment, docname: str) -> None:
        """Forget a document."""
        summaries(env).pop(docname, None)

    def merge_other(
        self, app: Sphinx, env: BuildEnvironment, docnames: set[str], other: BuildEnvironment
    ) -> None:
        """Take over what another process has read."""
        for docname in docnames & summaries(other).keys():
            summaries(env)[docname] = summaries(other)[docname]

    def process_doc(self, app: Sphinx, doctree: nodes.document) -> None:
        """Note the first words of a document that was read."""
        summaries(app.env)[app.env.docname] = description_of(" ".join(_opening(doctree)))


def summaries(env: BuildEnvironment) -> dict[str, str]:
    """The first words of each document."""
    if not hasattr(env, "seminarbook_summaries"):
        env.seminarbook_summaries = {}  # type: ignore[attr-defined]
    return cast("dict[str, str]", env.seminarbook_summaries)  # type: ignore[attr-defined]


def note_events(app: Sphinx, doctree: nodes.document) -> None:
    """Let a page be read again when the seminars change that its head tells of.

    The title page tells of all of them, a seminar's chapter of its own.
    """
    domain, docname = domain_of(app.env), app.env.docname
    requests = [EVENTS] if docname == app.config.root_doc else []
    requests += [
        Request("event", row.id)
        for row in domain.book.series.seminars
        if docname.endswith(row.slug) and domain.chapter_of(row.id) == docname
    ]
    for request in requests:
        domain.uses.setdefault(docname, {})[request] = domain.book.digest(request)


def _opening(doctree: nodes.document) -> Iterator[str]:
    """The box in plain words, if there is one; else the paragraphs before the first section."""
    for box in doctree.findall(nodes.admonition):
        if "plain-words" in box["classes"]:
            yield from (_words(paragraph) for paragraph in box.findall(nodes.paragraph))
            return
    for paragraph in doctree.findall(nodes.paragraph):
        if isinstance(paragraph.parent, nodes.section | nodes.document):
            yield _words(paragraph)


def _words(node: nodes.Node) -> str:
    """The text of a paragraph without the sources it cites."""
    if isinstance(node, nodes.Text):
        return node.astext()
    if isinstance(node, addnodes.pending_xref) and node.get("refdomain") == "cite":
        return ""
    if isinstance(node, nodes.system_message | nodes.problematic | nodes.raw):
        return ""
    return "".join(_words(child) for child in node.children)
