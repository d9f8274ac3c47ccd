"""Rules on numbers: value, upper end and qualifier agree, and groups fit the whole."""

from __future__ import annotations

from collections.abc import Iterator

from seminarbook.checks.data_rule import Finding, Span, data_rule
from seminarbook.model.quantity import number
from seminarbook.model.records import Attendance, Figure
from seminarbook.model.series import Series
from seminarbook.problems import quoted


def _counted(series: Series) -> tuple[Attendance | Figure, ...]:
    return (*series.attendance, *series.figures)


@data_rule("Qualifier and value do not agree")
def quantity_value(series: Series, span: Span | None) -> Iterator[Finding]:
    """“Not recorded” is never zero, and every other qualifier qualifies a number.

    Bad:  value 0, qualifier “not recorded”; or value blank, qualifier “about”
    Good: value blank, qualifier “not recorded”; or value 35, qualifier “about”
    """
    for row in _counted(series):
        if row.qualifier == "not recorded":
            if row.value is not None:
                message = f"{number(row.value)} is given, but the qualifier is “not recorded”."
                advice = "Leave the value blank, or choose the qualifier that the source bears out."
                yield Finding(row, "value", message, advice)
        elif row.value is None:
            message = f"The qualifier is {quoted(row.qualifier)}, but there is no number."
            advice = "Fill in the number, or use “not recorded”."
            yield Finding(row, "value", message, advice)


@data_rule("Qualifier and upper end do not agree")
def quantity_upper(series: Series, span: Span | None) -> Iterator[Finding]:
    """Only “between” has two ends.

    Bad:  value 30, upper 40, qualifier “about”
    Good: value 30, upper 40, qualifier “between”
    """
    for row in _counted(series):
        if row.qualifier == "between" and row.upper is None:
            message = "The qualifier is “between”, but there is no upper end."
            yield Finding(row, "upper", message, "Fill it in, or use another qualifier.")
        elif row.qualifier != "between" and row.upper is not None:
            message = f"An upper end is given, but the qualifier is {quoted(row.qualifier)}."
            yield Finding(row, "upper", message, "Leave it blank, or use “between”.")


@data_rule("A range does not rise")
def quantity_range(series: Series, span: Span | None) -> Iterator[Finding]:
    """The upper end of a range is larger than its lower end.

    Bad:  between 40 and 30
    Good: between 30 and 40
    """
    for row in _counted(series):
        if row.qualifier != "between" or row.value is None or row.upper is None:
            continue
        if row.upper <= row.value:
            message = f"{number(row.upper)} is not more than the lower end, {number(row.value)}."
            advice = "Exchange the two."
            if row.upper == row.value:
                advice = "Use “exactly” and leave the upper end blank."
            yield Finding(row, "upper", message, advice)


@data_rule("A count of people is not a whole number")
def people_not_whole(series: Series, span: Span | None) -> Iterator[Finding]:
    """People are counted one by one.

    Bad:  35.5 people
    Good: about 35 people
    """
    for row in _counted(series):
        if isinstance(row, Figure) and row.unit != "people":
            continue
        for field, value in (("value", row.value), ("upper", row.upper)):
            if value is not None and value != value.to_integral_value():
                message = f"{number(value)} is not a whole number of people."
                advice = "Write a whole number; the qualifier says how sure it is."
                yield Finding(row, field, message, advice)


@data_rule("A group is counted twice at one seminar")
def attendance_duplicate(series: Series, span: Span | None) -> Iterator[Finding]:
    """Tables and charts would show one of the two by chance.

    Bad:  two rows for carers at s1
    Good: one row, and the other version in gaps.csv if sources disagree
    """
    lines: dict[tuple[str, str], int] = {}
    for row in sorted(series.attendance, key=lambda row: row.line):
        first = lines.setdefault((row.seminar, row.group), row.line)
        if first != row.line:
            message = f"{quoted(row.group)} is also counted for this seminar in line {first}."
            advice = "Keep one row; put the other version in gaps.csv if sources disagree."
            yield Finding(row, "group", message, advice)


@data_rule("A number has the id of a statement about attendance")
def figure_id_duplicate(series: Series, span: Span | None) -> Iterator[Finding]:
    """Chapters name both with {figure}, so one id must not mean two numbers.

    Bad:  s1-count in figures.csv and in attendance.csv
    Good: s1-count in figures.csv, s1-attendance in attendance.csv
    """
    lines = {row.id: row.line for row in series.attendance}
    for row in series.figures:
        if row.id in lines:
            message = f"{quoted(row.id)} is also an id of attendance (line {lines[row.id]})."
            yield Finding(row, "id", message, "Give one of them another id.")
