"""Data files after a change, each written in its canonical form."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from seminarbook.authoring.edits import Edit, edit
from seminarbook.checks.run import Checked
from seminarbook.model.records import RECORD_CLASSES
from seminarbook.model.writer import canonical_text


def canonical_edits(
    root: Path, paths: Collection[str], after: Checked, before: Checked
) -> tuple[Edit, ...]:
    """Edits that write the data files ``paths`` as ``after`` has read them, without errors.

    Where the order of another file follows from theirs and it was in order, it stays so.
    """
    edits = []
    for record in RECORD_CLASSES:
        path = f"data/{record.file}.csv"
        text = canonical_text(record, after.book.series.rows(record.file))
        changed = edit(root, path, text)
        was = canonical_text(record, before.book.series.rows(record.file)).encode()
        if path in paths or (changed.before == was and changed.before != changed.after):
            edits.append(changed)
    return tuple(edits)
