"""The rows of the data files without the person; what they did stays, done by nobody named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from seminarbook.model.column_types import LIST_SEPARATOR, split_list
from seminarbook.model.columns import Column, columns_of
from seminarbook.model.records import Record
from seminarbook.model.sheet import Sheet
from seminarbook.withdrawal.identity import Identity
from seminarbook.withdrawal.names_of_things import with_new_names
from seminarbook.withdrawal.phrases import WITHHELD, Neutral

Cells = dict[str, str]
# Texts that stand in the middle of a sentence, and so begin with a small letter.
_LOWER = frozenset({"reported_by", "counts", "described_as", "locator", "unit"})
# What tells of a person, in the row of what they did.
_TELLING = ("person", "described_as", "affiliation", "note")


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row before and after; None where it is taken out, with the reason."""

    line: int
    before: Cells
    after: Cells | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """New names for old: ``ids`` by data file, and ``keys`` of the bibliography."""

    ids: Mapping[str, dict[str, str]]
    keys: dict[str, str]


def without(
    identity: Identity, neutral: Neutral, sheet: Sheet, names: Names
) -> tuple[RowChange, ...]:
    """Every row of the file, in its order, with what becomes of it."""
    kept = _kept(identity, sheet)
    return tuple(
        _change(identity, neutral, sheet.record, names, row.row.line, row.cells, kept)
        for row in sheet.rows or ()
    )


def _change(
    identity: Identity,
    neutral: Neutral,
    record: type[Record],
    names: Names,
    line: int,
    cells: Cells,
    kept: dict[str, str] | None,
) -> RowChange:
    id_ = cells["id"]
    if record.file == "people" and id_ == identity.person.id:
        return RowChange(line, cells, None, "the person’s own row")
    after = dict(cells)
    if _is_own(identity, record, cells):
        if kept is not None and id_ not in kept:
            reason = "the same unnamed person would be counted twice"
            return RowChange(line, cells, None, reason)
        after |= dict(_unsaid(record, cells))
        if kept is not None:
            after["affiliation_kind"] = kept[id_]
    for column in columns_of(record):
        after[column.name] = _cell(identity, neutral, record, column, after[column.name], names)
    return RowChange(line, cells, after)


def _is_own(identity: Identity, record: type[Record], cells: Cells) -> bool:
    """Whether the row tells what the person did or made."""
    return any(
        identity.person.id in split_list(cells[column.name])
        for column in columns_of(record)
        if column.reference and column.reference.file == "people"
    )


def _unsaid(record: type[Record], cells: Cells) -> Iterator[tuple[str, str]]:
    """Cells of such a row that would tell who it was."""
    if record.file == "participation":
        yield from ((name, "") for name in _TELLING)
    elif record.file == "records":
        kind = cells["kind"]
        yield "title", f"{kind[:1].upper()}{kind[1:]}, title withheld"
        yield "url", ""
    elif record.file == "posts":
        yield "title", "Post, title withheld"
        yield "url", ""
        yield "author_note", f"{WITHHELD} at the author’s request."


def _cell(
    identity: Identity,
    neutral: Neutral,
    record: type[Record],
    column: Column,
    text: str,
    names: Names,
) -> str:
    if not text:
        return ""
    if column.name == "id":
        return names.ids.get(record.file, {}).get(text, text)
    if column.bibliography:
        return _list(names.keys.get(key, key) for key in split_list(text))
    if column.reference:
        ids = names.ids.get(column.reference.file, {})
        kept = [ids.get(id_, id_) for id_ in (split_list(text) if column.many else (text,))]
        if column.reference.file == "people":
            kept = [id_ for id_ in kept if id_ != identity.person.id]
        return _list(kept)
    if column.kind == "web address":
        return "" if identity.in_address(text) else text
    # Another person may share a part of the name.
    if column.kind != "text" or column.name in ("family_name", "given_name"):
        return text
    lower = column.name in _LOWER
    changed = (
        neutral.braces(text, lower=lower) if column.prose else neutral.typed(text, lower=lower)
    )
    return with_new_names(changed, names.keys) if changed else ""


def _list(items: Iterable[str]) -> str:
    return f"{LIST_SEPARATOR} ".join(items)


def _kept(identity: Identity, sheet: Sheet) -> dict[str, str] | None:
    """The one row of the person that stays for each seminar, with the kind of body to give.

    Unnamed people are not recognised from row to row, so each row counts as somebody: one person
    must not become several. The most certain row stays, then the one that says most; charts
    counted the person so before.
    """
    if sheet.record.file != "participation":
        return None
    by_seminar: dict[str, list[Cells]] = {}
    for row in sheet.rows or ():
        if row.cells["person"] == identity.person.id:
            by_seminar.setdefault(row.cells["seminar"], []).append(row.cells)
    kept: dict[str, str] = {}
    for rows in by_seminar.values():
        first = min(rows, key=lambda cells: _rank(cells, "role", "not-stated"))
        kind = min(rows, key=lambda cells: _rank(cells, "affiliation_kind", "not stated"))
        kept[first["id"]] = kind["affiliation_kind"]
    return kept


def _rank(cells: Cells, column: str, unsaid: str) -> tuple[bool, bool, bool]:
    return (cells["status"] != "reported", cells[column] == unsaid, not cells["talk"])
