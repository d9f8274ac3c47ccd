"""The types a column can have, and the marks that say more about it than a type can."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, StringConstraints

from seminarbook.model.partial_date import PartialDate

LIST_SEPARATOR = ";"

_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")
_WHOLE = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a column whose values are ids of another file (``extra`` values also allowed)."""

    file: str
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """Marks text for readers, in which a person is written ``{person-id}``."""


@dataclass(frozen=True, slots=True)
class BibliographyKeys:
    """Marks a column whose values are keys of ``book/references.bib``."""


@dataclass(frozen=True, slots=True)
class Form:
    """Marks a text that is written in a certain way."""

    name: Literal["id", "clock time", "web address", "ORCID"]


def split_list(text: str) -> tuple[str, ...]:
    """The items of a list as it stands in a cell."""
    return tuple(part.strip() for part in text.split(LIST_SEPARATOR) if part.strip())


def orcid_digit(orcid: str) -> str:
    """The last character an ORCID must have, from its first fifteen digits (ISO 7064 11-2)."""
    total = 0
    for digit in orcid.replace("-", "")[:15]:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return "X" if rest == 10 else str(rest)


def _split(value: object) -> object:
    return split_list(value) if isinstance(value, str) else value


def _partial(value: object) -> object:
    return PartialDate.parse(value) if isinstance(value, str) else value


def _number(value: object) -> object:
    if isinstance(value, str):
        if not _NUMBER.fullmatch(value):
            raise ValueError("not a number in digits")
        return Decimal(value)
    return value


def _whole(value: object) -> object:
    if isinstance(value, str):
        if not _WHOLE.fullmatch(value):
            raise ValueError("not a whole number in digits")
        return int(value)
    return value


def _checked_orcid(value: str) -> str:
    if value[-1] != orcid_digit(value):
        raise ValueError("the last character does not fit the others")
    return value


Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80),
    Form("id"),
]
Text = Annotated[str, StringConstraints(min_length=1)]
ProseText = Annotated[str, StringConstraints(min_length=1), Prose()]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_split), Field(min_length=1)]
Day = Annotated[PartialDate, BeforeValidator(_partial), PlainSerializer(lambda day: day.iso())]
Place = Annotated[int, BeforeValidator(_whole), Field(ge=1)]
Number = Annotated[Decimal, BeforeValidator(_number)]
Clock = Annotated[
    str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$"), Form("clock time")
]
WEB_ADDRESS = r"^https?://[^\s<>\"/?#]+\.[^\s<>\"]+$"
WebAddress = Annotated[
    str,
    StringConstraints(pattern=WEB_ADDRESS),
    Form("web address"),
]
Orcid = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$"),
    AfterValidator(_checked_orcid),
    Form("ORCID"),
]
Keys = Annotated[tuple[Text, ...], BeforeValidator(_split), Field(min_length=1), BibliographyKeys()]
