"""Table → stock table: caption, head, row headers, and a line that names the sources."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes

from seminarbook.sphinx_ext.inlines import InlineWriter
from seminarbook.views.prose import plain
from seminarbook.views.tables.building import SOURCE
from seminarbook.views.values import Cell, Column, Table

_NARROW, _WIDE = 6, 40  # characters
SOURCES_CELL = "sources-cell"


def table_block(
    table: Table, write: InlineWriter, caption: str = ""
) -> tuple[nodes.container, nodes.table]:
    """The table with its source line in one container, and the table itself, to be named."""
    made = plain_table(table, write)
    made.insert(0, nodes.title("", caption or table.caption))
    block = nodes.container("", classes=["data-table"])
    block += [_widths_on_paper(table), made, *source_line(table.sources, write)]
    return block, made


def plain_table(table: Table, write: InlineWriter) -> nodes.table:
    """The table without caption or sources, as it stands below a drawing."""
    group = _rows(table, write) if table.rows else _sentence(table)
    return nodes.table("", group, classes=["colwidths-auto", f"table-{table.name}"])


def _rows(table: Table, write: InlineWriter) -> nodes.tgroup:
    header = next((column for column in table.columns if column.header), None)
    group = nodes.tgroup("", cols=len(table.columns))
    for column, share in zip(table.columns, _shares(table), strict=True):
        spec = nodes.colspec("", colwidth=share)
        if column is header:
            spec["stub"] = 1
        group += spec
    head = nodes.row("", *(_entry(column, (column.label,), write) for column in table.columns))
    body = nodes.tbody("")
    for row in table.rows:
        cells = zip(table.columns, row, strict=True)
        body += nodes.row("", *(_entry(column, cell, write) for column, cell in cells))
    group += [nodes.thead("", head), body]
    return group


def _sentence(table: Table) -> nodes.tgroup:
    """The sentence that stands where there are no rows; the table keeps its number."""
    entry = nodes.entry("", nodes.paragraph("", table.empty), classes=["nothing-recorded"])
    spec = nodes.colspec("", colwidth=_WIDE)
    return nodes.tgroup("", spec, nodes.tbody("", nodes.row("", entry)), cols=1)


def source_line(keys: tuple[str, ...], write: InlineWriter) -> list[nodes.Node]:
    """A line “Source: …” with its citations, or nothing where there is no source."""
    if not keys:
        return []
    label = "Source: " if len(keys) == 1 else "Sources: "
    line = nodes.paragraph("", "", nodes.Text(label), *write.citation(keys), classes=["source"])
    return [line]


def _entry(column: Column, cell: Cell, write: InlineWriter) -> nodes.entry:
    entry = nodes.entry("")
    if any(piece != "" for piece in cell):
        entry += nodes.paragraph("", "", *write.cell(cell))
    if column.numeric:
        entry["classes"].append("numeric")
    if column.key == SOURCE.key:
        entry["classes"].append(SOURCES_CELL)
    return entry


def _shares(table: Table) -> list[int]:
    """How plain text and LaTeX share out the width: by the longest text, within reason.

    A browser finds widths of its own: that is what the class ``colwidths-auto`` says.
    """
    if not table.rows:
        return [_WIDE]
    longest = [
        max([len(column.label), *(len(plain(row[place])) for row in table.rows)])
        for place, column in enumerate(table.columns)
    ]
    return [min(max(length, _NARROW), _WIDE) for length in longest]


def _widths_on_paper(table: Table) -> addnodes.tabular_col_spec:
    shares = _shares(table)
    spec = "".join(rf"\X{{{share}}}{{{sum(shares)}}}" for share in shares)
    return addnodes.tabular_col_spec(spec=spec)
