"""Citation: a work as a formatted reference, BibTeX, RIS and CSL-JSON, all from one record."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from seminarbook.model.partial_date import PartialDate
from seminarbook.publish.works import Author, Work

# What BibTeX would take for its own signs. Braces are written as commands, because even a
# protected brace is counted.
_BIBTEX = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "%": r"\%", "&": r"\&", "#": r"\#", "_": r"\_", "$": r"\$",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a formatted reference, and how it is set."""

    text: str
    kind: Literal["plain", "emphasis", "address"] = "plain"


@dataclass(frozen=True, slots=True)
class CitationFile:
    """A work in one format: what readers call it, and the file that holds it."""

    label: str
    ending: str
    type: str
    text: str


def reference(work: Work) -> tuple[Piece, ...]:
    """The work as a list of references has it: author, year, title, book, edition, address."""
    book = work.book
    names = _names(book.authors)
    year = f"({book.issued.year})" if book.issued else ""
    opening = " ".join(filter(None, [names, year]))
    pieces = [Piece(f"{opening}. ")] if opening else []
    if not work.whole:
        pieces.append(Piece(f"“{work.title}”, in "))
    pieces += [Piece(book.title, "emphasis"), Piece(". ")]
    if book.edition_words:
        pieces.append(Piece(f"{book.edition_words}. "))
    if book.publisher:
        pieces.append(Piece(f"{book.publisher}. "))
    address = (work.whole and book.doi_address) or work.address
    if address:
        pieces.append(Piece(address, "address"))
    return tuple(pieces)


def reference_text(work: Work) -> str:
    """The formatted reference as plain text."""
    return "".join(piece.text for piece in reference(work)).strip()


def citation_files(work: Work) -> tuple[CitationFile, ...]:
    """The work in every format that reference managers read."""
    return (
        CitationFile("BibTeX", "bib", "application/x-bibtex", bibtex(work)),
        CitationFile("RIS", "ris", "application/x-research-info-systems", ris(work)),
        CitationFile("CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json", csl(work)),
    )


def bibtex(work: Work) -> str:
    """An entry that BibTeX and biblatex read; titles keep their capitals."""
    book = work.book
    fields = {"author": " and ".join(_bibtex_name(author) for author in book.authors)}
    fields["title"] = f"{{{work.title.translate(_BIBTEX)}}}"
    if not work.whole:
        fields["booktitle"] = f"{{{book.title.translate(_BIBTEX)}}}"
    fields |= {
        "publisher": book.publisher.translate(_BIBTEX),
        "year": f"{book.issued.year}" if book.issued else "",
        "date": book.issued.iso() if book.issued else "",
        "edition": book.version,
        "url": _bibtex_address(work.address),
        "doi": _bibtex_address(book.doi) if work.whole else "",
        "langid": {"en": "english", "en-GB": "british"}.get(book.language, ""),
    }
    kind = "book" if work.whole else "incollection"
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{work.key},", *lines, "}", ""])


def ris(work: Work) -> str:
    """A record of the RIS format, whose lines end as that format says."""
    book = work.book
    lines = [("TY", "BOOK" if work.whole else "CHAP")]
    lines += [("AU", author.sort_name) for author in book.authors]
    lines.append(("TI", work.title))
    if not work.whole:
        lines.append(("T2", book.title))
    if book.issued:
        lines += [("PY", f"{book.issued.year}"), ("DA", _slashed(book.issued))]
    lines += [("ET", book.version), ("PB", book.publisher), ("LA", book.language)]
    lines += [("DO", book.doi if work.whole else ""), ("UR", work.address)]
    lines += [("AB", work.description)]
    lines += [("KW", keyword) for keyword in book.keywords]
    shown = [f"{tag}  - {value}\r\n" for tag, value in lines if value]
    return "".join([*shown, "ER  - \r\n"])


def csl(work: Work) -> str:
    """An item of the Citation Style Language, which most citation tools share."""
    book = work.book
    item: dict[str, object] = {
        "id": work.key,
        "type": "book" if work.whole else "chapter",
        "title": work.title,
        "container-title": "" if work.whole else book.title,
        "author": [_csl_name(author) for author in book.authors],
        "issued": {"date-parts": [_parts(book.issued)]} if book.issued else None,
        "edition": book.version,
        "publisher": book.publisher,
        "language": book.language,
        "URL": work.address,
        "DOI": book.doi if work.whole else "",
        "abstract": work.description,
    }
    known = {name: value for name, value in item.items() if value}
    return json.dumps([known], ensure_ascii=False, indent=2) + "\n"


def _names(authors: tuple[Author, ...]) -> str:
    names = [author.name for author in authors]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _bibtex_name(author: Author) -> str:
    """Inner braces keep a group whole, and an “and” within a name from dividing it."""
    family, given = (part.translate(_BIBTEX) for part in (author.family, author.given))
    return f"{{{family}}}, {{{given}}}" if given else f"{{{family}}}"


def _bibtex_address(address: str) -> str:
    return quote(address, safe="/:?#[]@!$&'()*+,;=%~-._")


def _csl_name(author: Author) -> dict[str, str]:
    if author.given:
        return {"family": author.family, "given": author.given}
    return {"literal": author.family}


def _parts(day: PartialDate) -> list[int]:
    return [part for part in (day.year, day.month, day.day) if part]


def _slashed(day: PartialDate) -> str:
    parts = [f"{day.year:04d}", *(f"{part:02d}" if part else "" for part in (day.month, day.day))]
    return "/".join(parts) + "/"
