"""Works: the book, and each of its chapters, as what can be cited."""

from __future__ import annotations

import re
from dataclasses import dataclass

from seminarbook.model.partial_date import PartialDate

# Control characters, and halves of characters.
_UNCARRIED = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote it: a person by family and given name, or a group by its name alone."""

    family: str
    given: str = ""

    @property
    def name(self) -> str:
        """Given name first, as in running text."""
        return f"{self.given} {self.family}" if self.given else self.family

    @property
    def sort_name(self) -> str:
        """Family name first, as in a list."""
        return f"{self.family}, {self.given}" if self.given else self.family


@dataclass(frozen=True, slots=True)
class Publication:
    """The whole book; an empty text is not known or not wanted.

    ``issued`` is the day of the edition, or else the year of the copyright. ``address`` is
    where the site begins and ends in a slash, ``front`` the address of the title page.
    """

    title: str
    authors: tuple[Author, ...] = ()
    language: str = "en"
    issued: PartialDate | None = None
    edition: PartialDate | None = None
    address: str = ""
    front: str = ""
    licence: str = ""
    licence_address: str = ""
    doi: str = ""
    publisher: str = ""
    contact: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    file_name: str = "book"

    @property
    def edition_words(self) -> str:
        """The edition as a reader meets it, or nothing."""
        return f"Edition of {self.edition.words()}" if self.edition else ""

    @property
    def version(self) -> str:
        """The edition as programs meet it, or nothing."""
        return self.edition.iso() if self.edition else ""

    @property
    def doi_address(self) -> str:
        """Where the DOI leads, or nothing."""
        return f"https://doi.org/{self.doi}" if self.doi else ""


@dataclass(frozen=True, slots=True)
class Work:
    """The book itself, or a chapter of it; ``name`` is the last piece of its address."""

    book: Publication
    title: str
    name: str = ""
    address: str = ""
    description: str = ""
    whole: bool = False

    @property
    def key(self) -> str:
        """A key for bibliographies, the same in every edition."""
        return self.book.file_name if self.whole else f"{self.book.file_name}-{self.name}"

    def beside(self, ending: str) -> str:
        """The address of a file that stands beside the work's page and is called like it."""
        return f"{self.address.removesuffix('.html').rstrip('/')}.{ending}"


def authors_of(text: str) -> tuple[Author, ...]:
    """Names separated by “;”. “Family, Given” is a person; a name without a comma is a group."""
    found = []
    for name in text.split(";"):
        family, _, given = (part.strip() for part in one_line(name).partition(","))
        if family:
            found.append(Author(family, given))
    return tuple(found)


def one_line(text: str) -> str:
    """The text without line breaks, doubled spaces and characters that no format can carry."""
    return " ".join(_UNCARRIED.sub(" ", text).split())
