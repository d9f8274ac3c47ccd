"""Plan of a withdrawal: everything that would change, and whatever stands in its way."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from seminarbook.authoring.canonical import canonical_edits
from seminarbook.authoring.edits import Edit, edit
from seminarbook.authoring.trial import copy_with
from seminarbook.checks.run import Checked, checked
from seminarbook.model.records import RECORD_CLASSES, Person, Record
from seminarbook.model.series import Series
from seminarbook.model.sheet import read_sheet
from seminarbook.problems import Problem
from seminarbook.withdrawal import bibliography, chapters, rows
from seminarbook.withdrawal.elsewhere import files_beside, named_files
from seminarbook.withdrawal.identity import Identity, identity_of
from seminarbook.withdrawal.names_of_things import renamed
from seminarbook.withdrawal.phrases import Neutral
from seminarbook.withdrawal.remains import Remnant, remnants
from seminarbook.withdrawal.rows import Names, RowChange

_KEEP_IDS = ("people", "seminars", "roles")
_SHORTEST_BODY = 6


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What a withdrawal does. ``edits`` are made only if nothing is ``in_the_way``."""

    identity: Identity
    edits: tuple[Edit, ...]
    row_changes: tuple[tuple[str, RowChange], ...]
    names: dict[str, str]
    bodies: tuple[str, ...]
    named_files: tuple[str, ...] = ()
    remnants: tuple[Remnant, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def in_the_way(self) -> bool:
        """Whether something must be put right by hand first."""
        return bool(self.named_files or self.remnants or self.problems)


def plan_withdrawal(
    root: Path, before: Checked, person: Person, keep: Iterable[str] = ()
) -> Withdrawal:
    """What would change if the person were taken out; nothing is written."""
    series = before.book.series
    identity = identity_of(person, series.people, [*keep, *before.book.terms.values()])
    neutral = Neutral(identity, _bodies(series, person))
    bib_path = before.bibliography.relative_to(root).as_posix()
    bib_text = _text(root, bib_path)
    ids, keys, labels = _new_names(identity, before, bib_text)
    every = {**{old: new for one in ids.values() for old, new in one.items()}, **keys, **labels}
    changes = [
        (f"data/{record.file}.csv", change)
        for record in RECORD_CLASSES
        for change in _rows(root, record, identity, neutral, Names(ids, keys))
    ]
    texts = {
        bib_path: bibliography.without(identity, neutral, bib_text, keys),
        **dict(_data_texts(root, changes)),
    }
    titles = _titles(identity, bib_text, series)
    for path in (*(chapter.path for chapter in before.book.chapters), *files_beside(root)):
        text = _text(root, path)
        texts[path] = chapters.without(identity, neutral, text, every, titles)
    edits = tuple(
        one for path, text in texts.items() if (one := edit(root, path, text)).before != one.after
    )
    plan = Withdrawal(
        identity,
        edits,
        tuple(
            (path, change)
            for path, change in changes
            if change.after is None or change.after != change.before
        ),
        every,
        neutral.bodies,
        named_files=tuple(named_files(identity, root)),
    )
    return _tried(root, before, plan)


def _tried(root: Path, before: Checked, plan: Withdrawal) -> Withdrawal:
    """The plan as tried on a copy: data in canonical form, what is left, what it would break."""
    with copy_with(root, plan.edits) as copy:
        after = checked(copy)
    known = {(one.code, one.message, one.field) for one in before.errors}
    problems = tuple(one for one in after.errors if (one.code, one.message, one.field) not in known)
    edits = plan.edits
    if not any(one.path.startswith("data/") for one in after.errors):
        paths = {one.path for one in edits}
        data = canonical_edits(root, paths, after, before)
        done = {one.path for one in data}
        edits = (*data, *(one for one in edits if one.path not in done))
    left = remnants(root, plan.identity, edits)
    return replace(
        plan,
        edits=tuple(sorted(edits, key=lambda one: one.path)),
        remnants=left,
        problems=problems,
    )


def _new_names(
    identity: Identity, before: Checked, bib_text: str
) -> tuple[dict[str, dict[str, str]], dict[str, str], dict[str, str]]:
    """New ids by data file, new keys of the bibliography, and new labels of chapters.

    A label that is also an id, as that of a talk, gets the same new name.
    """
    series = before.book.series
    taken = {id_ for record in RECORD_CLASSES for id_ in series.ids(record.file)}
    taken |= {entry.key for entry in bibliography.entries(bib_text)} | before.book.labels
    ids: dict[str, dict[str, str]] = {}
    every: dict[str, str] = {}
    for record in RECORD_CLASSES:
        if record.file not in _KEEP_IDS:
            fresh = renamed(identity, set(series.ids(record.file)) - set(every), taken)
            every |= fresh
            taken |= set(fresh.values())
            ids[record.file] = {id_: every[id_] for id_ in series.ids(record.file) if id_ in every}
    all_keys = [entry.key for entry in bibliography.entries(bib_text)]
    fresh = renamed(identity, set(all_keys) - set(every), taken)
    every |= fresh
    keys = {key: every[key] for key in all_keys if key in every}
    taken |= set(fresh.values())
    own = f"person-{identity.person.id}"
    labels = renamed(identity, before.book.labels - set(every) - {own}, taken)
    return ids, keys, labels


def _rows(
    root: Path, record: type[Record], identity: Identity, neutral: Neutral, names: Names
) -> tuple[RowChange, ...]:
    return rows.without(identity, neutral, read_sheet(record, root / "data", root=root), names)


def _data_texts(root: Path, changes: Iterable[tuple[str, RowChange]]) -> Iterator[tuple[str, str]]:
    """The data files in which a row has changed, all their rows in the order they had."""
    by_path: dict[str, list[RowChange]] = {}
    for path, change in changes:
        by_path.setdefault(path, []).append(change)
    for path, listed in by_path.items():
        if all(change.after == change.before for change in listed):
            continue
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(listed[0].before)
        writer.writerows(
            list(change.after.values()) for change in listed if change.after is not None
        )
        yield path, text.getvalue()


def _bodies(series: Series, person: Person) -> tuple[str, ...]:
    """What the person is said to belong to: each body, and each part of its name."""
    found: set[str] = set()
    for row in series.of_person(person.id):
        for body in (row.affiliation or "").split(";"):
            found |= {body.strip(), *(part.strip() for part in body.split(","))}
    return tuple(sorted(body for body in found if len(body) >= _SHORTEST_BODY))


def _titles(identity: Identity, bib_text: str, series: Series) -> tuple[str, ...]:
    """Titles of works of the person that no talk has, the longest first."""
    talks = {talk.title for talk in series.talks}
    found = {
        entry.fields.get("title", "").strip("{}")
        for entry in bibliography.works_of(identity, bib_text)
    }
    return tuple(sorted(found - talks - {""}, key=len, reverse=True))


def _text(root: Path, path: str) -> str:
    return (root / path).read_bytes().decode("utf-8")
