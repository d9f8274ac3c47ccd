"""Tables for a screen: header cells that say what they head, and room to scroll or stack.

A wide table scrolls in a region of its own that a keyboard can reach. A table of several
columns of words is stacked on a narrow screen: each cell then stands under its row, with the
head of its column beside it. Stacking takes a table's meaning away from some screen readers,
so such a table says what its parts are.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

from seminarbook.sphinx_ext.html.browser import is_book_html
from seminarbook.sphinx_ext.tables import SOURCES_CELL

STACKS = "stacks"
WIDE = "wide"
BARE = "bare"
_COLUMNS_THAT_FIT = 3
_COLUMNS_WITH_ROOM = 5
_CELL_THAT_FITS = 60
_LABEL_THAT_STAYS = 12
_FIRST_TAG = re.compile(r"<(\w+)")


class scroll_region(nodes.General, nodes.Element):
    """The room in which a wide table scrolls."""


class PrepareTables(SphinxPostTransform):
    """Give each table its scroll region, and mark those that stack."""

    formats = ("html",)
    # After furo's own wrapping (500), which repeats the table's ids and cannot be reached by Tab.
    default_priority = 600

    def run(self, **kwargs: Any) -> None:
        """Replace furo's wrappers."""
        if not is_book_html(self.app):
            return
        for wrapper in list(self.document.findall(nodes.container)):
            if "table-wrapper" not in wrapper["classes"]:
                continue
            table = wrapper.next_node(nodes.table)
            if table is None:
                continue
            title = table.next_node(nodes.title)
            _mark_width(table)
            if _wants_stacking(table):
                table["classes"].append(STACKS)
                _mark_leading_cells(table)
                # In a table that says what its parts are, nothing but parts may be reached by Tab.
                for link in list(title.findall(nodes.reference)) if title else ():
                    link.replace_self(link.children)
            label = title.astext() if title else _name_of(wrapper)
            if not title:
                table["named"] = label
            _keep_together(table)
            wrapper.replace_self(scroll_region("", table, label=label))


def _mark_width(table: nodes.table) -> None:
    """Classes by which the style sheet gives a wide table room; its sources get their own line."""
    columns = len(list(table.findall(nodes.colspec)))
    if columns > _COLUMNS_WITH_ROOM:
        table["classes"] += [WIDE, f"columns-{columns}"]
        if any(SOURCES_CELL in entry["classes"] for entry in table.findall(nodes.entry)):
            table["classes"].append("sourced")


def _mark_leading_cells(table: nodes.table) -> None:
    """Cells that stand before the name of their row."""
    stubs = [bool(spec.get("stub")) for spec in table.findall(nodes.colspec)]
    place = stubs.index(True) if True in stubs else 0
    for body in table.findall(nodes.tbody):
        for row in body.findall(nodes.row):
            for entry in list(row.findall(nodes.entry))[:place]:
                entry["classes"].append("leads")


def _wants_stacking(table: nodes.table) -> bool:
    columns = len(list(table.findall(nodes.colspec)))
    if columns > _COLUMNS_THAT_FIT:
        return True
    longest = max((len(entry.astext()) for entry in table.findall(nodes.entry)), default=0)
    return columns == _COLUMNS_THAT_FIT and longest > _CELL_THAT_FITS


def _name_of(place: nodes.Element) -> str:
    """The name of a table without a caption: that of the chart whose numbers it holds."""
    return f"Numbers: {place.parent['chart'].title}" if "chart" in place.parent else "Table"


def _keep_together(table: nodes.table) -> None:
    """“Seminar 6” in a narrow column stays on one line; cells with no words are marked."""
    for shown in table.findall(nodes.inline):
        if "seminar" in shown["classes"] and len(shown.astext()) <= _LABEL_THAT_STAYS:
            words = shown.astext().replace(" ", "\u00a0")
            shown.children = [nodes.Text(words)]
    for entry in table.findall(nodes.entry):
        if not entry.astext():
            entry["classes"].append("empty")
        if len(entry) == 1 and isinstance(entry[0], nodes.paragraph) and not entry[0]["classes"]:
            entry[0][BARE] = True


def _table_of(node: nodes.Node) -> nodes.table:
    while not isinstance(node, nodes.table):
        node = node.parent
    return node


def _stacked(node: nodes.Node) -> bool:
    return STACKS in _table_of(node)["classes"]


