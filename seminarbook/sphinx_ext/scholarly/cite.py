"""Cite: how to cite a chapter or the book, in words and in files to take away.

The words are made when a page is written, not when it is read: they come from settings and
from the title of the page, which may change while its source does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.osutil import relative_uri

from seminarbook.faults.pages import CITED_WORK
from seminarbook.publish.citation import citation_files, reference
from seminarbook.publish.works import Work
from seminarbook.sphinx_ext.directive import BookDirective
from seminarbook.sphinx_ext.html.browser import is_book_html
from seminarbook.sphinx_ext.nodes import offers
from seminarbook.sphinx_ext.scholarly.catalogue import catalogue_of
from seminarbook.sphinx_ext.scholarly.head import pdf_name
from seminarbook.views.requests import RequestError

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

_BOOK = "book"


class cite_this(nodes.General, nodes.Element):
    """Stands for a reference until the page is written; ``whole`` means the whole book."""


class citation_formats(nodes.General, nodes.Element):
    """A ``work`` in every format; only a page on the web can offer it."""


class CiteThis(BookDirective):
    """How to cite the chapter it stands in, or the whole book."""

    def make(self) -> list[nodes.Node]:
        """A mark in the place of the reference."""
        of = self.options.get("of", "").strip()
        if of not in ("", _BOOK):
            message = f"{{cite-this}} knows how to cite “{_BOOK}”, not “{of}”."
            raise RequestError(CITED_WORK, message, "Leave “:of:” out to cite the chapter.")
        return [cite_this("", whole=of == _BOOK)]


class WriteReferences(SphinxPostTransform):
    """Put references where they are to stand."""

    default_priority = 20  # before links are made into those of the output

    def run(self, **kwargs: Any) -> None:
        """Replace each mark in the page."""
        for mark in list(self.document.findall(cite_this)):
            catalogue = catalogue_of(self.app)
            work = catalogue.works.get(self.env.docname, catalogue.whole)
            shown = _blocks(catalogue.whole if mark["whole"] else work)
            mark.replace_self(shown)


def register(app: Sphinx) -> None:
    """Register nodes and transform; only a browser is shown files."""
    nothing = (_skip, None)
    app.add_node(cite_this)
    app.add_node(
        citation_formats,
        html=(_visit_formats, None),
        latex=nothing,
        text=nothing,
        man=nothing,
        texinfo=nothing,
    )
    app.add_post_transform(WriteReferences)


def _blocks(work: Work) -> list[nodes.Node]:
    words: list[nodes.Node] = []
    for piece in reference(work):
        match piece.kind:
            case "emphasis":
                words.append(nodes.emphasis("", piece.text))
            case "address":
                words.append(nodes.reference("", piece.text, refuri=piece.text, internal=False))
            case "plain":
                words.append(nodes.Text(piece.text))
    paragraph = nodes.paragraph("", "", *words)
    formats = citation_formats("", work=work)
    block = nodes.container("", paragraph, formats, classes=["cite-this"])
    if work.whole:  # the whole book is among the files that {downloads} offers
        return [block]
    files = [(pdf_name(work), "This chapter as PDF")]
    return [block, offers("", files=files, classes=["downloads"])]


def _visit_formats(self: HTML5Translator, node: citation_formats) -> None:
    """Each format opened in place, to be copied, and as a file: without scripts, and offline."""
    app = self.builder.app
    if not is_book_html(app):
        raise nodes.SkipNode
    work: Work = node["work"]
    here = self.builder.current_docname
    works = catalogue_of(app).works
    there = next(name for name, one in works.items() if one == work)
    self.body.append('<ul class="citation-formats">\n')
    for file in citation_files(work):
        address = relative_uri(here, f"{there}.{file.ending}")
        self.body.append(
            f"<li><details><summary>{self.encode(file.label)}</summary>"
            f'<pre tabindex="0" role="region" aria-label="{self.attval(file.label)}">'
            f"{self.encode(file.text.replace(chr(13), ''))}</pre></details> "
            f'<a href="{self.attval(address)}" download="">Download'
            f'<span class="visually-hidden"> this reference as {self.encode(file.label)}:</span> '
            f".{self.encode(file.ending)}</a></li>\n"
        )
    self.body.append("</ul>\n")
    raise nodes.SkipNode


def _skip(self: Any, node: nodes.Element) -> None:
    raise nodes.SkipNode
