"""Of what a build warns of, only what has a cause of its own is told."""

from __future__ import annotations

import pytest

import seminarbook.checks.run  # noqa: F401  (its rules declare the codes)
from seminarbook.checks.consequences import unexplained
from seminarbook.problems import Problem

DATA = Problem("data/talks.csv", 3, 20, "clock-form", "“ten” is not a time.")
OPEN = Problem("book/one.md", 7, 1, "not-closed", "It is not closed.")
NAME = Problem("book/one.md", 9, 1, "bare-name", "A name is typed.")
CONTENTS = Problem("_toc.yml", 4, 0, "contents-without-chapter", "There is no such file.")
UNREADABLE = Problem("book/three.md", 1, 0, "file-encoding", "It is saved as UTF-16.")

SAME_FILE = "book/one.md:30: Unknown directive type: 'tabel' [myst.directive_unknown] [docutils]"
LABEL = "book/two.md:5: undefined label: 's1-talk' [ref.ref]"
NUMBER = "book/two.md:5: Failed to create a cross reference. Any number is not assigned: s1-talk"
OTHER = "book/two.md:8: Pygments lexer name 'pyhton' is not known [misc.highlighting_failure]"
WHOLE = "Extension error: [etoc] entry not a mapping type @ '/parts/2/chapters/1'"


@pytest.mark.parametrize(
    ("problems", "left"),
    [
        ((), (SAME_FILE, LABEL, NUMBER, OTHER, WHOLE)),
        ((NAME,), (SAME_FILE, LABEL, NUMBER, OTHER, WHOLE)),
        ((OPEN,), (OTHER, WHOLE)),
        ((DATA,), (SAME_FILE, OTHER, WHOLE)),
        ((CONTENTS,), (SAME_FILE, OTHER)),
        ((UNREADABLE,), (SAME_FILE, OTHER)),
    ],
    ids=[
        "nothing told",
        "a typed name breaks nothing",
        "an open fence",
        "a cell",
        "the contents",
        "a file",
    ],
)
def test_what_rests_on_something_told_is_silent(
    problems: tuple[Problem, ...], left: tuple[str, ...]
) -> None:
    assert unexplained((SAME_FILE, LABEL, NUMBER, OTHER, WHOLE, LABEL), problems) == left
