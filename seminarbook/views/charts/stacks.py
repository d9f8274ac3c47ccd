"""What every stacked chart has in common: its table, and the sums of its columns."""

from __future__ import annotations

from seminarbook.views.phrases import sentence
from seminarbook.views.values import Column, StackChart, Table


def stack_table(
    name: str,
    caption: str,
    row_name: str,
    drawing: StackChart,
    sources: tuple[str, ...],
    *,
    empty: str,
) -> Table:
    """The numbers of a stacked chart: a column a segment, the sum, and what stands apart."""
    within = [place for place, segment in enumerate(drawing.segments) if not segment.apart]
    apart = [place for place, segment in enumerate(drawing.segments) if segment.apart]

    def heads(places: list[int]) -> list[Column]:
        chosen = (drawing.segments[place] for place in places)
        return [Column(one.key, sentence(one.label), numeric=True) for one in chosen]

    def cells(row: int, places: list[int]) -> list[tuple[str]]:
        return [(f"{drawing.counts[row][place]:,}",) for place in places]

    return Table(
        name=name,
        caption=caption,
        columns=(
            Column("row", sentence(row_name), header=True),
            *heads(within),
            Column("total", "Total", numeric=True),
            *heads(apart),
        ),
        rows=tuple(
            ((label,), *cells(row, within), (f"{drawing.sum_of(row):,}",), *cells(row, apart))
            for row, label in enumerate(drawing.rows)
        ),
        sources=sources,
        empty=empty,
    )


def totals(counts: tuple[tuple[int, ...], ...], width: int) -> tuple[int, ...]:
    """The sum of each column."""
    return tuple(sum(row[place] for row in counts) for place in range(width))
