"""A table as Markdown, for terminals and plain files."""

from __future__ import annotations

from seminarbook.views.prose import plain
from seminarbook.views.values import Table


def table_markdown(table: Table) -> str:
    """The table under its caption as a heading, its columns set straight."""
    rows = [[column.label for column in table.columns]]
    rows += [[_cell(plain(cell)) for cell in row] for row in table.rows]
    # The last column is the longest text, and needs no room after it.
    widths = [max(len(row[place]) for row in rows) for place in range(len(table.columns) - 1)]
    head, *body = ["| " + " | ".join(_straight(row, widths)) + " |" for row in rows]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "| --- |"
    return "\n".join([f"## {table.caption}", "", head, rule, *body, ""])


def _straight(row: list[str], widths: list[int]) -> list[str]:
    return [text.ljust(width) for text, width in zip(row, widths, strict=False)] + row[-1:]


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
