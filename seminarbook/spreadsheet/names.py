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
_EVERYONE = ("all", "total", "everyone", "everybody", "whole group", "overall")


class Names:
    """Looks ids up by the names, labels and numbers of the rows they belong to.

    A name that two rows share stands for neither.
    """

    def __init__(self, series: Series) -> None:
        self._ids: dict[str, dict[str, str]] = {}
        for file, pairs in (
            ("seminars", _seminars(series)),
            ("roles", _roles(series)),
            ("people", _people(series)),
        ):
            found: dict[str, set[str]] = {}
            for name, id_ in pairs:
                found.setdefault(_folded(name), set()).add(id_)
            self._ids[file] = {name: min(ids) for name, ids in found.items() if len(ids) == 1}
        self._known = {file: frozenset(series.ids(file)) for file in self._ids}

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
        message = f"{quoted(text)} is in no row of data/{reference.file}.csv."
        return Wrong(REFERENCE_UNKNOWN, message, self._advice(reference, text))

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


def natural_id(record: type[Record], cells: dict[str, str]) -> str:
    """The id of a row that is known by what it says: the count or the presence of a group."""
    seminar, group = kebab(cells.get("seminar", "")), kebab(cells.get("group", ""))
    if not (seminar and group):
        return ""
    if record.file == "attendance":
        return f"{seminar}-attendance" + ("" if group == EVERYONE else f"-{group}")
    return f"{seminar}-{group}" if record.file == "presence" else ""
