"""sphinxcontrib-bibtex: sort and format what is cited when it changes, not at each place.

For every citation the extension looks through all citations of the book and formats authors and
years anew: a tenth of a build. What it makes depends on the keys alone, but for the way to the
list of sources, so all pages of all formats can share it. And in each build it sorts and labels
all sources anew, which takes as long when a preview has read one page and nothing else is cited.
"""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinxcontrib.bibtex.domain import BibtexDomain, get_docnames

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


_SORTED_FOR = "sorted for"
_ANYTHING: Any = None


class QuickBibtexDomain(BibtexDomain):
    """The domain of citations, with those it has formatted since they last changed."""

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self._formatted: dict[object, tuple[nodes.Element, list[str]]] = {}
        self._places: dict[str, str] = {}  # key -> the page that lists the source
        self._known: object = None  # what the sources were sorted and labelled by

    def clear_doc(self, docname: str) -> None:
        """Forget a document, and with a list of sources what was sorted for it."""
        if any(key.docname == docname for key in self.bibliographies):
            self.data.pop(_SORTED_FOR, None)
        super().clear_doc(docname)

    def env_updated(self) -> Iterable[str]:
        """Sort and label the sources, unless the same are cited in the same order."""
        cited: dict[str, list[str]] = {}
        for reference in self.citation_refs:
            keys = cited.setdefault(reference.docname, [])
            keys += (target.key for target in reference.targets)
        order = list(get_docnames(self.env))  # type: ignore[no-untyped-call]
        known = (order, cited, dict(self.bibliographies), self.bibdata)
        if self._known != known:
            # What another process has sorted is in the environment.
            state = self._state(order, cited)
            if self.data.get(_SORTED_FOR) != state:
                self._sort(state)
            self._known = known
            self._forget()
        return []

    def _sort(self, state: str) -> None:
        """Sort and label, and remember for which state unless there is something to tell of."""
        warnings: int = self.env.app._warncount
        super().env_updated()
        said_nothing = self.env.app._warncount == warnings
        self.data[_SORTED_FOR] = state if said_nothing else ""

    def _state(self, order: list[str], cited: dict[str, list[str]]) -> str:
        """A digest of all that the sources are sorted and labelled by."""
        entries = self.bibdata.data.entries.items()
        lists = [
            (key, list_._replace(filter_=_ANYTHING, citation_nodes={}), ast.dump(list_.filter_),
             {name: node["ids"] for name, node in list_.citation_nodes.items()})
            for key, list_ in self.bibliographies.items()
        ]  # fmt: skip
        sources = [(key, repr(entry)) for key, entry in entries]
        return hashlib.sha256(
            repr((order, sorted(cited.items()), lists, sources)).encode()
        ).hexdigest()

    def _forget(self) -> None:
        """Citations may be others now."""
        self._formatted.clear()
        self._places = {
            citation.key: citation.bibliography_key.docname
            for citation in self.citations
            if self.bibliographies[citation.bibliography_key].list_ == "citation"
        }

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.Element:
        """The citation as references to the list of sources."""

        def made() -> Any:
            return super(QuickBibtexDomain, self).resolve_xref(
                env, fromdocname, builder, typ, target, node, contnode
            )

        places = {self._places.get(key.strip(), "") for key in target.split(",")}
        # A source that is not listed is warned of at each place; a page that lists sources
        # itself refers to its own list first.
        if "" in places or fromdocname in self._places.values():
            found: nodes.Element = made()
            return found
        ways = [builder.get_relative_uri(fromdocname, place) for place in sorted(places)]
        if (typ, target) not in self._formatted:
            self._formatted[typ, target] = made(), ways
        formatted, ways_of_old = self._formatted[typ, target]
        shown = formatted.deepcopy()
        if ways != ways_of_old:
            renamed = dict(zip(ways_of_old, ways, strict=True))
            for link in shown.findall(nodes.reference):
                way, _, place = link["refuri"].rpartition("#")
                link["refuri"] = f"{renamed[way]}#{place}"
        return shown
