"""Files of every kind: can each be read to its end?

What is here needs no list of what should be there: it finds a file that was cut off or filled
with something else while it was made, before it is published and gets its digest.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from lxml import etree
from PIL import Image

from seminarbook.verify.archive import UNREADABLE, damaged

if TYPE_CHECKING:
    from seminarbook.verify.reading import Reading
    from seminarbook.verify.tree import File

# A text file of ours that may end without a line end, since it was made small or by others.
_MAY_END_ANYHOW = {".css", ".js", ".svg", ".html"}
_TEXTS = _MAY_END_ANYHOW | {".txt", ".md", ".bib", ".ris", ".ipynb"}
_CALENDAR_END = "END:VCALENDAR\r\n"


def check_whole_files(files: Mapping[str, File], reading: Reading) -> tuple[str, ...]:
    """Every file of these that cannot be read as what its name says, sorted."""
    faults = []
    for name, file in files.items():
        if file.oddity:
            faults.append(f"{name}: {file.oddity}")
        elif fault := reading.fault(file):
            faults.append(f"{name}: is damaged ({fault})")
    return tuple(sorted(faults))


def fault_of(path: Path) -> str:
    """Why a file cannot be read as what its name says; an empty text if it can."""
    check = _CHECKS.get(path.suffix)
    if check is None:
        return ""
    try:
        check(path)
    # Each reader has exceptions of its own; Pillow raises SyntaxError for a broken chunk.
    except (*UNREADABLE, SyntaxError, csv.Error, etree.LxmlError) as error:
        return str(error).splitlines()[0] if str(error) else type(error).__name__
    return ""


def _text(path: Path) -> str:
    text = path.read_bytes().decode("utf-8")
    if "\0" in text:
        raise ValueError("a text with a NUL in it")
    if path.suffix not in _MAY_END_ANYHOW and text and not text.endswith("\n"):
        raise ValueError("its last line has no end")
    return text


def _json(path: Path) -> None:
    json.loads(path.read_bytes())


def _xml(path: Path) -> None:
    etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))


def _table(path: Path) -> None:
    rows = list(csv.reader(_text(path).splitlines(keepends=True), strict=True))
    widths = {len(row) for row in rows}
    if len(widths) > 1:
        raise ValueError("its rows differ in their number of cells")


def _calendar(path: Path) -> None:
    if not path.read_bytes().decode("utf-8").endswith(_CALENDAR_END):
        raise ValueError("it ends before its end")


def _picture(path: Path) -> None:
    with Image.open(path) as picture:
        picture.verify()
    # Checking looks at each part; only reading it finds that the last one is missing.
    with Image.open(path) as picture:
        picture.load()


def _archive(path: Path) -> None:
    with ZipFile(path) as archive:
        if broken := damaged(archive):
            raise ValueError(f"{broken} in it cannot be read")


_CHECKS: dict[str, Callable[[Path], object]] = {
    **dict.fromkeys(_TEXTS, _text),
    ".json": _json,
    ".xml": _xml,
    ".csv": _table,
    ".ics": _calendar,
    ".png": _picture,
    ".zip": _archive,
    ".epub": _archive,
}
