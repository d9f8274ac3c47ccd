"""Is a data file written in its canonical form, and if not, where does it begin to differ?"""

from __future__ import annotations

from collections.abc import Sequence

from seminarbook.faults import files
from seminarbook.model.records import Record
from seminarbook.model.sheet import Sheet
from seminarbook.model.writer import canonical_text
from seminarbook.problems import Problem, quoted

_ADVICE = "Run “python -m seminarbook tidy-data”."


def not_canonical(sheet: Sheet, rows: Sequence[Record]) -> Problem | None:
    """Advice on a file without errors that is not canonical; ``rows`` are in canonical order."""
    if sheet.source is None:
        return None
    wanted = canonical_text(sheet.record, rows)
    if not sheet.source.oddity and sheet.source.content == wanted:
        return None
    line, message = _difference(sheet, rows, sheet.source.content or "", wanted)
    return Problem(sheet.path, line, 0, files.DATA_ORDER, message, _ADVICE)


def _difference(sheet: Sheet, rows: Sequence[Record], written: str, wanted: str) -> tuple[int, str]:
    if list(sheet.places) != list(sheet.record.columns()):
        return 1, f"The columns stand in another order than {', '.join(sheet.record.columns())}."
    for found, row in zip(sheet.rows or (), rows, strict=True):
        if found.cells["id"] != row.id:
            message = (
                f"{quoted(row.id)} (line {row.line}) belongs before {quoted(found.cells['id'])}."
            )
            return found.row.line, message
    if sheet.source and sheet.source.oddity:
        return 1, f"The file is saved {sheet.source.oddity}."
    pairs = zip(written.split("\n"), wanted.split("\n"), strict=False)
    for line, (is_written, is_wanted) in enumerate(pairs, start=1):
        if is_written != is_wanted:
            return line, f"The line is written differently from {quoted(is_wanted)}."
    return written.count("\n") + 1, "The file does not end with one line end."
