"""Problems and the catalogue of faults."""

from __future__ import annotations

import pytest

import seminarbook.checks.run  # noqa: F401  (rules add their codes)
from seminarbook.problems import (
    FAULTS,
    MOST_OF_A_KIND,
    Few,
    Problem,
    explain,
    fault,
    format_problem,
    gathered,
    nearest,
    quoted,
    sort,
)


def test_a_problem_in_a_line_of_text() -> None:
    problem = Problem(
        "data/talks.csv", 14, 5, "value-not-allowed",
        "“anounced” is not one of the allowed words.",
        "Did you mean “announced”? Allowed: reported, announced, probable.", "status",
    )  # fmt: skip
    assert format_problem(problem) == (
        "data/talks.csv:14:5: column “status”: “anounced” is not one of the allowed words. "
        "Did you mean “announced”? Allowed: reported, announced, probable. [value-not-allowed]"
    )


def test_of_each_kind_in_each_file_the_first_hundreds_are_listed() -> None:
    many = [
        Problem(path, line, 1, code, "Wrong.")
        for path, code in (("a.csv", "id-form"), ("a.csv", "row-blank"), ("b.csv", "id-form"))
        for line in range(1, MOST_OF_A_KIND + 1)
    ]
    assert [*Few(many)] == many
    further = [Problem("a.csv", line, 1, "id-form", "Wrong.") for line in (600, 700, 1_800)]
    *listed, last = Few([*many, *further])
    assert listed == many
    assert (last.path, last.line, last.code) == ("a.csv", 600, "id-form")
    assert last.message.startswith("There are 3 more")


def test_what_steers_a_terminal_is_not_shown() -> None:
    problem = Problem("a.md", 1, 0, "broken-link", "No label “a\u202eb\x1b[2Jc\0”.\n")
    assert format_problem(problem) == "a.md:1: No label “a b [2Jc ”.  [broken-link]"


def test_an_unknown_place_is_left_out() -> None:
    assert format_problem(Problem("a.csv", 0, 0, "file-missing", "Gone.")) == (
        "a.csv: Gone. [file-missing]"
    )
    assert format_problem(Problem("a.csv", 3, 0, "row-short", "Short.")).startswith("a.csv:3: ")


def test_problems_are_listed_by_place_each_once() -> None:
    late = Problem("b.csv", 1, 1, "id-form", "x")
    early = Problem("a.csv", 10, 1, "id-form", "x")
    first = Problem("a.csv", 9, 1, "id-form", "x")
    assert sort([late, early, first, early]) == (first, early, late)


@pytest.mark.parametrize("code", sorted(FAULTS))
def test_every_code_is_explained(code: str) -> None:
    about = FAULTS[code]
    assert code == code.lower().replace(" ", "-")
    assert about.title[0].isupper()
    assert not about.title.endswith(".")
    assert about.why
    assert about.how
    assert about.title in explain(code)
    assert about.why in explain(code)
    assert about.how in explain(code)


def test_a_code_is_declared_once() -> None:
    with pytest.raises(ValueError, match="id-form"):
        fault("id-form", "x", "x", "x")


def test_advice_is_not_an_error() -> None:
    assert Problem("a.csv", 0, 0, "data-order", "x").severity == "advice"
    assert Problem("a.csv", 0, 0, "id-form", "x").severity == "error"


def test_the_nearest_of_some_words() -> None:
    assert nearest("ANOUNCED", ["reported", "announced"]) == "Did you mean “announced”?"
    assert nearest("xyz", ["reported", "announced"]) == ""


def test_values_are_shown_at_a_glance() -> None:
    assert quoted("a\nb\x07") == "“a b ”"
    assert quoted("x" * 100) == f"“{'x' * 60}…”"


def test_what_is_missed_at_many_places_is_told_once_at_the_first() -> None:
    places = [("b.md", 4), ("a.md", 9), ("b.md", 2)]
    same = [
        Problem(path, line, 1, "unknown-id", "No row.", "Add it.", missing="people:x")
        for path, line in places
    ]
    other = Problem("b.md", 3, 1, "unknown-id", "No other row.", "Add it.", missing="people:y")
    each = [Problem("c.md", line, 1, "bare-name", "A name is typed.") for line in (1, 2, 3)]
    first, second, *rest = gathered([*same, other, *each])
    assert (first.path, first.line, first.message) == ("a.md", 9, "No row.")
    assert first.advice == "Add it. So in 2 more places, 2 files in all."
    assert second == other
    assert tuple(rest) == tuple(each)
    assert gathered(same[:2]) == sort(same[:2])
