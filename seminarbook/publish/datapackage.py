"""Data package: what the data files are, in the words of the Data Package standard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from seminarbook.model.records import Record
from seminarbook.model.series import Series
from seminarbook.publish.citation_file import licence_id
from seminarbook.publish.tables import published_classes, table_schema
from seminarbook.publish.works import Publication


@dataclass(frozen=True, slots=True)
class Source:
    """A source of the data: its key, title and address in the bibliography."""

    key: str
    title: str
    address: str = ""


def descriptor(
    book: Publication, series: Series, sources: Sequence[Source], sizes: Mapping[str, int]
) -> dict[str, Any]:
    """The package as a descriptor; ``sizes`` are the bytes of each file by its path."""
    described: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/1.0/datapackage.json",
        "profile": "tabular-data-package",
        "name": f"{book.file_name}-data",
        "id": book.doi_address or (f"{book.address}data/datapackage.json" if book.address else ""),
        "title": f"{book.title}: the data",
        "description": book.description,
        "version": book.version,
        "created": f"{book.version}T00:00:00Z" if book.version else "",
        "homepage": book.front,
        "keywords": list(book.keywords),
        "contributors": [{"title": author.name, "role": "author"} for author in book.authors],
        "licenses": [_licence(book)] if book.licence else [],
        "sources": [_source(source) for source in sources],
        "resources": [_resource(one, series, sizes) for one in published_classes(series)],
    }
    return {name: value for name, value in described.items() if value not in ("", [])}


def sources_used(series: Series, known: Sequence[Source]) -> tuple[Source, ...]:
    """The sources that a row names, in the order of their keys."""
    used = {
        key
        for one in published_classes(series)
        for row in series.rows(one.file)
        for key in row.source
    }
    return tuple(source for source in sorted(known, key=lambda one: one.key) if source.key in used)


def _resource(record: type[Record], series: Series, sizes: Mapping[str, int]) -> dict[str, Any]:
    path = f"{record.file}.csv"
    return {
        "profile": "tabular-data-resource",
        "name": record.file,
        "path": path,
        "description": f"Each row is {record.meaning}.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": sizes[path],
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "header": True},
        "schema": table_schema(record, series),
    }


def _licence(book: Publication) -> dict[str, str]:
    licence = {"name": licence_id(book.licence), "title": book.licence}
    return {**licence, "path": book.licence_address} if book.licence_address else licence


def _source(source: Source) -> dict[str, str]:
    title = {"title": source.title or source.key}
    return {**title, "path": source.address} if source.address else title
