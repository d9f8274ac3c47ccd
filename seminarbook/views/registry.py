"""The names by which authors ask for tables and charts.

A view is a function ``(series, seminar) -> Table | Chart``; ``seminar`` is a seminar's id, or
None for the whole series. Declaring one here is all that a new table or chart needs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from seminarbook.model.series import Series
from seminarbook.views.values import Chart, Table

Scope = Literal["seminar", "series"]
V = TypeVar("V", Chart, Table)


@dataclass(frozen=True)
class View(Generic[V]):
    """A named view: which scopes make sense, and which data files it reads."""

    name: str
    scopes: tuple[Scope, ...]
    files: tuple[str, ...]
    make: Callable[[Series, str | None], V]


TABLES: dict[str, View[Table]] = {}
CHARTS: dict[str, View[Chart]] = {}


def table(
    name: str, *, scopes: tuple[Scope, ...] = ("seminar", "series"), files: tuple[str, ...]
) -> Callable[[Callable[[Series, str | None], Table]], Callable[[Series, str | None], Table]]:
    """Register a function as the table ``name``."""

    def register(
        make: Callable[[Series, str | None], Table],
    ) -> Callable[[Series, str | None], Table]:
        TABLES[name] = View(name, scopes, files, make)
        return make

    return register


def chart(
    name: str, *, scopes: tuple[Scope, ...] = ("seminar", "series"), files: tuple[str, ...]
) -> Callable[[Callable[[Series, str | None], Chart]], Callable[[Series, str | None], Chart]]:
    """Register a function as the chart ``name``."""

    def register(
        make: Callable[[Series, str | None], Chart],
    ) -> Callable[[Series, str | None], Chart]:
        CHARTS[name] = View(name, scopes, files, make)
        return make

    return register
