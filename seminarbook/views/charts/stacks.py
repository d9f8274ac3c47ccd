"""What every stacked chart has in common: its table, and the sums of its columns."""

from __future__ import annotations

from seminarbook.views.phrases import sentence
from seminarbook.views.values import Column, StackChart, Table


def stack_table(
    name: str, caption: str, row_name: str, drawing: StackChart, sources: tuple[str, ...]
) -> Table:
    """The numbers of a stacked chart: a column a segment, and the sum of each row."""
    return Table(
        name=name,
        caption=caption,
        columns=(
            Column("row", sentence(row_name), header=True),
            *(
                Column(segment.key, sentence(segment.label), numeric=True)
                for segment in drawing.segments
            ),
            Column("total", "Total", numeric=True),
        ),
        rows=tuple(
            ((label,), *((str(count),) for count in counts), (str(sum(counts)),))
            for label, counts in zip(drawing.rows, drawing.counts, strict=True)
        ),
        sources=sources,
    )


def totals(counts: tuple[tuple[int, ...], ...], width: int) -> tuple[int, ...]:
    """The sum of each column."""
    return tuple(sum(row[place] for row in counts) for place in range(width))
