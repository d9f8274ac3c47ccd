"""The roles that authors write inside a sentence: {person}, {seminar} and {figure}."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace

from docutils import nodes
from sphinx.util.docutils import ReferenceRole

from seminarbook.faults.pages import FIGURE_WORDS
from seminarbook.sphinx_ext.asking import ask
from seminarbook.sphinx_ext.inlines import InlineWriter
from seminarbook.sphinx_ext.notices import inline_notice, warn_of_page
from seminarbook.views.mentions import ReportedFigure
from seminarbook.views.requests import Request, RequestError
from seminarbook.views.values import PersonLink, SeminarLink


class BookRole(ReferenceRole):
    """What all roles share: the value is asked for, a fault is reported at its line."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """The nodes of the value, or a notice in their place."""
        try:
            return self.make(), []
        except RequestError as error:
            warn_of_page(self.env, self.lineno, error, f"`{self.text}`")
            return [inline_notice(self.title)], []

    @abstractmethod
    def make(self) -> list[nodes.Node]:
        """The nodes; RequestError if they cannot be made."""

    @property
    def write(self) -> InlineWriter:
        """Writes inline pieces at this role's line."""
        return InlineWriter(self.env, self.inliner.document, self.lineno)

    @property
    def words(self) -> str:
        """The author's own words for the link, or "" if there are none."""
        return self.title if self.has_explicit_title else ""


class PersonRole(BookRole):
    """A person by id: {person}`ann-example`, {person}`Ann <ann-example>`."""

    def make(self) -> list[nodes.Node]:
        (piece,) = ask(self.env, Request("person", self.target), tuple)
        if isinstance(piece, PersonLink) and self.words:
            piece = replace(piece, label=self.words)
        return self.write.piece(piece)


class SeminarRole(BookRole):
    """A seminar by id: {seminar}`s6`, {seminar}`the sixth day <s6>`."""

    def make(self) -> list[nodes.Node]:
        seminar = ask(self.env, Request("seminar", self.target), SeminarLink)
        return self.write.piece(replace(seminar, label=self.words or seminar.label))


class FigureRole(BookRole):
    """A reported number by id, with how sure it is: {figure}`s1-attendance`.

    The number itself is the link to its source: a citation after each number would stand
    between it and the words that it counts.
    """

    def make(self) -> list[nodes.Node]:
        if self.words:
            message = f"A figure is shown in its own words, not as “{self.words}”."
            raise RequestError(FIGURE_WORDS, message, "Write the id alone.")
        figure = ask(self.env, Request("figure", self.target), ReportedFigure)
        classes = ["figure", f"figure-{figure.qualifier.replace(' ', '-')}"]
        shown = nodes.inline("", figure.words, classes=classes)
        return [self.write.sourced(shown, figure.citation)]


ROLES: dict[str, type[BookRole]] = {
    "person": PersonRole,
    "seminar": SeminarRole,
    "figure": FigureRole,
}
