"""Data rule: one function that finds one kind of fault among the rows of the data files.

Its docstring is its documentation: a sentence, then a bad and a good example. The code that
authors see is the function's name.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from seminarbook.model.records import Record
from seminarbook.model.series import Series
from seminarbook.problems import Problem, Severity, fault


@dataclass(frozen=True, slots=True)
class Span:
    """The days on which the series began and ended."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a column of a row."""

    record: Record
    field: str
    message: str
    advice: str


DataRule = Callable[[Series, Span | None], Iterator[Finding]]

DATA_RULES: dict[str, DataRule] = {}


def data_rule(title: str, severity: Severity = "error") -> Callable[[DataRule], DataRule]:
    """Register a rule on rows. It is also given rows whose neighbours could not be read, so it
    takes a row that is not there for one it cannot judge."""

    def register(rule: DataRule) -> DataRule:
        code = rule.__name__.replace("_", "-")
        why, _, how = (inspect.getdoc(rule) or "").partition("\n\n")
        DATA_RULES[fault(code, title, why, how, severity)] = rule
        return rule

    return register


def check_rows(series: Series, span: Span | None) -> Iterator[Problem]:
    """Everything that the rules find, each at the line of its row."""
    for code, rule in DATA_RULES.items():
        for found in rule(series, span):
            path = f"{series.folder}/{found.record.file}.csv"
            yield Problem(
                path, found.record.line, 0, code, found.message, found.advice, found.field
            )
