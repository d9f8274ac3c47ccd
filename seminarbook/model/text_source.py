"""Bytes of a file → text, or the one problem that keeps it from being read."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path

from seminarbook.faults import files
from seminarbook.model.admission import failed, refusal
from seminarbook.problems import Problem, quoted

# The longer marks come first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16 (“Unicode text” in some programs)"),
    (codecs.BOM_UTF16_BE, "UTF-16 (“Unicode text” in some programs)"),
)
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text, its line ends all LF; None with the problem that says why there is none.

    ``oddity`` says in words how else the bytes differ from plain UTF-8 with LF.
    """

    path: str
    content: str | None
    problem: Problem | None = None
    oddity: str = ""


def shown_path(path: Path, root: Path) -> str:
    """The path as messages show it: from the project's root, if it lies there."""
    try:
        return path.absolute().relative_to(root.absolute()).as_posix()
    except ValueError:
        return path.as_posix()


def with_plain_ends(text: str) -> str:
    """The text with LF at the end of its lines, from whatever system it comes."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def as_text(path: Path) -> str | None:
    """What stands in a file that is not UTF-8, as far as it can be guessed; None if it cannot."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if b"\0" in data or data.startswith(_WORKBOOKS):
        return None
    return with_plain_ends(data.decode("utf-8-sig", errors="as-windows-does"))


def _as_windows_does(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    letters = error.object[error.start : error.end].decode("cp1252", errors="replace")
    return letters.replace("\ufffd", "?"), error.end


codecs.register_error("as-windows-does", _as_windows_does)


def read_text(
    path: Path, *, root: Path, missing_advice: str = "", wanted: str = "a CSV file"
) -> Text:
    """Read a UTF-8 file of the project; whatever goes wrong is a problem, never an exception.

    ``wanted`` says what it should be, for a file that is something else.
    """
    shown = shown_path(path, root)
    try:
        refused = refusal(path, root=root)
        data = b"" if refused else path.read_bytes()
    except OSError as error:
        refused = failed(error)
    if refused:
        is_missing = refused.code == files.FILE_MISSING
        advice = missing_advice if is_missing else refused.advice
        return Text(shown, None, Problem(shown, 0, 0, refused.code, refused.message, advice))
    return _decoded(shown, data, wanted)


def _decoded(shown: str, data: bytes, wanted: str) -> Text:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _wrongly_saved(shown, f"The file is saved as {name}, not as UTF-8.")
    if data.startswith(_WORKBOOKS):
        kind = "a workbook" if shown.endswith(".csv") else "a document of an office program"
        return _wrongly_saved(shown, f"The file is {kind}, not {wanted}, despite its name.")
    start = data[:4096]
    if start.count(0) * 3 >= len(start) > 1:
        return _wrongly_saved(shown, "The file looks as if saved as UTF-16, not as UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(shown, error)
    oddity = "with a mark (BOM) at its start" if data.startswith(codecs.BOM_UTF8) else ""
    if "\r" in text:
        oddity = "with the line ends of another system (CR)"
        text = with_plain_ends(text)
    return Text(shown, text, oddity=oddity)


def _wrongly_saved(shown: str, message: str) -> Text:
    return Text(shown, None, Problem(shown, 1, 0, files.FILE_ENCODING, message, _save_as(shown)))


def _save_as(shown: str) -> str:
    # What spreadsheets call it in their list of formats.
    return f"Save it again as {'“CSV UTF-8”' if shown.endswith('.csv') else 'UTF-8'}."


def _not_utf8(shown: str, error: UnicodeDecodeError) -> Text:
    # The decoder was given the bytes after a mark, so positions count in error.object.
    data, at = error.object, error.start
    before = with_plain_ends(data[:at].decode("utf-8"))
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    byte = data[at : at + 1]
    letter = byte.decode("cp1252", errors="replace")
    guess = f" (perhaps {quoted(letter)})" if letter.isprintable() and letter != "\ufffd" else ""
    message = f"Byte 0x{byte.hex().upper()}{guess} is not UTF-8: the file is in another encoding."
    return Text(
        shown, None, Problem(shown, line, column, files.FILE_ENCODING, message, _save_as(shown))
    )
