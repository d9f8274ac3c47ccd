"""A file on its own offers no files."""

from __future__ import annotations

from docutils import nodes
from docutils.utils import new_document

from seminarbook.sphinx_ext.nodes import offers
from seminarbook.sphinx_ext.paper.offers import leave_out_offers


def section(name: str, *inside: nodes.Node) -> nodes.section:
    return nodes.section("", nodes.title("", name.title()), *inside, ids=[name])


def test_a_section_of_offers_alone_goes_and_its_address_stays() -> None:
    document = new_document("page.md")
    words = nodes.paragraph("", "Cite it so.")
    chapter = section(
        "chapter",
        section("take-it", offers("", files=[("book.pdf", "PDF")])),
        section("cite-it", words, offers("", files=[("chapter.pdf", "PDF")])),
    )
    document += chapter
    leave_out_offers(document)
    assert not list(document.findall(offers))
    assert [title.astext() for title in document.findall(nodes.title)] == ["Chapter", "Cite-It"]
    assert words.parent["ids"] == ["cite-it"]
    assert chapter["ids"] == ["chapter", "take-it"]
