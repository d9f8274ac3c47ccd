"""Words for a refused cell: the advice is itself a value that is accepted."""

from __future__ import annotations

import re

import pytest
from pydantic import TypeAdapter, ValidationError

from seminarbook.model.cell_faults import refused
from seminarbook.model.column_types import Clock, Day, Number, WebAddress
from seminarbook.model.columns import Column, Kind


def verdict(kind: Kind, text: str, *, many: bool = False) -> tuple[str, str]:
    found = refused(Column("x", kind, "What it is.", required=False, many=many), text, "no")
    return found.code, found.advice


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("30-40", "Write 30, 40 as the upper end, and the qualifier “between”."),
        ("30 to 40", "Write 30, 40 as the upper end, and the qualifier “between”."),
        ("35+", "Write 35, and the qualifier “at least”."),
        ("c. 35", "Write 35; the qualifier says how sure it is."),
        ("about 35", "Write 35; the qualifier says how sure it is."),
        (">35", "Write 35; the qualifier says how sure it is."),
        ("1,234,567.5", "Write it without commas: 1234567.5."),
        ("12,5", "Write a point before decimals: 12.5."),
    ],
)
def test_numbers_that_say_more_than_a_number(text: str, advice: str) -> None:
    assert verdict("number", text) == ("number-form", advice)


@pytest.mark.parametrize(
    ("kind", "type_", "text"),
    [
        ("date", Day, "3/4/2031"),
        ("date", Day, "13.4.2031"),
        ("date", Day, "2031/4"),
        ("clock time", Clock, "9.30"),
        ("clock time", Clock, "12 am"),
        ("clock time", Clock, "12:15 p.m."),
        ("web address", WebAddress, "www.example.org/a?b=c"),
        ("number", Number, "1,250"),
    ],
)
def test_what_is_advised_would_be_accepted(kind: Kind, type_: object, text: str) -> None:
    adapter: TypeAdapter[object] = TypeAdapter(type_)
    with pytest.raises(ValidationError):
        adapter.validate_python(text)
    _, advice = verdict(kind, text)
    offered = re.findall(r"“([^”]+)”", advice) or re.findall(r": ([0-9.]+)\.", advice)
    assert offered
    for value in offered:
        adapter.validate_python(value)


def test_midnight_and_noon() -> None:
    assert verdict("clock time", "12 am")[1] == "Write “00:00”."
    assert verdict("clock time", "12 pm")[1] == "Write “12:00”."


def test_a_refusal_that_nobody_foresaw_is_passed_on() -> None:
    found = refused(Column("x", "text", "A short text.", required=False), "???", "too odd")
    assert found.code == "value-form"
    assert "too odd" in found.message
    assert found.advice == "This column holds: A short text."


def test_a_long_value_is_shortened_in_the_message() -> None:
    found = refused(Column("x", "date", "A day.", required=False), "x" * 5_000 + "\n", "no")
    assert len(found.message) < 200
    assert "\n" not in found.message
