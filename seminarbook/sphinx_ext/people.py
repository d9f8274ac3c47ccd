"""PersonList → the index of people, which every mention of a person links to."""

from __future__ import annotations

from docutils import nodes

from seminarbook.sphinx_ext.inlines import InlineWriter
from seminarbook.sphinx_ext.nodes import person_entry
from seminarbook.sphinx_ext.tables import source_line
from seminarbook.views.values import PersonEntry, PersonList


def people_block(people: PersonList, write: InlineWriter) -> nodes.definition_list:
    """Each person with what they did where, and the sources."""
    index = nodes.definition_list("", classes=["people-index"])
    for entry in people.entries:
        index += _entry(entry, write)
    return index


def anchor_of(person: str) -> str:
    """The anchor of a person's entry."""
    return f"person-{person}"


def _entry(entry: PersonEntry, write: InlineWriter) -> nodes.definition_list_item:
    term = person_entry("", entry.name, ids=[anchor_of(entry.id)], sort_name=entry.sort_name)
    lines = [nodes.paragraph("", "", *write.cell(line)) for line in entry.lines]
    items = (nodes.list_item("", line) for line in lines)
    definition = nodes.definition("", *([nodes.bullet_list("", *items)] if lines else []))
    definition += source_line(entry.sources, write)
    return nodes.definition_list_item("", term, definition)
