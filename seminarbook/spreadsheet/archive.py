"""Is this an Excel workbook, and of a size that is safe to open? Asked before it is opened."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path
from xml.etree import ElementTree as ET

from seminarbook.faults import spreadsheets
from seminarbook.spreadsheet.grid import Place, Trouble

LARGEST_FILE = 10_000_000
LARGEST_CONTENTS = 30_000_000
_MOST_PARTS = 500
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_MOST_SPREAD = 100_000
_MOST_STYLES = 3_000_000
_LAST_COLUMN, _LAST_ROW = 16_384, 1_048_576


def _written(word: str) -> tuple[bytes, ...]:
    return tuple(word.encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be"))


_DOCTYPES = _written("<!DOCTYPE")
_RANGES = _written("mergeCell") + _written("hyperlink")


def refusal(path: Path) -> Trouble | None:
    """Why the file cannot be opened as a workbook, or None if it can."""
    place = Place(path.name)
    try:
        with path.open("rb") as opened:
            start = opened.read(4)
        if path.stat().st_size > LARGEST_FILE:
            return _too_large(place, f"The file is larger than {LARGEST_FILE // 10**6} MB.")
        if start == _OLD_OR_LOCKED:
            message = "The workbook is in the old format (.xls), or locked with a password."
            return _unreadable(place, message)
        if start != b"PK\x03\x04":
            return _unreadable(place, "This is not an Excel workbook, despite its name.")
        with zipfile.ZipFile(path) as archive:
            return _contents(place, archive)
    except OSError as error:
        return _unreadable(place, f"The file cannot be read: {error.strerror or error}.")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError,
            ET.ParseError) as error:  # fmt: skip
        return _unreadable(place, f"The workbook is damaged ({error}).")


def _contents(place: Place, archive: zipfile.ZipFile) -> Trouble | None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if "mimetype" in names:
        kind = archive.read("mimetype")[:100].decode("ascii", "replace")
        if "opendocument" in kind:
            return _unreadable(place, "This is an OpenDocument file, not an Excel workbook.")
    if "[Content_Types].xml" not in names:
        return _unreadable(place, "This is a zip archive, and not an Excel workbook.")
    # The sizes are as the archive claims them; zipfile reads no more than that of any part.
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_CONTENTS:
        message = f"Unpacked, the workbook is larger than {LARGEST_CONTENTS // 10**6} MB."
        return _too_large(place, message)
    if any(
        part.filename.endswith("styles.xml") and part.file_size > _MOST_STYLES for part in parts
    ):
        message = f"The looks of its cells alone take more than {_MOST_STYLES // 10**6} MB."
        return _too_large(place, message)
    for part in parts:
        contents = archive.read(part)
        if any(sign in contents for sign in _DOCTYPES):
            return _unreadable(place, "The workbook holds XML that no program writes.")
        if any(sign in contents for sign in _RANGES) and _spread(contents) > _MOST_SPREAD:
            message = f"Merged cells or links cover more than {_MOST_SPREAD:,} cells."
            return _too_large(place, message)
    return None


def _spread(contents: bytes) -> int:
    """How many cells stand in ranges of which openpyxl makes every cell, blank or not."""
    from openpyxl.utils.cell import range_boundaries

    count = 0
    for _, element in ET.iterparse(io.BytesIO(contents)):
        if element.tag.rpartition("}")[2] in ("mergeCell", "hyperlink"):
            try:
                edges = range_boundaries(element.get("ref", "A1"))
            except ValueError:
                continue
            left, top, right, bottom = (
                edge or most
                for edge, most in zip(edges, (1, 1, _LAST_COLUMN, _LAST_ROW), strict=True)
            )
            count += max(0, right - left + 1) * max(0, bottom - top + 1)
        element.clear()
    return count


def _unreadable(place: Place, message: str) -> Trouble:
    advice = "Save it as “Excel workbook (.xlsx)” or as “CSV UTF-8”, and import that."
    return Trouble(place, spreadsheets.SPREADSHEET_UNREADABLE, message, advice)


def _too_large(place: Place, message: str) -> Trouble:
    advice = "Copy the rows that are meant into a new workbook, and import that."
    return Trouble(place, spreadsheets.SPREADSHEET_TOO_LARGE, message, advice)
