"""A whole folder that is, or is about to be, published: every rule that can be asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from seminarbook.verify.data import check_data_zip
from seminarbook.verify.epub import check_epub
from seminarbook.verify.expectation import Expectation
from seminarbook.verify.manifest import NAME, differences
from seminarbook.verify.pdf import check_pdf
from seminarbook.verify.site import check_site
from seminarbook.verify.whole_files import check_whole_files

_SITE = "index.html"


def check_published(folder: Path, address: str) -> tuple[str, ...]:
    """Every fault of a published folder, which may be a copy from elsewhere.

    First each file must be what it was when it was published; only then is it worth the time to
    read it. ``address`` is where the site of the book is.
    """
    found = differences(folder)
    if found and (folder / NAME).is_file():
        return found
    return (*found, *sorted(_faults(folder, address)))


def _faults(folder: Path, address: str) -> Iterator[str]:
    yield from check_whole_files(folder)
    if (folder / _SITE).is_file():
        yield from check_site(folder, Expectation({_SITE: 0}, address=address))
    # What each file must hold at least was known to its build; here it must open and be sound.
    for path in folder.rglob("*.pdf"):
        yield from check_pdf(path, bookmarks=0, figures=0)
    for path in folder.rglob("*.epub"):
        yield from check_epub(path, pages=1)
    for path in folder.rglob("*-data.zip"):
        yield from check_data_zip(path)
