"""Column: what a record class declares about one column, as plain values.

Validation messages, the data dictionary and the published table schema are drawn from these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin, get_type_hints

from seminarbook.model.column_types import BibliographyKeys, Form, Prose, Reference
from seminarbook.model.partial_date import PartialDate
from seminarbook.model.records import Record

Kind = Literal[
    "text",
    "id",
    "word",
    "whole number",
    "number",
    "date",
    "clock time",
    "web address",
    "ORCID",
]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a data file.

    ``allowed`` are the words of a ``word`` column, ``many`` says that a cell is a list.
    """

    name: str
    kind: Kind
    meaning: str
    required: bool
    many: bool = False
    allowed: tuple[str, ...] = ()
    prose: bool = False
    bibliography: bool = False
    reference: Reference | None = None

    @property
    def holds(self) -> str:
        """What a cell holds, in words: "id of talks", "one of: reported; announced; probable"."""
        if self.allowed:
            return f"one of: {'; '.join(self.allowed)}"
        kind: str = self.kind
        if self.bibliography:
            kind = "key of references.bib"
        elif self.reference:
            extra = "".join(f", or “{word}”" for word in self.reference.extra)
            kind = f"id of {self.reference.file}{extra}"
        elif self.prose:
            kind = "text for readers"
        return f"{kind}; a list separated by “;”" if self.many else kind


@cache
def columns_of(record: type[Record]) -> tuple[Column, ...]:
    """The columns of a record class, in the order of its file."""
    hints = get_type_hints(record, include_extras=True)
    return tuple(_column(record, name, hints[name]) for name in record.columns())


def _column(record: type[Record], name: str, hint: object) -> Column:
    parts = tuple(_parts(hint))
    marks = [part for part in parts if not isinstance(part, type)]
    base = next(part for part in parts if isinstance(part, type) or get_origin(part) is Literal)
    form = next((mark for mark in marks if isinstance(mark, Form)), None)
    allowed = tuple(get_args(base)) if get_origin(base) is Literal else ()
    kind: Kind = "text"
    if form:
        kind = form.name
    elif allowed:
        kind = "word"
    elif base is int:
        kind = "whole number"
    elif base is Decimal:
        kind = "number"
    elif base is PartialDate:
        kind = "date"
    return Column(
        name=name,
        kind=kind,
        meaning=record.model_fields[name].description or "",
        required=NoneType not in parts,
        many=tuple in parts,
        allowed=allowed,
        prose=any(isinstance(mark, Prose) for mark in marks),
        bibliography=any(isinstance(mark, BibliographyKeys) for mark in marks),
        reference=next((mark for mark in marks if isinstance(mark, Reference)), None),
    )


def _parts(hint: object) -> Iterator[object]:
    """Every type and mark within an annotation, the outermost first."""
    origin = get_origin(hint)
    if origin is Annotated:
        inner, *marks = get_args(hint)
        yield from _parts(inner)
        yield from marks
    elif origin in (Union, UnionType):
        for option in get_args(hint):
            yield from _parts(option)
    elif origin is tuple:
        yield tuple
        yield from _parts(get_args(hint)[0])
    else:
        yield hint
