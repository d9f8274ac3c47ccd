"""Counting by pandas gives whole numbers in the order asked for."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from worlds import ROOT

from seminarbook.views.counting import crosstab, first_of_each

_few = st.sampled_from(["b", "a", "", "ä", "None", "nan"])


@given(st.lists(st.tuples(_few, _few), max_size=30))
def test_crosstab_counts_like_counting_by_hand(pairs: list[tuple[str, str]]) -> None:
    names = ["nan", "b", "", "a", "None", "ä", "never"]
    by_hand = Counter(pairs)
    assert crosstab(pairs, names, names) == tuple(
        tuple(by_hand[row, column] for column in names) for row in names
    )


@given(st.lists(st.tuples(_few, _few, _few), max_size=30))
def test_the_first_of_each_decides(entries: list[tuple[str, str, str]]) -> None:
    first: dict[tuple[str, str], str] = {}
    for row, who, column in entries:
        first.setdefault((row, who), column)
    assert sorted(first_of_each(entries)) == sorted((row, c) for (row, _), c in first.items())


def test_pandas_is_imported_only_to_count() -> None:
    code = (
        "import sys, seminarbook.views.tables, seminarbook.views.charts, seminarbook.views.cards\n"
        "print('pandas' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
