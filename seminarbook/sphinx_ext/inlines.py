"""Inline pieces of a value → nodes. Everything from the data is text, never markup."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx import addnodes
from sphinxcontrib.bibtex.citation_target import CitationTarget
from sphinxcontrib.bibtex.roles import CitationRef

from seminarbook.views.values import Cell, Citation, Inline, Mark, PersonLink, SeminarLink, WebLink

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment
    from sphinxcontrib.bibtex.domain import BibtexDomain

DOMAIN = "seminarbook"


class InlineWriter:
    """Writes pieces into one document, at one line of it."""

    def __init__(self, env: BuildEnvironment, document: nodes.document, line: int) -> None:
        self._env = env
        self._document = document
        self._line = line

    def cell(self, pieces: Cell) -> list[nodes.Node]:
        """The nodes of a cell."""
        return [node for piece in pieces for node in self.piece(piece)]

    def piece(self, piece: Inline) -> list[nodes.Node]:
        """The nodes of one piece."""
        match piece:
            case str():
                return [nodes.Text(piece)]
            case PersonLink():
                return [self.link("person", piece.id, piece.label)]
            case SeminarLink():
                return [self.link("seminar", piece.id, piece.label)]
            case WebLink():
                return [nodes.reference("", piece.label, refuri=piece.url, internal=False)]
            case Mark():
                classes = ["mark", f"mark-{piece.kind}"]
                return [nodes.inline("", piece.label, classes=classes)]
            case Citation():
                return self.citation(piece.keys)

    def link(self, kind: str, target: str, label: str) -> nodes.Node:
        """A link into the book; its bare text where the book has no such page."""
        shown = nodes.inline("", label, classes=[kind])
        return self._pending(shown, DOMAIN, kind, target, refwarn=False)

    def citation(self, keys: Iterable[str]) -> list[nodes.Node]:
        """One citation of several sources, as the role ``{cite:p}`` makes it.

        A key that the bibliography lacks is a fault of the data file and reported there;
        here it is shown as it stands.
        """
        known = self._known(keys)
        unknown = [key for key in keys if key not in known]
        found: list[nodes.Node] = [self._cited(known)] if known else []
        if unknown:
            found.append(nodes.Text(f"{' ' if found else ''}[{', '.join(unknown)}]"))
        return found

    def sourced(self, shown: nodes.inline, citation: Citation) -> nodes.Node:
        """Words that are themselves the link to the first of their sources."""
        known = self._known(citation.keys)
        if not known:
            return shown
        xref = self._pending(shown, DOMAIN, "source", ",".join(known), refwarn=False)
        xref["locator"] = citation.locator
        return self._noted(xref, known)

    def _cited(self, keys: list[str]) -> nodes.Node:
        target = ",".join(keys)
        shown = nodes.inline(target, target, classes=["xref", "cite", "cite-p"])
        return self._noted(self._pending(shown, "cite", "p", target, refwarn=True), keys)

    def _known(self, keys: Iterable[str]) -> list[str]:
        return [key for key in keys if key in self._cite.bibdata.data.entries]

    def _pending(
        self, shown: nodes.Element, domain: str, kind: str, target: str, *, refwarn: bool
    ) -> addnodes.pending_xref:
        """A link that is resolved when every page has been read."""
        xref = addnodes.pending_xref(
            "",
            shown,
            refdomain=domain,
            reftype=kind,
            reftarget=target,
            refdoc=self._env.docname,
            refexplicit=True,
            refwarn=refwarn,
        )
        xref.source, xref.line = self._document["source"], self._line
        return xref

    def _noted(self, xref: addnodes.pending_xref, keys: list[str]) -> addnodes.pending_xref:
        """Tell the bibliography that this place cites the keys."""
        self._document.note_explicit_target(xref, xref)
        reference = CitationRef(
            citation_ref_id=xref["ids"][0],
            docname=self._env.docname,
            line=self._line,
            targets=[CitationTarget(key, "", "") for key in keys],
        )
        self._cite.citation_refs.append(reference)
        return xref

    @property
    def _cite(self) -> BibtexDomain:
        return cast("BibtexDomain", self._env.get_domain("cite"))
