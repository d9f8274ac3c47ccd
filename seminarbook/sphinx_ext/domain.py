"""The domain: what each page used of the data, and where people and chapters are found."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from docutils import nodes
from sphinx.domains import Domain
from sphinx.util.nodes import make_refnode

from seminarbook.model.records import Seminar
from seminarbook.sphinx_ext.inlines import DOMAIN
from seminarbook.sphinx_ext.sources import source_link

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from seminarbook.sphinx_ext.book import Book
    from seminarbook.views.requests import Request


_BY_DOCUMENT = ("uses", "names", "withheld", "people", "links", "numbered", "shown")


class Anchor(NamedTuple):
    """A place in a document, with the text that a link to it shows."""

    id: str
    text: str


class Link(NamedTuple):
    """A cross-reference as an author or a value made it, before it is resolved."""

    domain: str
    type: str
    target: str


class SeminarbookDomain(Domain):
    """State that outlives a build; all of it belongs to a document and goes with it."""

    name = DOMAIN
    label = "Seminar book"
    data_version = 3
    initial_data: dict[str, Any] = {  # noqa: RUF012  # Sphinx copies it for each environment
        "files": {},  # data file -> its state when pages were last compared with it
        "uses": {},  # docname -> {request: digest of its answer}
        "troubled": set(),  # documents with a fault: read again until it is put right
        "names": {},  # docname -> {name that we gave to a table or chart: its anchor}
        "withheld": {},  # docname -> {name of a table or chart that could not be shown}
        "people": {},  # docname -> {person: their entry in the index of people}
        "links": {},  # docname -> {link}
        "numbered": {},  # docname -> [(kind, anchor, section) of what is to be numbered]
        "shown": {},  # docname -> (how many charts, how many tables) it has
        "counted": None,  # what numbers of figures were last counted from, and these numbers
        "granted": {},  # name that we gave -> the document whose table or chart has it
        "written": {},  # builder -> {docname: stamp of what it last wrote}
    }
    book: Book  # set anew in each process, never stored

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self._pages: dict[str, str] = {}  # last piece of a document's name -> the document

    @property
    def uses(self) -> dict[str, dict[Request, str]]:
        """What each document asked for, with a digest of what it got."""
        return cast("dict[str, dict[Request, str]]", self.data["uses"])

    @property
    def troubled(self) -> set[str]:
        """Documents in which a fault was reported."""
        return cast("set[str]", self.data["troubled"])

    @property
    def names(self) -> dict[str, dict[str, Anchor]]:
        """Names that tables and charts have without their author's asking."""
        return cast("dict[str, dict[str, Anchor]]", self.data["names"])

    @property
    def withheld(self) -> dict[str, set[str]]:
        """Names of tables and charts that have a notice in their place."""
        return cast("dict[str, set[str]]", self.data["withheld"])

    @property
    def people(self) -> dict[str, dict[str, str]]:
        """Anchors of the entries in the index of people."""
        return cast("dict[str, dict[str, str]]", self.data["people"])

    @property
    def links(self) -> dict[str, set[Link]]:
        """Every cross-reference of each document."""
        return cast("dict[str, set[Link]]", self.data["links"])

    def clear_doc(self, docname: str) -> None:
        """Forget a document that is read again or gone."""
        for key in _BY_DOCUMENT:
            self.data[key].pop(docname, None)
        self.troubled.discard(docname)

    def merge_domaindata(self, docnames: Collection[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process has read."""
        for key in _BY_DOCUMENT:
            for docname in otherdata[key].keys() & set(docnames):
                self.data[key][docname] = otherdata[key][docname]
        self.troubled.update(otherdata["troubled"] & set(docnames))

    def entry_of(self, person: str) -> tuple[str, str] | None:
        """Document and anchor of a person's entry in the index of people."""
        for docname in sorted(self.people):
            if person in self.people[docname]:
                return docname, self.people[docname][person]
        return None

    def chapter_of(self, seminar: str) -> str | None:
        """The document that is a seminar's chapter: named by number and slug."""
        row = self.book.series.get(Seminar, seminar)
        if row is None:
            return None
        if not self._pages:
            for docname in sorted(self.env.found_docs, reverse=True):
                self._pages[docname.rpartition("/")[2]] = docname
        return self._pages.get(f"{row.number:02d}-{row.slug}")

    def forget_pages(self) -> None:
        """There may be other pages now."""
        self._pages.clear()

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> Element:
        """The link; its bare text in a book without such a page, and on the page itself."""
        if typ == "source":
            return source_link(env, builder, fromdocname, node, contnode)
        if typ == "person":
            docname, anchor = self.entry_of(target) or (None, "")
        else:
            docname, anchor = self.chapter_of(target), ""
        if docname is None or (docname == fromdocname and not anchor):
            return contnode
        if typ == "chapter":
            contnode = nodes.inline("", env.titles[docname].astext(), classes=["seminar", typ])
        return make_refnode(builder, fromdocname, docname, anchor, contnode)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, Element]]:
        """Nothing: people and seminars are linked by their roles, and by nothing else."""
        return []
