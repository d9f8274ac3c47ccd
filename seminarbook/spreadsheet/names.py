"""Names: what people write for a seminar, a role or a person → the id that is meant."""

from __future__ import annotations

from collections.abc import Iterator

from seminarbook.faults.cells import REFERENCE_UNKNOWN
from seminarbook.model.column_types import Reference
from seminarbook.model.columns import Column
from seminarbook.model.records import Record
from seminarbook.model.series import EVERYONE, Series
from seminarbook.model.suggestions import kebab
from seminarbook.problems import nearest, quoted
from seminarbook.spreadsheet.grid import Wrong

_FEW = 15
# What tells rows of these files apart, their ids aside.
_ROW_KEYS = {
    "talks": ("seminar", "title"),
    "participation": ("seminar", "person", "talk", "part"),
}
_EVERYONE = ("all", "total", "everyone", "everybody", "whole group", "overall")


class Names:
    """Looks ids up by the names, labels, titles and numbers of the rows they belong to.

    A name that two rows share stands for neither. A row without an id is known by what it says:
    the count of a group at a seminar, a talk by its title, what a person did there.
    """

    def __init__(self, series: Series) -> None:
        self._ids: dict[str, dict[str, str]] = {}
        self._shared: dict[str, dict[str, set[str]]] = {}
        for file, pairs in (
            ("seminars", _seminars(series)),
            ("roles", _roles(series)),
            ("people", _people(series)),
            ("talks", _talks(series)),
        ):
            found: dict[str, set[str]] = {}
            for name, id_ in pairs:
                found.setdefault(_folded(name), set()).add(id_)
            self._ids[file] = {name: min(ids) for name, ids in found.items() if len(ids) == 1}
            self._shared[file] = {name: ids for name, ids in found.items() if len(ids) > 1}
        self._known = {file: frozenset(series.ids(file)) for file in self._ids}
        self._rows = {
            (file, *(_folded(str(getattr(row, name) or "")) for name in key)): row.id
            for file, key in _ROW_KEYS.items()
            for row in series.rows(file)
        }

    def id_of(self, column: Column, text: str) -> str | Wrong:
        """The id that the text stands for in this column, or why there is none.

        What is written like an id is left to the check of the whole book.
        """
        reference = column.reference
        if reference is None or reference.file not in self._ids or not text or column.many:
            return text
        if text in self._known[reference.file] or text in reference.extra:
            return text
        if EVERYONE in reference.extra and _folded(text) in _EVERYONE:
            return EVERYONE
        names = self._ids[reference.file]
        found = names.get(_folded(text), "")
        if found or text == kebab(text):
            return found or text
        if kebab(text) in self._known[reference.file]:
            return kebab(text)
        if shared := self._shared[reference.file].get(_folded(text)):
            message = f"{quoted(text)} could be any of: {', '.join(sorted(shared))}."
            return Wrong(REFERENCE_UNKNOWN, message, "Write the one that is meant.")
        message = f"{quoted(text)} is in no row of data/{reference.file}.csv."
        return Wrong(REFERENCE_UNKNOWN, message, self._advice(reference, text))

    def row_id(self, record: type[Record], cells: dict[str, str]) -> str:
        """The id of a row that does not give one: of the row that says the same, or a new one."""
        says = [_folded(cells.get(name, "")) for name in _ROW_KEYS.get(record.file, ())]
        # Talks without a title, and people without a name, are not one and the same.
        known = self._rows.get((record.file, *says), "") if all(says[:2]) else ""
        return known or _made_id(record.file, cells)

    def _advice(self, reference: Reference, text: str) -> str:
        known = sorted(self._known[reference.file])
        offered = nearest(text, self._ids[reference.file]) or nearest(text, known)
        ids = [*reference.extra, *known]
        listed = f"There are: {', '.join(ids)}." if len(ids) <= _FEW else ""
        return " ".join(filter(None, (offered, listed))) or "Correct it, or add the row it names."


def _folded(text: str) -> str:
    return " ".join(text.replace("-", " ").split()).casefold()


def _seminars(series: Series) -> Iterator[tuple[str, str]]:
    for seminar in series.seminars:
        yield str(seminar.number), seminar.id
        yield f"seminar {seminar.number}", seminar.id
        if seminar.title:
            yield seminar.title, seminar.id


def _roles(series: Series) -> Iterator[tuple[str, str]]:
    for role in series.roles:
        yield role.label, role.id
        yield role.plural, role.id


def _people(series: Series) -> Iterator[tuple[str, str]]:
    for person in series.people:
        yield person.name, person.id
        yield person.sort_name, person.id


def _talks(series: Series) -> Iterator[tuple[str, str]]:
    for talk in series.talks:
        if talk.title:
            yield talk.title, talk.id


def _made_id(file: str, cells: dict[str, str]) -> str:
    """The id of a new row, after what it says."""

    def part(name: str) -> str:
        return kebab(cells.get(name, ""))

    seminar, group = part("seminar"), part("group")
    match file:
        case "attendance" if group:
            parts = [seminar, "attendance", "" if group == EVERYONE else group]
        case "presence" if group:
            parts = [seminar, group]
        case "talks" if part("title"):
            parts = [seminar, part("title")]
        case "participation" if part("person"):
            parts = [seminar, part("person"), part("part")]
        case _:
            return ""
    return "-".join(filter(None, parts)) if seminar else ""
