"""Rules on the groups that came to a seminar: none so small that it points to a person."""

from __future__ import annotations

from collections.abc import Iterator

from seminarbook.checks.data_rule import Finding, Span, data_rule
from seminarbook.checks.small_groups import FEWEST_SHOWN, bounds, worked_out
from seminarbook.model.quantity import Quantity
from seminarbook.model.records import Attendance
from seminarbook.model.series import EVERYONE, Series

_RANGE = ("exactly", "about", "at most", "fewer than")


@data_rule("A group so small that it could point to a person")
def small_group(series: Series, span: Span | None) -> Iterator[Finding]:
    """Readers who know who came could tell who is meant. Nobody at all may be written as 0.

    Bad:  carer, value 3, qualifier exactly
    Good: carer, value 5, qualifier “fewer than”
    """
    for row in series.attendance:
        if row.group != EVERYONE and row.value and _tells_small(row.quantity):
            message = (
                f"“{row.quantity.words()}” is a group so small that it could point to a person."
            )
            advice = (
                f"Write {FEWEST_SHOWN} with the qualifier “fewer than”, whatever the number is."
            )
            yield Finding(row, "value", message, advice)


def _tells_small(quantity: Quantity) -> bool:
    if quantity.value is None:
        return False
    if quantity.qualifier == "between":
        return quantity.upper is not None and quantity.upper < FEWEST_SHOWN
    return quantity.qualifier in _RANGE and quantity.value < FEWEST_SHOWN


@data_rule("Groups are larger than the whole")
def group_over_total(series: Series, span: Span | None) -> Iterator[Finding]:
    """The groups of a seminar cannot be more people than all who came.

    Bad:  all exactly 20, academics exactly 15, carers exactly 12
    Good: all about 20, academics exactly 15, carers exactly 12
    """
    for total, groups in _seminars(series):
        if worked_out(total.quantity, [row.quantity for row in groups]) is None:
            least = sum(bounds(row.quantity).low for row in groups)
            message = f"The groups ({_lines(groups)}) are at least {least} people together."
            advice = "Look the numbers up; use a qualifier where one is not sure."
            yield Finding(total, "value", message, advice)


@data_rule("A small group can be worked out")
def small_group_recoverable(series: Series, span: Span | None) -> Iterator[Finding]:
    """The total minus the other groups gives away what “fewer than 5” hides.

    Bad:  all exactly 30, academics exactly 27, carers fewer than 5
    Good: all about 30, academics exactly 27, carers fewer than 5
    """
    for total, groups in _seminars(series):
        found = worked_out(total.quantity, [row.quantity for row in groups]) or ()
        for row, worked in zip(groups, found, strict=False):
            is_written_out = row.qualifier != "fewer than" and _tells_small(row.quantity)
            if not worked.gives_away or is_written_out or worked.high == 0:
                continue
            others = [other for other in groups if other is not row]
            number = (
                f"{worked.low}" if worked.low == worked.high else f"{worked.low} or {worked.high}"
            )
            taken = f" minus the other groups ({_lines(others)})" if others else ""
            message = f"The total (line {total.line}){taken} leaves {number} people in this group."
            advice = "Write the total, or another group, less exactly: “about”, say."
            yield Finding(row, "value", message, advice)


def _seminars(series: Series) -> Iterator[tuple[Attendance, tuple[Attendance, ...]]]:
    """Each seminar that has a total and groups; of a group that is counted twice, the first.

    A seminar with a number that contradicts itself is left to the rule that says so.
    """
    totals: dict[str, Attendance] = {}
    groups: dict[str, dict[str, Attendance]] = {}
    for row in series.attendance:
        if row.group == EVERYONE:
            totals.setdefault(row.seminar, row)
        else:
            groups.setdefault(row.seminar, {}).setdefault(row.group, row)
    for seminar, total in totals.items():
        rows = tuple(groups.get(seminar, {}).values())
        if rows and all(bounds(row.quantity).possible for row in (total, *rows)):
            yield total, rows


def _lines(rows: list[Attendance] | tuple[Attendance, ...]) -> str:
    numbers = [str(row.line) for row in sorted(rows, key=lambda row: row.line)]
    if len(numbers) == 1:
        return f"line {numbers[0]}"
    return f"lines {', '.join(numbers[:-1])} and {numbers[-1]}"