def _add(translator: HTML5Translator, attributes: str) -> None:
    """Add attributes to the tag that was written last."""
    translator.body[-1] = _FIRST_TAG.sub(rf"<\1 {attributes}", translator.body[-1], count=1)


def visit_paragraph(self: HTML5Translator, node: nodes.paragraph) -> None:
    """A paragraph; the only one of a cell needs no tag, and a long table has a thousand cells."""
    if BARE not in node:
        type(self).visit_paragraph(self, node)


def depart_paragraph(self: HTML5Translator, node: nodes.paragraph) -> None:
    """The end of a paragraph."""
    if BARE not in node:
        type(self).depart_paragraph(self, node)


def visit_region(self: HTML5Translator, node: scroll_region) -> None:
    """A region with a name that Tab reaches: without it, no keyboard scrolls in Safari."""
    label = escape(node["label"])
    self.body.append(f'<div class="table-wrapper" role="group" aria-label="{label}" tabindex="0">')


def depart_region(self: HTML5Translator, node: scroll_region) -> None:
    """The end of the region."""
    self.body.append("</div>\n")


def visit_table(self: HTML5Translator, node: nodes.table) -> None:
    """A table, as Sphinx writes it."""
    type(self).visit_table(self, node)
    if "named" in node:
        _add(self, f'aria-label="{escape(node["named"])}"')
    if _stacked(node):
        _add(self, 'role="table"')


def depart_table(self: HTML5Translator, node: nodes.table) -> None:
    """The end of the table."""
    type(self).depart_table(self, node)


def visit_head(self: HTML5Translator, node: nodes.thead) -> None:
    """The head of a table."""
    type(self).visit_thead(self, node)
    if _stacked(node):
        _add(self, 'role="rowgroup"')


def depart_head(self: HTML5Translator, node: nodes.thead) -> None:
    """The end of the head."""
    type(self).depart_thead(self, node)


def visit_body(self: HTML5Translator, node: nodes.tbody) -> None:
    """The body of a table."""
    type(self).visit_tbody(self, node)
    if _stacked(node):
        _add(self, 'role="rowgroup"')


def depart_body(self: HTML5Translator, node: nodes.tbody) -> None:
    """The end of the body."""
    type(self).depart_tbody(self, node)


def visit_row(self: HTML5Translator, node: nodes.row) -> None:
    """A row."""
    type(self).visit_row(self, node)
    if _stacked(node):
        _add(self, 'role="row"')


def depart_row(self: HTML5Translator, node: nodes.row) -> None:
    """The end of the row."""
    type(self).depart_row(self, node)


def visit_entry(self: HTML5Translator, node: nodes.entry) -> None:
    """A cell; a header cell says whether it heads a column or a row."""
    column: int = node.parent.column  # type: ignore[union-attr]  # the writer keeps it there
    type(self).visit_entry(self, node)
    in_head = isinstance(node.parent.parent, nodes.thead)
    header = self.body[-1].startswith("<th")
    if header:
        _add(self, f'scope="{"col" if in_head else "row"}"')
    if not _stacked(node):
        return
    role = "columnheader" if in_head else "rowheader" if header else "cell"
    _add(self, f'role="{role}"')
    if role == "cell" and "morecols" not in node and (label := _column_head(node, column)):
        _add(self, f'data-label="{escape(label)}"')


def depart_entry(self: HTML5Translator, node: nodes.entry) -> None:
    """The end of the cell."""
    type(self).depart_entry(self, node)


def _column_head(node: nodes.entry, column: int) -> str:
    """The words before a cell that stands below others, with a colon unless they ask."""
    head = _table_of(node).next_node(nodes.thead)
    cells = list(head.findall(nodes.entry)) if head else []
    words = cells[column].astext() if column < len(cells) else ""
    return words if words.endswith("?") or not words else f"{words}:"


def register(app: Sphinx) -> None:
    """Register the region, and what is added to Sphinx's own writing of tables."""
    app.add_post_transform(PrepareTables)
    app.add_node(scroll_region, html=(visit_region, depart_region))
    for node, handlers in (
        (nodes.table, (visit_table, depart_table)),
        (nodes.thead, (visit_head, depart_head)),
        (nodes.tbody, (visit_body, depart_body)),
        (nodes.row, (visit_row, depart_row)),
        (nodes.entry, (visit_entry, depart_entry)),
        (nodes.paragraph, (visit_paragraph, depart_paragraph)),
    ):
        app.add_node(node, override=True, html=handlers)
