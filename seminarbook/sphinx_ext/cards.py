"""Card → a list of facts; all cards → a list of links to the chapters."""

from __future__ import annotations

from docutils import nodes

from seminarbook.sphinx_ext.inlines import InlineWriter
from seminarbook.sphinx_ext.tables import source_line
from seminarbook.views.values import Card


def card_block(card: Card, write: InlineWriter) -> nodes.container:
    """A seminar at a glance: each fact with its label, and the sources below."""
    block = nodes.container("", classes=["seminar-card"])
    block += [_facts(card, write), *source_line(card.sources, write)]
    return block


def card_grid(cards: tuple[Card, ...], write: InlineWriter) -> nodes.bullet_list:
    """Every seminar with its facts, each named and linked as its chapter is called."""
    grid = nodes.bullet_list("", classes=["seminar-cards"])
    for card in cards:
        link = write.link("chapter", card.seminar, card.title)
        title = nodes.paragraph("", "", link, classes=["card-title"])
        grid += nodes.list_item("", title, _facts(card, write), classes=["seminar-card"])
    return grid


def _facts(card: Card, write: InlineWriter) -> nodes.field_list:
    facts = nodes.field_list("", classes=["facts"])
    for label, cell in card.facts:
        body = nodes.field_body("", nodes.paragraph("", "", *write.cell(cell)))
        facts += nodes.field("", nodes.field_name("", label), body)
    return facts
