"""Names: what people write for a seminar, a role or a person → the id that is meant."""

from __future__ import annotations

from collections.abc import Iterator

from seminarbook.model.columns import Column
from seminarbook.model.records import Record
from seminarbook.model.series import EVERYONE, Series

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

    def id_of(self, column: Column, text: str) -> str:
        """The id that the text stands for in this column; the text itself if there is none."""
        reference = column.reference
        if reference is None or reference.file not in self._ids or not text:
            return text
        if text in self._known[reference.file] or text in reference.extra:
            return text
        if EVERYONE in reference.extra and _folded(text) in _EVERYONE:
            return EVERYONE
        return self._ids[reference.file].get(_folded(text), text)


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
    seminar, group = cells.get("seminar", ""), cells.get("group", "")
    if not (seminar and group):
        return ""
    if record.file == "attendance":
        return f"{seminar}-attendance" + ("" if group == EVERYONE else f"-{group}")
    return f"{seminar}-{group}" if record.file == "presence" else ""
