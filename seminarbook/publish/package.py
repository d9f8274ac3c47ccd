"""Package: every file of the published data, by name; and all of them as one zip file."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from seminarbook.model.partial_date import PartialDate
from seminarbook.model.series import Series
from seminarbook.publish.calendar import calendar
from seminarbook.publish.codebook import codebook, readme
from seminarbook.publish.datapackage import Source, descriptor, sources_used
from seminarbook.publish.seminar_json import seminar_json
from seminarbook.publish.tables import published_classes, published_csv
from seminarbook.publish.works import Work
from seminarbook.views.events import seminar_events

CALENDAR = "seminars.ics"
DESCRIPTOR = "datapackage.json"
_EARLIEST = PartialDate(1980, 1, 1)  # the first day that a zip file can hold


@dataclass(frozen=True, slots=True)
class Packed:
    """What the package is made of: the book, its data, and the chapter of each seminar.

    ``about`` is the text that people wrote about the data, ``bibliography`` that of the
    sources; both may be empty.
    """

    whole: Work
    series: Series
    chapters: Mapping[str, Work]
    sources: tuple[Source, ...] = ()
    about: str = ""
    bibliography: str = ""


def package_files(packed: Packed) -> dict[str, bytes]:
    """Every file of the package by its path, in order; equal for equal data."""
    book, series = packed.whole.book, packed.series
    texts = {f"{one.file}.csv": published_csv(one, series) for one in published_classes(series)}
    files = {path: text.encode() for path, text in texts.items()}
    sizes = {path: len(data) for path, data in files.items()}
    described = descriptor(book, series, sources_used(series, packed.sources), sizes)
    files[DESCRIPTOR] = _json(described)
    files["README.md"] = readme(packed.whole, series).encode()
    files["CODEBOOK.md"] = codebook(series).encode()
    if packed.about:
        files["ABOUT.md"] = packed.about.encode()
    if packed.bibliography:
        files["references.bib"] = packed.bibliography.encode()
    events = seminar_events(series)
    files[CALENDAR] = calendar(book, [(one, packed.chapters.get(one.id)) for one in events])
    for event in events:
        told = seminar_json(book, series, event.id, packed.chapters.get(event.id))
        files[f"seminars/{event.id}.json"] = _json(told)
    return dict(sorted(files.items()))


def media_type(path: str) -> str:
    """The media type of a file of the package, by its ending."""
    kinds = {"csv": "text/csv", "json": "application/json", "ics": "text/calendar"}
    return kinds.get(path.rsplit(".", 1)[-1], "text/plain")


def zipped(files: Mapping[str, bytes], day: PartialDate | None) -> bytes:
    """The files as a zip, all dated to one day: the same bytes whenever it is made."""
    known = day or _EARLIEST
    moment = (known.year, known.month or 1, known.day or 1, 0, 0, 0)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in sorted(files.items()):
            entry = zipfile.ZipInfo(path, moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, so that the line below is understood everywhere
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, data)
    return packed.getvalue()


def sources_of(entries: Mapping[str, Mapping[str, str]]) -> tuple[Source, ...]:
    """Sources from the fields of a bibliography's entries, by key."""
    return tuple(
        Source(key, _unbraced(fields.get("title", "")), fields.get("url", ""))
        for key, fields in entries.items()
    )


def _unbraced(text: str) -> str:
    return text.translate({ord("{"): None, ord("}"): None})


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def listed_files(address: str, files: Sequence[str]) -> list[tuple[str, str]]:
    """The address and media type of each data file, as search engines want them."""
    return [
        (f"{address}data/{path}", media_type(path))
        for path in files
        if path == DESCRIPTOR or path.endswith(".csv")
    ]
