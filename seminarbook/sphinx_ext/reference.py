"""Directives of the reference part, and of the cards that open chapters and the book."""

from __future__ import annotations

from docutils import nodes
from sphinxcontrib.bibtex.directives import BibliographyDirective

from seminarbook.faults.pages import PEOPLE_INDEX_TWICE
from seminarbook.sphinx_ext.asking import ask
from seminarbook.sphinx_ext.book import domain_of
from seminarbook.sphinx_ext.cards import card_block, card_grid
from seminarbook.sphinx_ext.directive import BookDirective
from seminarbook.sphinx_ext.nodes import person_entry
from seminarbook.sphinx_ext.people import anchor_of, people_block
from seminarbook.sphinx_ext.tables import table_block
from seminarbook.views.dictionary import data_dictionary
from seminarbook.views.requests import Request, RequestError
from seminarbook.views.values import Card, PersonList


class SeminarCard(BookDirective):
    """A seminar at a glance."""

    def make(self) -> list[nodes.Node]:
        """The seminar's facts, with their labels."""
        card = ask(self.env, Request("card", self.subject), Card)
        return [card_block(card, self.write)]


class SeminarCards(BookDirective):
    """Every seminar, each a link to its chapter."""

    def make(self) -> list[nodes.Node]:
        """A list of cards."""
        cards: tuple[Card, ...] = ask(self.env, Request("cards"), tuple)
        return [card_grid(cards, self.write)]


class PeopleIndex(BookDirective):
    """Every person, with what they did where; every mention of a person links here."""

    def make(self) -> list[nodes.Node]:
        """The index; its entries become known to the rest of the book."""
        people = domain_of(self.env).people
        if self.env.docname in people:
            message = "The index of people stands twice in this page."
            raise RequestError(PEOPLE_INDEX_TWICE, message, "Remove one of the two.")
        index = ask(self.env, Request("people"), PersonList)
        block = people_block(index, self.write)
        for term in block.findall(person_entry):
            self.state.document.note_explicit_target(term)
        people[self.env.docname] = {entry.id: anchor_of(entry.id) for entry in index.entries}
        return [block]


class DataDictionary(BookDirective):
    """Every column of every data file, with its meaning."""

    def make(self) -> list[nodes.Node]:
        """A table for each file."""
        made: list[nodes.Node] = []
        for table in data_dictionary():
            block, named = table_block(table, self.write)
            self.give_name(named, table.name, table.caption)
            made.append(block)
        return made


class SourceList(BookDirective):
    """Every source of the book; every citation links here."""

    def make(self) -> list[nodes.Node]:
        """The whole bibliography, made by its own extension."""
        bibliography = BibliographyDirective(
            self.name,
            [],
            {"all": None},
            self.content,
            self.lineno,
            self.content_offset,
            self.block_text,
            self.state,
            self.state_machine,
        )
        return list(bibliography.run())
