"""A whole folder that is, or is about to be, published: every rule that can be asked of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from seminarbook.verify.data import check_data_zip
from seminarbook.verify.epub import check_epub
from seminarbook.verify.expectation import Expectation
from seminarbook.verify.manifest import NAME, differences
from seminarbook.verify.pdf import check_pdf
from seminarbook.verify.reading import Reading
from seminarbook.verify.site import check_site
from seminarbook.verify.tree import File, files_of
from seminarbook.verify.whole_files import check_whole_files

_SITE = "index.html"


def check_published(folder: Path, address: str) -> tuple[str, ...]:
    """Every fault of a published folder, which may be a copy from elsewhere.

    First each file must be what it was when it was published; only then is it worth the time to
    read it. ``address`` is where the site of the book is.
    """
    files, reading = files_of(folder), Reading(address)
    found = differences(files, reading)
    if found and NAME in files:
        return found
    return (*found, *sorted(_faults(files, reading)))


def _faults(files: Mapping[str, File], reading: Reading) -> Iterator[str]:
    yield from check_whole_files(files, reading)
    if _SITE in files:
        yield from check_site(files, Expectation({_SITE: 0}), reading)
    # What each file must hold at least was known to its build; here it must open and be sound.
    for name, file in files.items():
        if file.suffix == ".pdf":
            yield from check_pdf(file.path, bookmarks=0, figures=0)
        elif file.suffix == ".epub":
            yield from check_epub(file.path, pages=1)
        elif name.endswith("-data.zip"):
            yield from check_data_zip(file.path)
