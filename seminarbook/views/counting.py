"""Counting with pandas: tidy pairs → a matrix of counts in a given order.

pandas takes about half a second to import, so it is imported where it is used: a page whose
charts have not changed never waits for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Counts = tuple[tuple[int, ...], ...]


def crosstab(
    pairs: Iterable[tuple[str, str]], rows: Sequence[str], columns: Sequence[str]
) -> Counts:
    """How often each (row, column) pair occurs; rows and columns in the order given."""
    import pandas as pd

    frame = pd.DataFrame(list(pairs), columns=["row", "column"], dtype="object")
    if frame.empty:
        return tuple(tuple(0 for _ in columns) for _ in rows)
    counts = pd.crosstab(frame["row"], frame["column"])
    counts = counts.reindex(index=list(rows), columns=list(columns), fill_value=0)
    return tuple(tuple(int(value) for value in row) for row in counts.to_numpy())


def first_of_each(
    entries: Iterable[tuple[str, str, str]],
) -> tuple[tuple[str, str], ...]:
    """(row, who, column) entries → one (row, column) pair for each ``who`` in each row.

    The first entry decides the column, so put the one that should count first.
    """
    import pandas as pd

    frame = pd.DataFrame(list(entries), columns=["row", "who", "column"], dtype="object")
    once = frame.drop_duplicates(subset=["row", "who"], keep="first")
    return tuple(zip(once["row"], once["column"], strict=True))
