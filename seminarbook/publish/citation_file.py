"""CITATION.cff: whether the file at the top of the project says the same as the record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from seminarbook.publish.works import Author, Work

NAME = "CITATION.cff"


def disagreements(text: str, work: Work) -> Iterator[str]:
    """What the file says otherwise than the settings, in plain words."""
    try:
        found = yaml.safe_load(text)
    except yaml.YAMLError as error:
        yield f"{NAME} cannot be read: {' '.join(str(error).split())}"
        return
    if not isinstance(found, dict):
        yield f"{NAME} holds no keys and values."
        return
    for key, wanted in _expected(work).items():
        said = _said(found.get(key, ""))
        if said != wanted:
            yield f"{NAME}: “{key}” is “{said}”, and the settings say “{wanted}”."


def _expected(work: Work) -> dict[str, Any]:
    book = work.book
    return {
        "title": book.title,
        "authors": [_author(author) for author in book.authors],
        "version": book.version,
        "date-released": book.version,
        "license": licence_id(book.licence),
        "url": book.address,
        "doi": book.doi,
        "keywords": list(book.keywords),
    }


def licence_id(licence: str) -> str:
    """The licence as lists of licences (SPDX) write it: "CC BY 4.0" is CC-BY-4.0 there."""
    return licence.replace(" ", "-")


def _author(author: Author) -> dict[str, str]:
    if author.given:
        return {"family-names": author.family, "given-names": author.given}
    return {"name": author.family}


def _said(value: object) -> object:
    """A value as text, where YAML made a day or a number of it."""
    return value if isinstance(value, list | str) else str(value)
